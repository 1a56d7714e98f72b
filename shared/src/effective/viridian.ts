/** The groups of Hyper-V interfaces, as sets of their numbers. Facts: parse_config_data, libxl_types.idl. */
import { type ViridianSets, viridianSets } from '../model/viridian.ts';
import { listOrNothing, scalar } from './node.ts';
import { flag, originOfItem, originsIn, printedFlag, type Source } from './source.ts';

const byNumber = flag('viridian');

/** `defaults` in a list is what 1 is without one. */
export const viridianFlag: Source = (context) => {
  const word = context.stringsOf('viridian').find(({ node }) => node.content.text === 'defaults');
  return word ? scalar(printedFlag(true), originOfItem(word)) : byNumber(context);
};

/** The numbers of the groups that are turned on, or of those that are turned off. */
export const viridianGroups =
  (which: keyof ViridianSets): Source =>
  (context) => {
    const sets = viridianSets(context.stringsOf('viridian').map(({ node }) => node.content.text));
    const numbers = [...sets[which]].sort((a, b) => a - b);
    return listOrNothing(
      numbers.map((number) => scalar(number)),
      originsIn(context, 'viridian'),
    );
  };
