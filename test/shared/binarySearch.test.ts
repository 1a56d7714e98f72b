import { lastStartingBy, partitionPoint } from '@xlcfg/shared/src/binarySearch.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { law } from '../support/laws.ts';

const sorted = fc.array(fc.integer({ min: 0, max: 20 })).map((numbers) => numbers.sort((a, b) => a - b));

it('finds the first item that a linear search finds', () => {
  law(fc.tuple(sorted, fc.integer({ min: -1, max: 21 })), ([numbers, limit]) => {
    const index = numbers.findIndex((number) => number >= limit);
    expect(partitionPoint(numbers, (number) => number < limit)).toBe(index < 0 ? numbers.length : index);
  });
});

it('asks about as many items as the logarithm of their number', () => {
  const numbers = Array.from({ length: 1 << 16 }, (_, index) => index);
  let asked = 0;
  partitionPoint(numbers, (number) => {
    asked++;
    return number < 12_345;
  });
  expect(asked).toBeLessThanOrEqual(17);
});

it.each([
  [-1, undefined],
  [0, 0],
  [4, 0],
  [5, 2],
  [9, 2],
])('at offset %i, item %j is the last that starts there or before', (offset, index) => {
  const items = [{ start: 0 }, { start: 5 }, { start: 5 }, { start: 10 }];
  expect(lastStartingBy(items, offset)).toBe(index === undefined ? undefined : items[index]);
});
