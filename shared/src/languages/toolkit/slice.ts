/**
 * Slices of a string with their offsets, and how xl cuts strings: strtok, and the helpers of xl_parse.c.
 * Offsets are UTF-16 code units into the whole string.
 */
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import type { Span } from '../../span.ts';

export interface Slice extends Span {
  readonly text: string;
}

export const wholeOf = (text: string): Slice => ({ text, start: 0, end: text.length });

/** A part of a slice, by offsets into the slice. */
export const slice = ({ text, start }: Slice, from: number, to = text.length): Slice => ({
  text: text.slice(from, to),
  start: start + from,
  end: start + to,
});

/** strtok: what is between the separators, a character or a class of them. Adjacent separators count as one. */
export function strtok(whole: Slice, separator: string | RegExp): Slice[] {
  const tokens: Slice[] = [];
  let { start } = whole;
  for (const text of whole.text.split(separator)) {
    if (text !== '') tokens.push({ text, start, end: start + text.length });
    start += text.length + 1;
  }
  return tokens;
}

/** What is before and after the first delimiter; null where there is none. */
export function splitAt(whole: Slice, delimiter: string): readonly [left: Slice, right: Slice] | null {
  const at = whole.text.indexOf(delimiter);
  return at < 0 ? null : [slice(whole, 0, at), slice(whole, at + 1)];
}

/**
 * split_string_into_pair of xl_parse.c; null where it fails. Up to 4.17 the pair are the first two tokens, and what
 * follows a further delimiter is lost. Since 4.18 it is split at the first delimiter, which something must follow.
 */
export function splitIntoPair(
  whole: Slice,
  delimiter: string,
  xenVersion: XenVersion,
): readonly [left: Slice, right: Slice] | null {
  if (atLeast(xenVersion, '4.18')) {
    const pair = splitAt(whole, delimiter);
    return pair?.[1].text === '' ? null : pair;
  }
  const [left, right] = strtok(whole, delimiter);
  return left && right ? [left, right] : null;
}

/** isspace in the C locale. */
const WHITESPACE = ' \t\n\v\f\r';

/** The slice without whitespace at either end; of whitespace alone, the empty slice at its end. */
export function trim(whole: Slice): Slice {
  let from = 0;
  let to = whole.text.length;
  while (from < to && WHITESPACE.includes(whole.text.charAt(from))) from++;
  while (to > from && WHITESPACE.includes(whole.text.charAt(to - 1))) to--;
  return slice(whole, from, to);
}

/** The slice without the spaces before it; tabs stay. */
export function skipSpaces(whole: Slice): Slice {
  let from = 0;
  while (whole.text.charAt(from) === ' ') from++;
  return from === 0 ? whole : slice(whole, from);
}
