import { onOneLine, printable, shorten } from '@xlcfg/shared/src/text/printable.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { law } from '../../support/laws.ts';

it('shows unprintable characters as signs', () => {
  expect(printable('a\nb\u0085c\u202ed')).toBe('a␊b\ufffdc\ufffdd');
  expect(printable('é 😀 `x`')).toBe('é 😀 `x`');
});

it('puts text on one line', () => {
  expect(onOneLine('a\r\nb\u2028\u2066c d')).toBe('a b c d');
});

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc…'],
  ['ab😀', 3, 'ab…'],
  ['', 0, ''],
])('%j in at most %i code units is %j', (text, longest, expected) => {
  expect(shorten(text, longest)).toBe(expected);
});

it('never splits a surrogate pair', () => {
  law(fc.tuple(fc.string({ unit: 'binary' }), fc.nat(12)), ([text, longest]) => {
    // Throws for half of a pair.
    expect(() => encodeURIComponent(shorten(text, longest))).not.toThrow();
  });
});
