/** The word that is proposed for a misspelt one. */

import { candidateOf, nearest, nearestOf } from '@xlcfg/shared/src/text/nearest.ts';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, it } from 'vitest';
import { law } from '../../support/laws.ts';

const WORDS = ['name', 'memory', 'maxmem', 'type', 'pv', 'hvm', 'vcpus', 'on_crash'];

it.each([
  // One slip: a letter too many, too few, another one, two in the wrong order.
  ['nname', 'name'],
  ['nme', 'name'],
  ['nane', 'name'],
  ['nmae', 'name'],
  ['memroy', 'memory'],
  ['hmv', 'hvm'],
  ['vp', 'pv'],
  // A slip for each three letters.
  ['memmroy', 'memory'],
  ['oncrash', 'on_crash'],
  ['on-carsh', null],
  ['memoryy', 'memory'],
  ['tpe', 'type'],
  ['vcpu', 'vcpus'],
  // Too far away.
  ['foo', null],
  ['na', null],
  ['', null],
  ['x'.repeat(61), null],
  // The word itself, where it is known.
  ['type', 'type'],
])('%j: %s', (word, meant) => expect(nearest(word, WORDS)).toBe(meant));

it('prefers the first of equally near words', () => {
  expect(nearest('cat', ['bat', 'car'])).toBe('bat');
  expect(nearest('cat', ['car', 'bat'])).toBe('car');
});

it('prefers a nearer word to an earlier one', () =>
  expect(nearest('memor', ['memo', 'memory', 'mem'])).toBe('memo'));

it('ignores words that are not eligible', () => {
  const candidates = ['memory', 'memo', 'mem'].map(candidateOf);
  expect(nearestOf('memor', candidates)).toBe('memory');
  expect(nearestOf('memor', candidates, { eligible: (word) => word !== 'memory' })).toBe('memo');
  expect(nearestOf('memor', candidates, { eligible: () => false })).toBe(null);
});

it('finds the nearest of any words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'q', '1', '_'), minLength: 1, maxLength: 9 });
  law(fc.tuple(word, fc.array(word, { minLength: 1 })), ([written, words]) => {
    const least = Math.min(...words.map((known) => distance(written, known)));
    const found = nearest(written, words);
    const limit = Math.max(1, Math.floor(written.length / 3));
    if (found === null) expect(least).toBeGreaterThan(limit);
    // Two letters in the wrong order are two slips to the measure, and one to a person.
    else expect(distance(written, found)).toBeLessThanOrEqual(Math.max(least, 2));
  });
});
