/** Times and their ratios. One machine is faster than another, and than itself an hour ago: only ratios say something. */

export type Unit = 'ms' | 'MiB' | 'kB';

export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  /** What it is compared with, in the same unit. Absent: the number stands alone. */
  readonly compared?: { readonly to: string; readonly value: number };
  /** What we want it to be. A wish, not a promise: nothing fails. */
  readonly wanted?: string;
}

export const bytesAs = (unit: 'MiB' | 'kB', bytes: number): number =>
  unit === 'MiB' ? bytes / 1024 ** 2 : Math.round(bytes / 1000);

/** How many times as much as what it is compared with; undefined where there is nothing to compare with. */
export const ratioOf = ({ value, compared }: Row): number | undefined => compared && value / compared.value;

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value that the share `part` of all is not above. */
export const quantile = (values: readonly number[], part: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** How long a call takes, in milliseconds: the median of some, after some that do not count. */
export const timeOf = (work: () => unknown, runs: number): number => {
  const times: number[] = [];
  for (let run = -2; run < runs; run += 1) {
    const start = performance.now();
    work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return median(times);
};

/** Several ways to one end in turn, so that a machine that gets slower meanwhile is slower for all of them. */
export const inTurn = async <T>(ways: readonly (() => Promise<T>)[], rounds: number): Promise<T[][]> => {
  const results = ways.map((): T[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [at, way] of ways.entries()) {
      const result = await way();
      if (round >= 0) results[at]?.push(result);
    }
  }
  return results;
};

const DIGITS: Readonly<Record<Unit, (value: number) => number>> = {
  ms: (value) => (value < 10 ? 2 : 0),
  MiB: () => 1,
  kB: () => 0,
};

const format = (value: number, unit: Unit): string => `${value.toFixed(DIGITS[unit](value))} ${unit}`;

export function formatRow(row: Row): string {
  const { what, value, unit, compared, wanted } = row;
  return [
    what.padEnd(58),
    format(value, unit).padStart(12),
    compared
      ? `${format(compared.value, unit).padStart(12)}  ${compared.to.padEnd(22)} x${ratioOf(row)?.toFixed(2)}`
      : '',
    wanted ? `(wanted: ${wanted})` : '',
  ]
    .filter((part) => part !== '')
    .join('  ');
}
