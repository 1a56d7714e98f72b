/** Guards against work that grows faster than its input. */

const STEPS = 32;
const ATTEMPTS = 6;
/** A ratio that needs no second look. */
const GOOD = 3;
/** Less than this, in microseconds, cannot be measured, and is fast enough for anything. */
const TOO_SHORT = 5000;

/** Processor time in microseconds, which other load on the machine does not count for. */
function cost(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * How much more than 32 times the work an input of 32 times the size takes: about 1 where the work is proportional to
 * the size, about 32 where it grows with its square. `work` gets the size. The best of some attempts, since a
 * collection of garbage may fall into any of them.
 */
export function slowdown(work: (size: number) => void, size = 400): number {
  work(size);
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Several at once: one alone is too short to be measured.
    small = Math.min(small, cost(() => repeat(STEPS, () => work(size))) / STEPS);
    large = Math.min(
      large,
      cost(() => work(size * STEPS)),
    );
    if (large < TOO_SHORT || large / (small * STEPS) < GOOD) break;
  }
  return large < TOO_SHORT ? 0 : large / (small * STEPS);
}

function repeat(times: number, run: () => void): void {
  for (let count = 0; count < times; count++) run();
}
