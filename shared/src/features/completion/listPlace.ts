/** Where a new item goes in a list. */
import type { Span } from '../../span.ts';
import type { List, Setting } from '../../syntax/index.ts';

/** True for a place outside of any list, and in the outermost one: lists in lists have no words of their own. */
export const canTakeItems = (setting: Setting, list: List | undefined): boolean =>
  list === undefined || setting.value === list;

/** The commas that a new item in place of `replaced` needs before and behind it, where there are none yet. */
export function commasAround({ items, commas }: List, replaced: Span): readonly [string, string] {
  const previous = items.findLast(({ end, start }) => end <= replaced.start && start < replaced.start);
  const next = items.find(({ start }) => start >= replaced.end && start > replaced.start);
  const hasComma = (from: number, to: number): boolean => commas.some((comma) => from <= comma && comma < to);
  const wantsBefore = previous !== undefined && !hasComma(previous.end, replaced.start);
  const wantsAfter = next !== undefined && !hasComma(replaced.end, next.start);
  return [wantsBefore ? ', ' : '', wantsAfter ? ', ' : ''];
}
