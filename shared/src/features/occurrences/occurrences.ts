/** All occurrences of symbols in a document. */

import type { XlDocument } from '../../document/document.ts';
import { memoizeByObject } from '../../memoize.ts';
import { type Span, touches } from '../../span.ts';
import { digest } from '../../workspace/digest.ts';
import { bootOccurrences, controllerOccurrences } from './devices.ts';
import { namedDisks, vdevReferences } from './diskNames.ts';
import { type GuestSymbol, type Occurrence, symbolOf } from './symbol.ts';

/** In no order. Computed once for a document. */
export const occurrences = memoizeByObject((doc: XlDocument): readonly Occurrence[] => [
  ...optionOccurrences(doc),
  ...(doc.kind.name === 'guest'
    ? [...diskOccurrences(doc), ...controllerOccurrences(doc), ...bootOccurrences(doc), ...inFacts(doc)]
    : []),
]);

/** What counts of the settings of one name makes the option; what a later one makes void only names it. */
const optionOccurrences = ({ guest }: XlDocument): Occurrence[] =>
  [...guest.settings.values()].flatMap(({ name, parts, overridden }) => {
    const symbol: GuestSymbol = { kind: 'option', key: name };
    return [
      ...parts.map(
        (setting): Occurrence => ({
          ...placeOf(setting.name),
          symbol,
          role: 'definition',
          whole: setting,
        }),
      ),
      ...overridden.map((setting): Occurrence => ({ ...placeOf(setting.name), symbol, role: 'use' })),
    ];
  });

const placeOf = ({ start, end }: Span): Span => ({ start, end });

const diskOccurrences = (doc: XlDocument): Occurrence[] => [
  ...namedDisks(doc).map(
    ({ disk, index, name, place }): Occurrence => ({
      ...place,
      symbol: diskSymbol(index),
      role: 'definition',
      name,
      whole: disk.node,
    }),
  ),
  ...vdevReferences(doc).flatMap(({ place, text, disk }): Occurrence[] =>
    place ? [{ ...place, symbol: diskSymbol(disk.index), role: 'use', name: text }] : [],
  ),
];

const diskSymbol = (index: number): GuestSymbol => ({ kind: 'disk', key: String(index) });

const inFacts = (doc: XlDocument): Occurrence[] =>
  digest(doc).facts.flatMap((fact): Occurrence[] => {
    const symbol = symbolOf(fact);
    const role = fact.kind === 'name' ? 'definition' : 'use';
    return symbol ? [{ ...placeOf(fact), symbol, role }] : [];
  });

/** The innermost place at the offset; between two, the one that begins there. */
export function occurrenceAt(doc: XlDocument, offset: number): Occurrence | undefined {
  let best: Occurrence | undefined;
  for (const one of occurrences(doc)) {
    if (!one.onlyTarget && touches(one, offset) && (!best || isNearer(one, best, offset))) best = one;
  }
  return best;
}

function isNearer(a: Occurrence, b: Occurrence, offset: number): boolean {
  const byEnd = Number(b.end === offset) - Number(a.end === offset);
  return byEnd === 0 ? a.end - a.start < b.end - b.start : byEnd > 0;
}
