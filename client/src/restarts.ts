/** When a server that ended by itself is started again. Pure. */

/** Within this time, in milliseconds, ... */
const WINDOW_MS = 3 * 60 * 1000;
/** ... it may end this often and be started again. */
const MOST = 4;

/** The ends that still count at a time, all in milliseconds of one clock. */
export const recentEnds = (ends: readonly number[], now: number): readonly number[] =>
  ends.filter((end) => now - end < WINDOW_MS);

/** Whether to start again after these ends, the newest of which is just now. */
export const mayRestart = (ends: readonly number[], now: number): boolean =>
  recentEnds(ends, now).length <= MOST;
