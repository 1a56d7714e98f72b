/** Fields of a string that is cut at its commas. */
import type { XenVersion } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';
import type { SpecParameter } from '../language.ts';
import { parameterOf } from './draft.ts';
import { type Slice, skipSpaces, splitIntoPair, strtok, trim, wholeOf } from './slice.ts';

export interface Field extends Slice {
  /** Key and value; null for a field without them. */
  readonly parameter: SpecParameter | null;
  /** The rest of the field, which xl ignores. */
  readonly unread?: Span;
  /** Present if xl crashes as it cuts this field: what to write instead. */
  readonly crash?: string;
}

/** The field with key and value at its first `=`, not trimmed. */
export function fieldOf({ text, start, end }: Slice): Field {
  const equals = text.indexOf('=');
  if (equals < 0) return { text, start, end, parameter: null };
  const name = text.slice(0, equals);
  const value = text.slice(equals + 1);
  const nameSpan = span(start, start + equals);
  const valueSpan = span(start + equals + 1, end);
  return { text, start, end, parameter: { kind: 'parameter', start, end, name, nameSpan, value, valueSpan } };
}

/** The usual way: spaces before a field are skipped. */
export const splitFields = (text: string): readonly Field[] =>
  strtok(wholeOf(text), ',').map((token) => fieldOf(skipSpaces(token)));

/** The way of channel, and of p9 since 4.18: keys and values are trimmed. */
export const splitTrimmedFields = (text: string, xenVersion: XenVersion): readonly Field[] =>
  strtok(wholeOf(text), ',').map((token) => {
    const pair = splitIntoPair(token, '=', xenVersion);
    if (!pair) return { ...token, parameter: null };
    const [key, value] = pair;
    const parameter = parameterOf(trim(key), trim(value));
    if (value.end === token.end) return { ...token, parameter };
    const unread = span(value.end, token.end);
    return { ...token, parameter: { ...parameter, end: token.end }, unread };
  });
