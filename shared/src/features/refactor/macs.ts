import { type SpecString, specStrings } from '../../document/specStrings.ts';
import { editIn } from '../../edits/stringEdits.ts';
import { freshMacs, isInterface } from './fresh.ts';
import { overlap } from './place.ts';
import type { Offer, RandomBytes, Refactoring, RefactorPlace } from './refactoring.ts';
import { hasQuotes } from './strings.ts';

/** A MAC for each interface that has none, which otherwise gets another one at each start. */
export const macs: Refactoring = {
  kinds: ['guest'],
  offers: (place) => {
    const { doc, setting, selection, random } = place;
    if (setting.name.text !== 'vif' || setting.value.kind !== 'list' || !random) return [];
    const lacking = specStrings(doc).filter(
      (one) =>
        isInterface(one) && hasQuotes(one.node) && one.pieces.every(({ parameter }) => parameter !== 'mac'),
    );
    const here = lacking.filter(({ node }) => overlap(node, selection));
    return [
      ...give(place, random, here, titleHere),
      ...(lacking.length > here.length ? give(place, random, lacking, titleOfAll) : []),
    ];
  },
};

const titleHere = (count: number): string =>
  count === 1 ? 'Give the interface a MAC address' : `Give these ${count} interfaces MAC addresses`;

const titleOfAll = (count: number): string =>
  count === 1
    ? 'Give the interface without a MAC address one'
    : `Give all ${count} interfaces without a MAC address one`;

function give(
  { doc, workspace }: RefactorPlace,
  random: RandomBytes,
  interfaces: readonly SpecString[],
  title: (count: number) => string,
): Offer[] {
  if (interfaces.length === 0) return [];
  const fresh = freshMacs(doc, random, workspace);
  const edits = interfaces.flatMap(({ node }) => {
    const mac = fresh();
    if (mac === undefined) return [];
    const rest = node.content.text === '' ? '' : ',';
    return editIn(node, { start: 0, end: 0 }, `mac=${mac}${rest}`) ?? [];
  });
  return edits.length < interfaces.length ? [] : [{ title: title(edits.length), edits }];
}
