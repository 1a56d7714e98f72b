/** Guards against work that grows faster than its input. */

const STEPS = 16;

/** The shortest of some runs, which other load on the machine cannot make shorter. */
function shortest(run: () => void, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < runs; count++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/**
 * How much more time than the sixteenfold an input of the sixteenfold size takes: about 1 where time is proportional to
 * the size, about 16 where it grows with its square. `work` gets the size.
 */
export function slowdown(work: (size: number) => void, size = 500): number {
  work(size);
  const small = shortest(() => work(size), 5);
  const large = shortest(() => work(size * STEPS), 2);
  // Less than this cannot be measured, and is fast enough for anything.
  return large < 5 ? 0 : large / (small * STEPS);
}
