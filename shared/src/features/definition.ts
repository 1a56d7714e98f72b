/** Definition: from a name to what it names. */
import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { rangeOf } from '../document/positions.ts';
import { crossFileLocations, type OtherFiles } from './occurrences/crossFile.ts';
import { occurrenceAt, occurrences } from './occurrences/occurrences.ts';
import { type GuestSymbol, type Occurrence, sameSymbol } from './occurrences/symbol.ts';

/**
 * Where the symbol at the position is defined: the disk of a device name, the controller of a USB device, what a letter
 * of `boot` means, the setting of a name that counts, the file of the guest that a backend names. A guest may be
 * defined by several files. Empty where nothing defines it.
 */
export function definition(doc: XlDocument, position: Position, others: OtherFiles): LocationLink[] {
  const at = occurrenceAt(doc, doc.text.offsetAt(position));
  // A controller has no name, so that a cursor in it stands on none.
  if (!at || (at.role === 'definition' && at.symbol.kind === 'usbController')) return [];
  const originSelectionRange = rangeOf(doc, at);
  return [
    ...occurrences(doc)
      .filter(({ symbol, role }) => role === 'definition' && sameSymbol(symbol, at.symbol))
      .map((one) => ({ originSelectionRange, ...linkTo(doc, one) })),
    ...definitionsInOtherFiles(at.symbol, others).map((link) => ({ originSelectionRange, ...link })),
  ];
}

const linkTo = (doc: XlDocument, { start, end, whole }: Occurrence): LocationLink => ({
  targetUri: doc.text.uri,
  targetRange: rangeOf(doc, whole ?? { start, end }),
  targetSelectionRange: rangeOf(doc, { start, end }),
});

/** Only guests are defined in other files. */
const definitionsInOtherFiles = (symbol: GuestSymbol, others: OtherFiles): LocationLink[] =>
  crossFileLocations(symbol, others).flatMap(({ kind, location: { uri, range } }) =>
    kind === 'name' ? [{ targetUri: uri, targetRange: range, targetSelectionRange: range }] : [],
  );
