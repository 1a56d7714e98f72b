/** Numbers as C's strtol and xl read them. Those of options were put to the real xl. */

import { clampToLong, fitsLong, readInteger, toInt32 } from '@xlcfg/shared/src/cNumbers.ts';
import { readNumber } from '@xlcfg/shared/src/model/configNumber.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, law } from '../../support/laws.ts';

describe('the number of an option', () => {
  it.each([
    ['512', 512n],
    ['0', 0n],
    ['0x10', 16n],
    ['0X1f', 31n],
    ['010', 8n],
    ['00', 0n],
    [' 2', 2n],
    ['\t\n2', 2n],
    ['-1', -1n],
    ['+7', 7n],
    [' -0x10', -16n],
    ['9223372036854775807', 2n ** 63n - 1n],
    ['-9223372036854775808', -(2n ** 63n)],
  ])('%j is %s', (text, value) => expect(readNumber(text)).toEqual({ kind: 'number', value }));

  it.each([
    '',
    ' ',
    '08',
    '019',
    '12abc',
    '1e3',
    '1.5',
    '512M',
    '2 ',
    '2\n',
    'x',
    '0x',
    '0xg',
    '- 1',
    '--1',
    '1 2',
  ])('%j is none', (text) => expect(readNumber(text)).toEqual({ kind: 'notANumber' }));

  it.each([
    '9223372036854775808',
    '-9223372036854775809',
    '99999999999999999999999999',
    '0xffffffffffffffff',
  ])('%j is too large', (text) => expect(readNumber(text)).toEqual({ kind: 'tooLarge' }));
});

describe('the integer that a text begins with', () => {
  it.each<readonly [text: string, base: 0 | 10, value: bigint, length: number]>([
    ['12x', 10, 12n, 2],
    ['12x', 0, 12n, 2],
    ['010', 10, 10n, 3],
    ['08', 0, 0n, 1],
    ['0x', 0, 0n, 1],
    ['0x1g', 0, 1n, 3],
    ['0x10', 10, 0n, 1],
    [' \v-5 ', 10, -5n, 4],
  ])('%j, base %i: %s', (text, base, value, length) => {
    expect(readInteger(text, base)).toEqual({ value, length });
  });

  it.each(['', 'x', '-', '+ 1', '\u00a01', '٣'])('%j begins with none', (text) => {
    expect([readInteger(text, 0), readInteger(text, 10)]).toEqual([null, null]);
  });

  it('of any length is read in time proportional to it', () => {
    expect(readInteger('9'.repeat(100_000), 10)?.length).toBe(100_000);
    expect(readInteger(`0${'7'.repeat(100_000)}`, 0)?.length).toBe(100_001);
  });

  it('is read like the number that JavaScript reads', () => {
    law(fc.tuple(fc.bigInt(-(2n ** 70n), 2n ** 70n), anyText), ([value, rest]) => {
      const text = `${value}${rest.replace(/^[0-9]+/, '')}`;
      expect(readInteger(text, 10)).toEqual({ value, length: String(value).length });
      const hexadecimal = `${value < 0n ? '-' : ''}0x${(value < 0n ? -value : value).toString(16)}`;
      expect(readInteger(hexadecimal, 0)).toEqual({ value, length: hexadecimal.length });
    });
  });
});

describe('limits of C', () => {
  it.each([
    [2n ** 63n, 2n ** 63n - 1n, false],
    [-(2n ** 63n) - 1n, -(2n ** 63n), false],
    [5n, 5n, true],
  ])('%s is %s as a long; it fits: %s', (value, long, fits) => {
    expect([clampToLong(value), fitsLong(value)]).toEqual([long, fits]);
  });

  it.each([
    [2n ** 31n, -(2 ** 31)],
    [2n ** 32n + 1n, 1],
    [-1n, -1],
  ])('%s is %i as an int', (value, int) => expect(toInt32(value)).toBe(int));
});
