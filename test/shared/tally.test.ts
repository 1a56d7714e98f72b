import { createTally } from '@xlcfg/shared/src/tally.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../support/laws.ts';

const keysOf = (text: string): readonly string[] => [...text];
const list = fc.array(fc.stringMatching(/^[a-e]{0,3}$/), { maxLength: 6 });

describe('a tally', () => {
  it('is that of the last list, whatever was counted before', () => {
    law(fc.array(list, { minLength: 1, maxLength: 6 }), (lists) => {
      const count = createTally(keysOf);
      for (const items of lists) {
        const keys = items.flatMap(keysOf);
        const { has, repeated } = count(items);
        expect(keysOf('abcde').filter(has)).toEqual(keysOf('abcde').filter((key) => keys.includes(key)));
        expect(repeated).toEqual(new Set(keys.filter((key, at) => keys.indexOf(key) < at)));
      }
    });
  });

  it('asks for the keys of what came and what went alone', () => {
    const asked: string[] = [];
    const count = createTally((text: string) => {
      asked.push(text);
      return [text];
    });
    count(['a', 'b', 'c']);
    asked.length = 0;
    count(['a', 'x', 'c']);
    expect(asked).toEqual(['x', 'b']);
  });
});
