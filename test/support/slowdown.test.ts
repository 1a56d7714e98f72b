import { describe, expect, it } from 'vitest';
import { slowdown } from './slowdown.ts';

describe('slowdown', () => {
  const steps = (count: number): number => {
    let sum = 0;
    for (let step = 0; step < count; step++) sum = (sum + step * step) % 1_000_003;
    return sum;
  };

  it('is small for linear work', () => expect(slowdown((n) => steps(20 * n))).toBeLessThan(10));

  it('is large for quadratic work', () => {
    expect(slowdown((n) => steps(n * n), 40)).toBeGreaterThan(15);
  });
});
