/** Detects functions whose running time grows faster than their input. */

const STEPS = 32;
const ATTEMPTS = 6;
/** No further attempts are made below this ratio. */
const GOOD = 3;
/** In microseconds. A shorter time cannot be measured, and counts as no slowdown. */
const TOO_SHORT = 5000;

/** CPU time in microseconds, which doesn't depend on other load. */
function cost(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * The ratio of the CPU time for an input of 32 times the size to 32 times the CPU time: about 1 for linear work, about 32
 * for quadratic work. Takes the best of several attempts, as garbage collection may slow down any of them.
 *
 * @param work called with the size
 */
export function slowdown(work: (size: number) => void, size = 400): number {
  work(size);
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Repeated, because a single call is too short to be measured.
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
