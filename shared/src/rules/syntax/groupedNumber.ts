import type { ParseError } from '../../syntax/index.ts';

/** A number whose thousands are separated, `2,048` or `2 048`, with the error at the second group; null otherwise. */
export function groupedNumber(
  { start, end }: ParseError,
  text: string,
): { start: number; digits: string } | null {
  const before = /=[ \t]*([1-9][0-9]{0,2})[ \t]?$/.exec(text.slice(Math.max(0, start - 100), start));
  const groups = /^[, ]?([0-9]{3}(?:[, ][0-9]{3})*)$/.exec(text.slice(start, end).trimEnd());
  if (!before?.[1] || !groups?.[1]) return null;
  const first = text.lastIndexOf(before[1], start - 1);
  return { start: first, digits: before[1] + groups[1].replace(/[, ]/g, '') };
}
