/**
 * Slices of a string that know their place in it, and how xl cuts strings: strtok, and the helpers of xl_parse.c.
 * Offsets are UTF-16 code units into the whole string.
 */
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';

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

/** strtok: what is between the separators, a character or a class of them. Nothing between two is not a token. */
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
 * follows a further delimiter is lost. Since 4.18 it is split at the first delimiter, which something has to follow.
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

/** The slice without whitespace at either end. Of nothing but whitespace, the end is left. */
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

/** A part of a string that is cut at its commas. */
export interface Field extends Slice {
  /** Key and value, or null for a field without them. */
  readonly pair: readonly [key: Slice, value: Slice] | null;
  /** What of the field xl does not look at. */
  readonly unread?: Span;
  /** Where xl crashes as it cuts this field: what to write instead. */
  readonly crash?: string;
}

/** The common way: spaces before a field are skipped, key and value are as they stand. */
export const splitFields = (text: string): readonly Field[] =>
  strtok(wholeOf(text), ',').map((token) => {
    const field = skipSpaces(token);
    return { text: field.text, start: field.start, end: field.end, pair: splitAt(field, '=') };
  });

/** The other way, of channel and the later p9: whitespace around keys and values is dropped. */
export const splitTrimmedFields = (text: string, xenVersion: XenVersion): readonly Field[] =>
  strtok(wholeOf(text), ',').map((token) => {
    const pair = splitIntoPair(token, '=', xenVersion);
    if (!pair) return { ...token, pair };
    const [key, value] = pair;
    const field = { ...token, pair: [trim(key), trim(value)] } as const;
    return value.end < token.end ? { ...field, unread: span(value.end, token.end) } : field;
  });
