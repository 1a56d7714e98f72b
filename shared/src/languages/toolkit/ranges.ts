/** Ranges of decimal numbers as parse_range of xl_parse.c reads them. */
import { strtoul, ULONG_MAX } from '../../cNumbers.ts';

export interface Interval {
  readonly first: bigint;
  readonly last: bigint;
}

/** xl goes through a range number by number: so many of them keep it busy for many seconds, or for ever. */
export const ENDLESS_RANGE = 1_000_000_000n;

/** `7` or `2-5`. `valid` is false where xl fails; the numbers are those it has then, with which vnuma continues. */
export function readRange(text: string): Interval & { readonly valid: boolean } {
  const first = strtoul(text, 10);
  if (!first) return { first: 0n, last: 0n, valid: false };
  const single = { first: first.value, last: first.value };
  if (first.value === ULONG_MAX) return { ...single, valid: false };
  if (text.charAt(first.end) !== '-') return { ...single, valid: first.end === text.length };
  const last = strtoul(text, 10, first.end + 1);
  if (!last) return { first: first.value, last: 0n, valid: false };
  const valid = last.value !== ULONG_MAX && last.value >= first.value && last.end === text.length;
  return { first: first.value, last: last.value, valid };
}
