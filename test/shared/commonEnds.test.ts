import { commonEnds } from '@xlcfg/shared/src/commonEnds.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { law } from '../support/laws.ts';

it.each([
  ['', '', 0, 0],
  ['abc', 'abc', 3, 0],
  ['abc', 'axc', 1, 1],
  ['aa', 'aaa', 2, 0],
  ['xabc', 'yabc', 0, 3],
  ['abc', '', 0, 0],
])('of %j and %j: %i and %i', (a, b, start, end) => expect(commonEnds(a, b)).toEqual({ start, end }));

it('compares items as it is told', () => {
  expect(commonEnds([1, 2, 30], [-1, 2.5, -30], (a = 0, b = 0) => Math.abs(a) === Math.abs(b))).toEqual({
    start: 1,
    end: 1,
  });
});

it('leaves the middle, which differs at both of its ends', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b') });
  law(fc.tuple(text, text), ([a, b]) => {
    const { start, end } = commonEnds(a, b);
    expect(a.slice(0, start)).toBe(b.slice(0, start));
    expect(a.slice(a.length - end)).toBe(b.slice(b.length - end));
    const [middleOfA, middleOfB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
    if (middleOfA === '' || middleOfB === '') return;
    expect(middleOfA[0]).not.toBe(middleOfB[0]);
    expect(middleOfA.at(-1)).not.toBe(middleOfB.at(-1));
  });
});
