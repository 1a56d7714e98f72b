/** The word that is proposed for a misspelt one. */
import { expect, it } from 'vitest';
import { nearest } from '../../../shared/src/rules/nearest.ts';

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

it('of equally near ones it is the first', () => {
  expect(nearest('cat', ['bat', 'car'])).toBe('bat');
  expect(nearest('cat', ['car', 'bat'])).toBe('car');
});

it('a nearer one goes before an earlier one', () =>
  expect(nearest('memor', ['memo', 'memory', 'mem'])).toBe('memo'));
