/** The helpers of the tests, where a mistake would make other tests mean nothing. */
import { describe, expect, it } from 'vitest';
import { mark, marked, withCursor } from './markers.ts';
import { patient } from './patient.ts';
import { slowdown } from './slowdown.ts';

describe('marks', () => {
  it.each([
    ['abc', []],
    ['«abc»', [[0, 3]]],
    [
      'a«»b«c»',
      [
        [1, 1],
        [1 + 1, 3],
      ],
    ],
    [
      '«a«b»»«c»',
      [
        [0, 2],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      '««a»b»',
      [
        [0, 1],
        [0, 2],
      ],
    ],
  ])('in %j are read and written', (source, places) => {
    const { text, spans } = marked(source);
    expect(spans.map(({ start, end }) => [start, end])).toEqual(places);
    expect(mark(text, spans)).toBe(source);
  });

  it.each(['«a', 'a»', '»a«'])('that do not go together, as in %j, are told', (source) => {
    expect(() => marked(source)).toThrow(source);
  });
});

describe('a cursor', () => {
  it('is taken out of the text', () => expect(withCursor('ab|c')).toEqual({ text: 'abc', offset: 2 }));

  it.each(['abc', 'a|b|c'])('is wanted once, not as in %j', (source) => {
    expect(() => withCursor(source)).toThrow('one |');
  });
});

describe('the slowdown of work', patient, () => {
  const steps = (count: number): number => {
    let sum = 0;
    for (let step = 0; step < count; step++) sum = (sum + step * step) % 1_000_003;
    return sum;
  };

  it('that grows like its input is small', () => expect(slowdown((n) => steps(20 * n))).toBeLessThan(10));

  it('that grows with the square of its input is large', () => {
    expect(slowdown((n) => steps(n * n), 40)).toBeGreaterThan(15);
  });
});
