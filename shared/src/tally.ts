/**
 * What occurs in a list, and what occurs in it more than once. A list that differs little from the one before costs little:
 * only what came and what went is counted.
 */
import { commonEnds } from './commonEnds.ts';

/** Valid until the next list is counted. */
export interface Tally<Key> {
  readonly has: (key: Key) => boolean;
  /** The keys that occur more than once. */
  readonly repeated: ReadonlySet<Key>;
}

/**
 * Creates a counter of lists, one after the other. Whatever was counted before, the tally is that of the last list.
 *
 * @param keysOf the keys of an item; the same ones each time
 * @param isSame whether two items have the same keys, where that is known without asking for them
 */
export function createTally<Item, Key>(
  keysOf: (item: Item) => readonly Key[],
  isSame: (a: Item | undefined, b: Item | undefined) => boolean = Object.is,
): (items: readonly Item[]) => Tally<Key> {
  const counts = new Map<Key, number>();
  const repeated = new Set<Key>();
  let current: readonly Item[] = [];

  const change = (key: Key, by: 1 | -1): void => {
    const count = (counts.get(key) ?? 0) + by;
    if (count > 0) counts.set(key, count);
    else counts.delete(key);
    if (count > 1) repeated.add(key);
    else repeated.delete(key);
  };

  const tally: Tally<Key> = { has: (key) => counts.has(key), repeated };
  return (items) => {
    if (items === current) return tally;
    const { start, end } = commonEnds(current, items, isSame);
    for (const item of items.slice(start, items.length - end)) for (const key of keysOf(item)) change(key, 1);
    for (const item of current.slice(start, current.length - end))
      for (const key of keysOf(item)) change(key, -1);
    current = items;
    return tally;
  };
}
