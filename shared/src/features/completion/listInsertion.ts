/** The lists and commas around a new value. */
import type { Span } from '../../span.ts';
import type { List, Setting } from '../../syntax/index.ts';

/** In how many lists a value is: in `list`, if that is given, which is the value of the setting or an item of it. */
export const depthOf = (setting: Setting, list: List | undefined): 0 | 1 | 2 =>
  list === undefined ? 0 : setting.value === list ? 1 : 2;

/** The commas that a new item in place of `replaced` needs before and after it, unless they are there already. */
export function missingCommas({ items, commas }: List, replaced: Span): readonly [string, string] {
  const previous = items.findLast(({ end, start }) => end <= replaced.start && start < replaced.start);
  const next = items.find(({ start }) => start >= replaced.end && start > replaced.start);
  const hasComma = (from: number, to: number): boolean => commas.some((comma) => from <= comma && comma < to);
  const wantsBefore = previous !== undefined && !hasComma(previous.end, replaced.start);
  const wantsAfter = next !== undefined && !hasComma(replaced.end, next.start);
  return [wantsBefore ? ', ' : '', wantsAfter ? ', ' : ''];
}
