/** What users write around and between values, and xl takes for a part of them. */
import { type Span, span } from '../../span.ts';
import type { SpecFault } from '../language.ts';
import { faultAt } from './draft.ts';

const QUOTED = /^\s*(["'])(.*)\1\s*$/s;

/** The value without quotes and spaces around it. */
export const withoutPadding = (value: string): string => (QUOTED.exec(value)?.[2] ?? value).trim();

/** The fault of a value with quotes or spaces around it; undefined for another one, and for spaces alone. */
export function paddingFault(value: string, at: Span, parameter?: string): SpecFault | undefined {
  const bare = withoutPadding(value);
  if (bare === value || bare === '') return undefined;
  const isQuoted = QUOTED.test(value);
  const advice = isQuoted ? `Remove the quotes: \`${bare}\`.` : `Remove the space: \`${bare}\`.`;
  return faultAt(at, 'padding', 'ignored', {
    ...(parameter === undefined ? {} : { parameter }),
    value,
    advice,
    replacement: { newText: bare },
  });
}

/** `bridge=xenbr0 mac=...`: what stands where the comma belongs, and the key behind it. */
const SEPARATOR = /[ \t]*[;|][ \t]*|[ \t]+/g;
const KEY = /([a-z][a-z0-9_-]*)=/y;

/**
 * The fault of a value that holds the next field, because something else stands where the comma belongs; undefined for
 * another value.
 *
 * @param isKey whether the strings of the option have such a key
 */
export function separatorFault(
  value: string,
  at: Span,
  parameter: string,
  isKey: (key: string) => boolean,
): SpecFault | undefined {
  for (const { index, 0: separator } of value.matchAll(SEPARATOR)) {
    KEY.lastIndex = index + separator.length;
    const key = KEY.exec(value)?.[1];
    if (key === undefined || index === 0 || !isKey(key)) continue;
    const start = at.start + index;
    return faultAt(span(start, start + separator.length), 'separator', 'ignored', {
      parameter,
      value: key,
      replacement: { newText: ',' },
    });
  }
  return undefined;
}
