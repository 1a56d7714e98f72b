/** How far a long run is, for a person who waits. */

interface Stream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

export interface Progress {
  readonly report: (done: number, total: number) => void;
  /** Takes the line away, so that other output can come. It comes again with the next report. */
  readonly clear: () => void;
}

/** In milliseconds: nobody has to be told of what ends before; and the pause between two reports. */
const QUIET = 500;
const PAUSE = 100;

const NONE: Progress = { report: () => {}, clear: () => {} };

/**
 * One line that changes in place, on a terminal only.
 *
 * @param what what is done, such as `checking`
 * @param now the time in milliseconds
 */
export const createProgress = (
  what: string,
  stream: Stream = process.stderr,
  now: () => number = () => performance.now(),
): Progress => {
  if (stream.isTTY !== true) return NONE;
  let next = now() + QUIET;
  let shown = false;
  return {
    report: (done, total) => {
      // The time costs more to ask for than a small file to check.
      if (done % 16 !== 0) return;
      const time = now();
      if (time < next) return;
      next = time + PAUSE;
      shown = true;
      stream.write(`\r${what}: ${Math.floor((100 * done) / total)} %\x1b[K`);
    },
    clear: () => {
      if (shown) stream.write('\r\x1b[K');
      shown = false;
    },
  };
};
