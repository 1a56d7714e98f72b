/** Numbers as C and xl read them. The expectations are those of glibc 2.36, those of options the real xl's. */
import {
  atoi,
  parseUlong,
  readConfigNumber,
  sscanf,
  strtol,
  strtoul,
  toInt32,
  toKib,
  toUint32,
} from '@xlcfg/shared/src/cNumbers.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, law } from '../support/laws.ts';

const LONG_MAX = 2n ** 63n - 1n;
const LONG_MIN = -(2n ** 63n);
const ULONG_MAX = 2n ** 64n - 1n;

describe('readConfigNumber', () => {
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
    ['9223372036854775807', LONG_MAX],
    ['-9223372036854775808', LONG_MIN],
  ])('reads %j as %s', (text, value) => expect(readConfigNumber(text)).toEqual({ kind: 'number', value }));

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
  ])('finds no number in %j', (text) => expect(readConfigNumber(text)).toEqual({ kind: 'notANumber' }));

  it.each([
    '9223372036854775808',
    '-9223372036854775809',
    '99999999999999999999999999',
    '0xffffffffffffffff',
  ])('finds %j too large', (text) => expect(readConfigNumber(text)).toEqual({ kind: 'tooLarge' }));
});

describe('strtol and strtoul', () => {
  it.each<readonly [text: string, base: 0 | 10 | 16, value: bigint, end: number]>([
    ['12x', 10, 12n, 2],
    ['12x', 0, 12n, 2],
    ['010', 10, 10n, 3],
    ['08', 0, 0n, 1],
    ['0x', 0, 0n, 1],
    ['0x', 16, 0n, 1],
    ['0x1g', 0, 1n, 3],
    ['0x1g', 16, 1n, 3],
    ['0x10', 10, 0n, 1],
    ['fFg', 16, 255n, 2],
    [' \v+5 ', 10, 5n, 4],
  ])('read %j with base %i as %s', (text, base, value, end) => {
    expect(strtol(text, base)).toEqual({ value, end, outOfRange: false });
    expect(strtoul(text, base)).toEqual({ value, end, outOfRange: false });
  });

  it.each([
    ['9223372036854775807', LONG_MAX, false, LONG_MAX, false],
    ['9223372036854775808', LONG_MAX, true, 2n ** 63n, false],
    ['-9223372036854775809', LONG_MIN, true, 2n ** 63n - 1n, false],
    ['18446744073709551616', LONG_MAX, true, ULONG_MAX, true],
    ['-18446744073709551616', LONG_MIN, true, ULONG_MAX, true],
    ['-1', -1n, false, ULONG_MAX, false],
  ])('read %s as %s (out of range: %s) and %s (%s)', (text, signed, signedError, unsigned, unsignedError) => {
    const end = text.length;
    expect(strtol(text, 10)).toEqual({ value: signed, end, outOfRange: signedError });
    expect(strtoul(text, 10)).toEqual({ value: unsigned, end, outOfRange: unsignedError });
  });

  it.each(['', 'x', '-', '+ 1', '\u00a01', '٣'])('find no number in %j', (text) => {
    expect([strtol(text, 0), strtoul(text, 10), strtoul(text, 16)]).toEqual([null, null, null]);
  });

  it('begin at an offset, and find nothing after the end', () => {
    expect(strtol('1,-2', 10, 2)).toMatchObject({ value: -2n, end: 4 });
    expect(strtol('1', 10, 1)).toBeNull();
    expect(strtol('1', 10, 2)).toBeNull();
  });

  it('take time proportional to the length', () => {
    expect(strtol('9'.repeat(100_000), 10)?.end).toBe(100_000);
    expect(strtoul(`0${'7'.repeat(100_000)}`, 0)?.end).toBe(100_001);
  });

  it('read what JavaScript writes', () => {
    law(fc.tuple(fc.bigInt(LONG_MIN, LONG_MAX), anyText), ([value, rest]) => {
      const text = `${value}${rest.replace(/^[0-9]+/, '')}`;
      const read = { value, outOfRange: false };
      expect(strtol(text, 10)).toEqual({ ...read, end: String(value).length });
      const hexadecimal = `${value < 0n ? '-' : ''}0x${(value < 0n ? -value : value).toString(16)}`;
      expect(strtol(hexadecimal, 0)).toEqual({ ...read, end: hexadecimal.length });
    });
  });
});

describe('atoi', () => {
  it.each([
    ['7x', 7],
    ['x', 0],
    ['2147483648', -(2 ** 31)],
    ['4294967296', 0],
    ['9223372036854775807', -1],
    ['36893488147419103232', -1],
    ['-36893488147419103232', 0],
  ])('reads %j as %i', (text, value) => expect(atoi(text)).toBe(value));
});

describe('parseUlong', () => {
  it.each([
    ['7x', 7n],
    ['-2', ULONG_MAX - 1n],
  ])('reads %j as %s', (text, value) => expect(parseUlong(text)?.value).toBe(value));

  it.each(['x', '', '-1', '18446744073709551615', '99999999999999999999'])('rejects %j', (text) => {
    expect(parseUlong(text)).toBeNull();
  });
});

describe('sscanf', () => {
  it.each<readonly [text: string, format: string, values: readonly bigint[], end: number]>([
    ['1-3x', '%u-%u', [1n, 3n], 3],
    ['1-', '%u-%u', [1n], 1],
    ['1 -3', '%u-%u', [1n], 1],
    ['-', '%u-%u', [], 0],
    ['-1', '%u', [4294967295n], 2],
    ['99999999999999999999', '%u', [4294967295n], 20],
    ['99999999999999999999', '%i', [-1n], 20],
    ['d0x1p08', 'd%ip%i', [1n, 0n], 6],
    ['d0xp1', 'd%ip%i', [0n, 1n], 5],
    ['0xg', '%x', [0n], 2],
    ['100000003', '%x', [3n], 9],
    ['-1', '%lx', [ULONG_MAX], 2],
    ['0,0x10@', '%lx,%lx@%lx', [0n, 16n], 6],
  ])('reads %j with %s', (text, format, values, end) => {
    expect(sscanf(text, format)).toEqual({ values, end });
  });
});

describe('what C stores', () => {
  it.each([
    [2n ** 31n, -(2 ** 31), 2 ** 31],
    [2n ** 32n + 1n, 1, 1],
    [-1n, -1, 2 ** 32 - 1],
  ])('of %s is %i in an int, %i in an unsigned int', (value, int, unsigned) => {
    expect([toInt32(value), toUint32(value)]).toEqual([int, unsigned]);
  });

  it('of MiB are KiB in 64 bits', () => {
    expect([toKib(3n), toKib(-1n)]).toEqual([3072n, 2n ** 64n - 1024n]);
  });
});
