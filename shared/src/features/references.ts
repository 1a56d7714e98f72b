/** References: all occurrences of a symbol. */

import type { Location, Position } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { rangeOf } from '../document/positions.ts';
import { compareSpans } from '../span.ts';
import { crossFileLocations, type OtherFiles } from './occurrences/crossFile.ts';
import { occurrenceAt, occurrences } from './occurrences/occurrences.ts';
import { sameSymbol } from './occurrences/symbol.ts';

/**
 * All places that are about what is at the position: those of this document in the order of the text, then those of
 * other files. `includeDeclaration`: those too that define it. What guests only have in common, such as a MAC address,
 * has no definition.
 */
export function references(
  doc: XlDocument,
  position: Position,
  includeDeclaration: boolean,
  others: OtherFiles,
): Location[] {
  const at = occurrenceAt(doc, doc.text.offsetAt(position));
  if (!at) return [];
  const here = occurrences(doc)
    .filter(
      ({ symbol, role }) => sameSymbol(symbol, at.symbol) && (includeDeclaration || role !== 'definition'),
    )
    .sort(compareSpans);
  return [
    ...here.map((one) => ({ uri: doc.text.uri, range: rangeOf(doc, one) })),
    ...crossFileLocations(at.symbol, others)
      .filter(({ kind }) => includeDeclaration || kind !== 'name')
      .map(({ location }) => location),
  ];
}
