import { type SpecString, specStrings } from '../../document/specStrings.ts';
import { editIn } from '../../edits/stringEdits.ts';
import { createMacGenerator, isInterface } from './generate.ts';
import { hasQuotes } from './literals.ts';
import type { Offer, RandomBytes, Refactoring, RefactorTarget } from './refactoring.ts';
import { overlaps } from './target.ts';

/** A MAC for each interface that has none, which otherwise gets another one at each start. */
export const addMacs: Refactoring = {
  kinds: ['guest'],
  offers: (target) => {
    const { doc, setting, selection, random } = target;
    if (setting.name.text !== 'vif' || setting.value.kind !== 'list' || !random) return [];
    const lacking = specStrings(doc).filter(
      (one) =>
        isInterface(one) && hasQuotes(one.node) && one.pieces.every(({ parameter }) => parameter !== 'mac'),
    );
    const here = lacking.filter(({ node }) => overlaps(node, selection));
    return [
      ...addMacsTo(target, random, here, titleHere),
      ...(lacking.length > here.length ? addMacsTo(target, random, lacking, titleOfAll) : []),
    ];
  },
};

const titleHere = (count: number): string =>
  count === 1 ? 'Give the interface a MAC address' : `Give these ${count} interfaces MAC addresses`;

const titleOfAll = (count: number): string =>
  count === 1
    ? 'Give the interface without a MAC address one'
    : `Give all ${count} interfaces without a MAC address one`;

function addMacsTo(
  { doc, workspace }: RefactorTarget,
  random: RandomBytes,
  interfaces: readonly SpecString[],
  title: (count: number) => string,
): Offer[] {
  if (interfaces.length === 0) return [];
  const fresh = createMacGenerator(doc, random, workspace);
  const edits = interfaces.flatMap(({ node }) => {
    const mac = fresh();
    if (mac === undefined) return [];
    const rest = node.content.text === '' ? '' : ',';
    return editIn(node, { start: 0, end: 0 }, `mac=${mac}${rest}`) ?? [];
  });
  return edits.length < interfaces.length ? [] : [{ title: title(edits.length), edits }];
}
