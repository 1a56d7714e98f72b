import { describe, expect, it } from 'vitest';
import { expand } from './cursor.ts';

describe('expanding a snippet gives the first choice of each tab stop', () => {
  const stop = (inside: string): string => `\${${inside}}`;
  it.each([
    [`a = ${stop('1|x,y|')}`, 'a = x'],
    ['"$1"', '""'],
    [`${stop('1:a\\}b')},$2`, 'a}b,'],
    [stop('1|a\\,b,c|'), 'a,b'],
  ])('%s', (snippet, text) => expect(expand(snippet)).toBe(text));
});
