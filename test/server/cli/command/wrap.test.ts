import { describe, expect, it } from 'vitest';
import { wrap } from '../../../../server/src/cli/command/wrap.ts';

describe('a wrapped paragraph', () => {
  it.each([
    ['a b c', 3, 'a b\nc'],
    ['abcdef g', 3, 'abcdef\ng'],
    ['', 3, ''],
  ])('of %j in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toBe(lines);
  });
});
