import { commonEnds } from './commonEnds.ts';

/**
 * Creates a function that maps lists, one after the other, item by item. What the list before had too, at its start or at
 * its end, is not mapped anew: of a list that differs in one item, that item alone is. A list gives the same results as
 * one that nothing was mapped before.
 *
 * @param map the result for an item
 * @param isSame whether two items have the same result
 */
export function createListMap<Item, Result>(
  map: (item: Item) => Result,
  isSame: (a: Item | undefined, b: Item | undefined) => boolean,
): (items: readonly Item[]) => readonly Result[] {
  let current: readonly Item[] = [];
  let results: readonly Result[] = [];
  return (items) => {
    if (items === current) return results;
    const { start, end } = commonEnds(current, items, isSame);
    if (start < items.length || start < current.length) {
      const changed = items.slice(start, items.length - end).map(map);
      results = [...results.slice(0, start), ...changed, ...results.slice(current.length - end)];
    }
    current = items;
    return results;
  };
}
