/** Ranges of decimal numbers as parse_range of xl_parse.c reads them. */
import { readUnsigned, ULONG_MAX } from './cNumbers.ts';

export interface NumberSpan {
  readonly first: bigint;
  readonly last: bigint;
}

/** So many numbers keep xl, which goes through them one by one, busy for many seconds or for ever. */
export const ENDLESS = 1_000_000_000n;

/** `7` or `2-5`, with nothing behind; null where xl refuses it. */
export function readRange(text: string): NumberSpan | null {
  const found = scanRange(text);
  return found.valid ? found : null;
}

/** The numbers that xl has in hand when it stops, also where the range is no good: vnuma goes on with them. */
export function scanRange(text: string): NumberSpan & { readonly valid: boolean } {
  const first = readUnsigned(text, 10);
  if (!first) return { first: 0n, last: 0n, valid: false };
  const single = { first: first.value, last: first.value };
  if (first.value === ULONG_MAX) return { ...single, valid: false };
  if (text.charAt(first.length) !== '-') return { ...single, valid: first.length === text.length };
  const rest = text.slice(first.length + 1);
  const last = readUnsigned(rest, 10);
  if (!last) return { first: first.value, last: 0n, valid: false };
  const valid = last.value !== ULONG_MAX && last.value >= first.value && last.length === rest.length;
  return { first: first.value, last: last.value, valid };
}
