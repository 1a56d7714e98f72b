/** The limits of tests: only what hangs reaches them, however busy the machine is. */

/** How long a test or its preparation may take, for the runner. */
export const LIMITS = { testTimeout: 1_200_000, hookTimeout: 1_200_000 };

/** How long a test waits for one event: less than the runner, so that the failure names the event. */
export const WAIT_MS = 300_000;
