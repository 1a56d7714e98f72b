/** Every string of a document that is in a small language, read: also those that an overriding setting makes void. */

import { partitionPoint } from '../binarySearch.ts';
import type { DiskSpec } from '../languages/disk/ast.ts';
import { languageOf } from '../languages/index.ts';
import type { ParsedSpec, SpecLanguage } from '../languages/language.ts';
import { diskPieces, type Piece, specPieces } from '../languages/pieces.ts';
import { memoizeByObject } from '../memoize.ts';
import { asString } from '../model/effectiveSettings.ts';
import type { Setting, StringLiteral, Value } from '../syntax/index.ts';
import type { XlDocument } from './document.ts';
import { specContextOf } from './specAt.ts';

interface InSetting {
  /** The setting whose value it is, or is in. */
  readonly setting: Setting;
  readonly node: StringLiteral;
  /** In the order of the text; offsets are those of the string's decoded text. */
  readonly pieces: readonly Piece[];
}

export type SpecString = InSetting &
  (
    | { readonly kind: 'disk'; readonly spec: DiskSpec }
    | { readonly kind: 'other'; readonly spec: ParsedSpec; readonly language: SpecLanguage }
  );

/** In the order of the text. Computed once for a document. */
export const specStrings = memoizeByObject((doc: XlDocument): readonly SpecString[] => {
  if (doc.kind.name !== 'guest') return [];
  const read = new Map(doc.specs.specs.map((one) => [one.node.start, one]));
  return doc.file.settings.flatMap((setting) =>
    stringsIn(setting.value).flatMap((node): SpecString[] => {
      const disk = doc.diskSpec(node);
      if (disk) return [{ kind: 'disk', setting, node, spec: disk, pieces: diskPieces(disk) }];
      const language = languageOf(setting.name.text);
      if (!language) return [];
      const inGuest = read.get(node.start);
      // A text that `+=` put together is one spec in several places: each place is read for itself here.
      const spec =
        inGuest?.node.end === node.end ? inGuest.spec : readAlone(doc, language, setting, node.content.text);
      return [{ kind: 'other', setting, node, language, spec, pieces: specPieces(spec) }];
    }),
  );
});

function readAlone(doc: XlDocument, language: SpecLanguage, setting: Setting, text: string): ParsedSpec {
  const form = setting.value?.kind === 'list' ? 'list' : 'text';
  const [spec] = language.parse([text], specContextOf(doc, form));
  return spec ?? { text, parts: [], faults: [], fields: undefined };
}

/** Lists may be nested deeper than the stack reaches. */
function stringsIn(value: Value | undefined): StringLiteral[] {
  const strings: StringLiteral[] = [];
  const waiting = value ? [value] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'list') for (const item of node.items.toReversed()) waiting.push(item);
    else if (node.kind !== 'invalid') strings.push(asString(node));
  }
  return strings;
}

/** The string of a small language that the offset touches, quotes included. */
export function specStringAt(doc: XlDocument, offset: number): SpecString | undefined {
  const strings = specStrings(doc);
  const found = strings[partitionPoint(strings, ({ node }) => node.start <= offset) - 1];
  return found && offset <= found.node.end ? found : undefined;
}
