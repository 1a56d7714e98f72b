/** When a crashed server is restarted. Pure. */

/** Crashes are counted within this time. */
const WINDOW_MS = 3 * 60 * 1000;
/** After more crashes than this, the server isn't restarted. */
const MAX_CRASHES = 4;

/** The crashes that still count. All times are in milliseconds since the epoch. */
export const recentCrashes = (crashes: readonly number[], now: number): readonly number[] =>
  crashes.filter((crash) => now - crash < WINDOW_MS);

/** Whether to restart the server. `crashes` includes the current one. */
export const mayRestart = (crashes: readonly number[], now: number): boolean =>
  recentCrashes(crashes, now).length <= MAX_CRASHES;
