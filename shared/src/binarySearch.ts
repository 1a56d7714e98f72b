/**
 * The index of the first item for which `isBefore` is false, in logarithmic time.
 *
 * @param items those for which `isBefore` is true come first
 */
export function partitionPoint<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last item that starts at the offset or before it; `items` are in the order of their starts. */
export const lastStartingBy = <Item extends { readonly start: number }>(
  items: readonly Item[],
  offset: number,
): Item | undefined => items[partitionPoint(items, ({ start }) => start <= offset) - 1];

/** The first `count` of the items as they would be sorted, without sorting them all. No two may compare as equal. */
export function firstSorted<Item>(
  items: Iterable<Item>,
  count: number,
  compare: (a: Item, b: Item) => number,
): readonly Item[] {
  const first: Item[] = [];
  for (const item of items) {
    const last = first[count - 1];
    if (last !== undefined && compare(last, item) < 0) continue;
    first.splice(
      partitionPoint(first, (one) => compare(one, item) < 0),
      0,
      item,
    );
    if (first.length > count) first.pop();
  }
  return first;
}
