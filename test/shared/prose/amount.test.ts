/** Amounts in the unit that suits their size. */

import { inLargerUnit } from '@xlcfg/shared/src/prose/amount.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { law } from '../../support/laws.ts';

it.each([
  [1024n, 'KiB', '1 MiB', true],
  [1536n, 'MiB', '1.5 GiB', true],
  [5000n, 'MiB', '4.88 GiB', false],
  [2097152n, 'MiB', '2 TiB', true],
  [1500n, 'microseconds', '1.5 ms', true],
  [5400n, 'seconds', '1.5 h', true],
  [-2048n, 'MiB', '-2 GiB', true],
] as const)('%s %s are %s', (amount, unit, text, isExact) => {
  expect(inLargerUnit(amount, unit)).toEqual({ text, isExact });
});

it.each([
  [1023n, 'MiB'],
  [0n, 'MiB'],
  [4096n, 'pages'],
] as const)('%s %s have no larger unit', (amount, unit) =>
  expect(inLargerUnit(amount, unit)).toBeUndefined(),
);

it('is the same amount, rounded to a hundredth', () => {
  const factors: Readonly<Record<string, number>> = { MiB: 1, GiB: 1024, TiB: 1024 * 1024 };
  law(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), (amount) => {
    const larger = inLargerUnit(BigInt(amount), 'MiB');
    if (Math.abs(amount) < 1024) return expect(larger).toBeUndefined();
    const [number = '', unit = ''] = larger?.text.split(' ') ?? [];
    const factor = factors[unit] ?? Number.NaN;
    expect(Math.abs(Number(number) - amount / factor)).toBeLessThanOrEqual(0.005001);
    expect(larger?.isExact).toBe(Number(number) * factor === amount);
  });
});
