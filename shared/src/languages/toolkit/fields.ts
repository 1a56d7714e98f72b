/** Fields of a string that is cut at its commas. */
import type { XenVersion } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';
import { type Slice, skipSpaces, splitAt, splitIntoPair, strtok, trim, wholeOf } from './slice.ts';

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
