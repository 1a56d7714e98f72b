/** The groups of Hyper-V interfaces, as sets of their numbers. Facts: parse_config_data, libxl_types.idl. */
import { optionByName } from '../schema/index.ts';
import { listOrNothing, scalar } from './node.ts';
import { flag, originOfItem, originsIn, printedFlag, type Source } from './source.ts';

/** The width of the sets (LIBXL_BUILDINFO_HVM_VIRIDIAN_ENABLE_DISABLE_WIDTH): `all` is this many. */
const WIDTH = 64;

const byNumber = flag('viridian');

/** `defaults` in a list is what 1 is without one. */
export const viridianFlag: Source = (context) => {
  const word = context.stringsOf('viridian').find(({ node }) => node.content.text === 'defaults');
  return word ? scalar(printedFlag(true), originOfItem(word)) : byNumber(context);
};

/** The groups by their numbers: those that can be taken away, in the order of the schema, which is that of libxl. */
const groups: ReadonlyMap<string, number> = new Map(
  (optionByName.get('viridian')?.values ?? [])
    .filter(({ negatable }) => negatable)
    .map(({ name }, number) => [name, number]),
);

/** The groups that are turned on, or those that are taken away; a word takes its group out of the other set. */
export const viridianGroups =
  (which: 'enable' | 'disable'): Source =>
  (context) => {
    const sets = { enable: new Set<number>(), disable: new Set<number>() };
    for (const { node } of context.stringsOf('viridian')) {
      const { text } = node.content;
      const negated = text.startsWith('!');
      const number = groups.get((negated ? text.slice(1) : text).toLowerCase());
      if (text === 'all') for (let at = 0; at < WIDTH; at++) sets.enable.add(at);
      else if (number !== undefined) {
        sets[negated ? 'disable' : 'enable'].add(number);
        sets[negated ? 'enable' : 'disable'].delete(number);
      }
    }
    const numbers = [...sets[which]].sort((a, b) => a - b);
    return listOrNothing(
      numbers.map((number) => scalar(number)),
      originsIn(context, 'viridian'),
    );
  };
