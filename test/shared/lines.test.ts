import { lineEndAt, lineStartAt } from '@xlcfg/shared/src/lines.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { law } from '../support/laws.ts';

it.each([
  ['', 0, 0, 0],
  ['ab', 1, 0, 2],
  ['a\nb', 1, 0, 1],
  ['a\nb', 2, 2, 3],
  ['\n\n', 0, 0, 0],
  ['\n\n', 1, 1, 1],
  ['\n\n', 2, 2, 2],
  ['a\r\nb', 0, 0, 2],
])('of %j at offset %i is from %i to %i', (text, offset, start, end) => {
  expect([lineStartAt(text, offset), lineEndAt(text, offset)]).toEqual([start, end]);
});

it('a line has no line feed, and one on each side', () => {
  law(fc.tuple(fc.string({ unit: fc.constantFrom('a', '\n', '\r') }), fc.nat(10)), ([text, at]) => {
    const offset = Math.min(at, text.length);
    const [start, end] = [lineStartAt(text, offset), lineEndAt(text, offset)];
    expect(text.slice(start, end)).not.toContain('\n');
    expect([undefined, '\n']).toContain(text[start - 1]);
    expect([undefined, '\n']).toContain(text[end]);
  });
});
