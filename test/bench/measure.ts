/** Times and their ratios. One machine is faster than another, and than itself an hour ago: only ratios say something. */

export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What it is compared with, and how it came out. Absent: the number stands alone. */
  readonly compared?: { readonly to: string; readonly measured: string; readonly ratio: number };
  /** What we want it to be. A wish, not a promise: nothing fails. */
  readonly wanted?: string;
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;

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

export const formatRow = ({ what, measured, compared, wanted }: Row): string =>
  [
    what.padEnd(58),
    measured.padStart(12),
    compared
      ? `${compared.measured.padStart(12)}  ${compared.to.padEnd(22)} x${compared.ratio.toFixed(2)}`
      : '',
    wanted ? `(wanted: ${wanted})` : '',
  ]
    .filter((part) => part !== '')
    .join('  ');
