/** Shows how far a long run is. */

interface OutputStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

export interface Progress {
  readonly report: (done: number, total: number) => void;
  /** Removes the line, so that other output can be printed. The next report shows it again. */
  readonly clear: () => void;
}

/** In milliseconds. Nothing is shown for a run that is over before the first delay. */
const FIRST_DELAY = 500;
const INTERVAL = 100;

/** In files. Asking for the time takes longer than checking a small file. */
const STEP = 16;

const NO_PROGRESS: Progress = { report: () => {}, clear: () => {} };

/**
 * A line that is updated in place, on a terminal only.
 *
 * @param activity what is being done, such as `checking`
 * @param now the time in milliseconds
 */
export const createProgress = (
  activity: string,
  stream: OutputStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress => {
  if (stream.isTTY !== true) return NO_PROGRESS;
  let nextUpdate = now() + FIRST_DELAY;
  let isShown = false;
  return {
    report: (done, total) => {
      if (done % STEP !== 0) return;
      const time = now();
      if (time < nextUpdate) return;
      nextUpdate = time + INTERVAL;
      isShown = true;
      stream.write(`\r${activity}: ${Math.floor((100 * done) / total)} %\x1b[K`);
    },
    clear: () => {
      if (isShown) stream.write('\r\x1b[K');
      isShown = false;
    },
  };
};
