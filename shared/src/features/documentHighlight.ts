/** Document highlight: the other places of a file that are about what is at the cursor. */
import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { rangeOf, spanInFile } from '../document/positions.ts';
import { contentOf, piecesAt, specStringAt, specStrings } from '../document/specStrings.ts';
import type { TextContent } from '../schema/types.ts';
import { compareSpans, type Span, touches } from '../span.ts';
import { commentAt, settingAt } from '../syntax/query.ts';
import { occurrenceAt, occurrences } from './occurrences/occurrences.ts';
import { sameSymbol } from './occurrences/symbol.ts';

/**
 * The places in the order of the text, that of the cursor among them; none where there is nothing that a place could
 * have in common with others. Written: the name of an option, the name by which a device is known. Read: where that
 * name is used. Text: the same domain, bridge or address.
 */
export function documentHighlights(doc: XlDocument, position: Position): DocumentHighlight[] {
  const offset = doc.text.offsetAt(position);
  const setting = settingAt(doc.file, offset);
  if (!setting || commentAt(doc.file, offset)) return [];
  const found = touches(setting.name, offset)
    ? ofOption(doc, setting.name.text)
    : [...ofSymbol(doc, offset), ...ofContent(doc, offset)];
  const byStart = new Map<number, Place>();
  for (const place of found) if (!byStart.has(place.start)) byStart.set(place.start, place);
  return [...byStart.values()]
    .sort(compareSpans)
    .map((place) => ({ range: rangeOf(doc, place), kind: place.kind }));
}

interface Place extends Span {
  readonly kind: DocumentHighlightKind;
}

const place = ({ start, end }: Span, kind: DocumentHighlightKind): Place => ({ start, end, kind });

/** All settings of the name, also those that do not count and those that are half-typed. */
const ofOption = ({ file }: XlDocument, option: string): Place[] =>
  file.settings.flatMap(({ name }) =>
    name.text === option ? [place(name, DocumentHighlightKind.Write)] : [],
  );

function ofSymbol(doc: XlDocument, offset: number): Place[] {
  const at = occurrenceAt(doc, offset);
  if (!at) return [];
  const all = occurrences(doc).filter(({ symbol }) => sameSymbol(symbol, at.symbol));
  // A device without a name is a whole string: of interest only where something leads to it.
  if (all.length < 2) return [];
  return all.map((one) =>
    place(one, one.role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read),
  );
}

/** Wherever the same is named, also in what does not count for xl. */
function ofContent(doc: XlDocument, offset: number): Place[] {
  const string = specStringAt(doc, offset);
  const named =
    string && piecesAt(string, offset).find((piece) => contentOf(string, piece) && piece.text !== '');
  const content = named && contentOf(string, named);
  if (!content) return [];
  const key = keyOf(content, named.text);
  return specStrings(doc).flatMap((other) =>
    other.pieces.flatMap((piece) =>
      contentOf(other, piece) === content && keyOf(content, piece.text) === key
        ? [place(spanInFile(other.node, piece), DocumentHighlightKind.Text)]
        : [],
    ),
  );
}

const keyOf = (content: TextContent, text: string): string => (content === 'mac' ? text.toLowerCase() : text);
