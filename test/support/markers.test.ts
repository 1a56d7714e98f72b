import { describe, expect, it } from 'vitest';
import { mark, marked, withCursor } from './markers.ts';

describe('marked and mark', () => {
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
  ])('are inverse for %j', (source, offsets) => {
    const { text, spans } = marked(source);
    expect(spans.map(({ start, end }) => [start, end])).toEqual(offsets);
    expect(mark(text, spans)).toBe(source);
  });

  it.each(['«a', 'a»', '»a«'])('marked throws for %j', (source) => {
    expect(() => marked(source)).toThrow(source);
  });
});

describe('withCursor', () => {
  it('returns the text and the offset', () => expect(withCursor('ab|c')).toEqual({ text: 'abc', offset: 2 }));

  it.each(['abc', 'a|b|c'])('throws for %j', (source) => {
    expect(() => withCursor(source)).toThrow('one |');
  });
});
