/**
 * How many items two lists, or code units two texts, have in common: at their start, and of the rest at their end. No
 * item counts for both.
 */
export function commonEnds<A, B = A>(
  a: ArrayLike<A>,
  b: ArrayLike<B>,
  isSame: (a: A | undefined, b: B | undefined) => boolean = Object.is,
): { readonly start: number; readonly end: number } {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && isSame(a[start], b[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
  return { start, end };
}
