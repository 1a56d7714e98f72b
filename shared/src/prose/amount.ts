/** Amounts in a larger unit. */

/** Each unit, and the next larger one. */
const LARGER: ReadonlyMap<string, readonly [unit: string, factor: bigint]> = new Map([
  ['KiB', ['MiB', 1024n]],
  ['MiB', ['GiB', 1024n]],
  ['GiB', ['TiB', 1024n]],
  ['microseconds', ['ms', 1000n]],
  ['ms', ['s', 1000n]],
  ['seconds', ['min', 60n]],
  ['min', ['h', 60n]],
]);

export interface Amount {
  /** `2 GiB`, with two decimals at most. */
  readonly text: string;
  /** False where it is rounded. */
  readonly isExact: boolean;
}

/** The amount in the largest unit of which there is a whole one; undefined where that is the unit it has. */
export function inLargerUnit(amount: bigint, unit: string): Amount | undefined {
  const size = amount < 0n ? -amount : amount;
  let factor = 1n;
  let larger = unit;
  for (let next = LARGER.get(larger); next && size >= factor * next[1]; next = LARGER.get(larger)) {
    larger = next[0];
    factor *= next[1];
  }
  if (larger === unit) return undefined;
  const hundredths = (size * 100n + factor / 2n) / factor;
  const decimals = `${hundredths % 100n}`.padStart(2, '0').replace(/0{1,2}$/, '');
  const sign = amount < 0n ? '-' : '';
  return {
    text: `${sign}${hundredths / 100n}${decimals === '' ? '' : `.${decimals}`} ${larger}`,
    isExact: hundredths * factor === size * 100n,
  };
}
