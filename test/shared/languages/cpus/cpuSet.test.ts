import { isEmptySet } from '@xlcfg/shared/src/languages/cpus/cpuSet.ts';
import { describe, expect, it } from 'vitest';

describe('isEmptySet', () => {
  const steps = (text: string) =>
    text.split(' ').map((step) => {
      const [first = 0, last = first] = step.replace('^', '').split('-').map(Number);
      return { first, last, remove: step.startsWith('^') };
    });

  it.each([
    ['0-3', false],
    ['^0-3', true],
    ['^0-3 2', false],
    ['0-3 ^0-1 ^2-3', true],
    ['0-3 ^2-3 ^0', false],
    ['0-9 ^5-9 ^0-2 ^3-4', true],
    ['0-9 ^6-9 ^0-2 ^3-4', false],
    ['5 ^4-4 ^6-6', false],
    ['4-6 ^4 ^6 ^5', true],
  ])('%s: %s', (text, empty) => {
    expect(isEmptySet(steps(text))).toBe(empty);
  });
});
