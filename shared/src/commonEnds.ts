/**
 * How many items two lists, or code units two texts, have in common: at their start, and of the rest at their end. No
 * item counts for both.
 */
export function commonEnds<Item>(
  a: ArrayLike<Item>,
  b: ArrayLike<Item>,
  isSame: (a: Item | undefined, b: Item | undefined) => boolean = Object.is,
): { readonly start: number; readonly end: number } {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && isSame(a[start], b[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
  return { start, end };
}
