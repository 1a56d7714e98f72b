import { nearest } from '@xlcfg/shared/src/text/nearest.ts';
import { createWordIndex } from '@xlcfg/shared/src/text/wordIndex.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ANY = (): boolean => true;
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '-'), maxLength: 8 });

describe('an index of words', () => {
  it('finds a word as near as the nearest of all', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word), word, (words, given) => {
        const found = createWordIndex(words).nearest(given, ANY);
        const expected = nearest(given, words);
        expect(found === null).toBe(expected === null);
        if (found === null || expected === null) return;
        // Of equally near words the first of a list is found.
        expect(nearest(given, [found, expected])).toBe(found);
        expect(nearest(given, [expected, found])).toBe(expected);
      }),
    );
  });

  it('follows words that come and go', () => {
    const index = createWordIndex(['netdom']);
    expect(index.nearest('storagedon', ANY)).toBeNull();
    index.add('storagedom');
    expect(index.nearest('storagedon', ANY)).toBe('storagedom');
    expect(index.nearest('storagedon', (other) => other !== 'storagedom')).toBeNull();
    index.delete('storagedom');
    expect(index.nearest('storagedon', ANY)).toBeNull();
  });
});
