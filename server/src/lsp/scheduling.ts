/** Runs of work by key, where only the newest run of a key counts. */

/** Work for one key. `stale` tells at any time whether a newer run was asked for, or the key was dropped. */
export type Work = (key: string, stale: () => boolean) => Promise<void>;

export interface Scheduler {
  /** Runs the work of `key` after `delay` milliseconds, in place of the run that waits and of the one under way. */
  readonly schedule: (key: string, delay: number) => void;
  /** Forgets the key: the run that waits is dropped, the one under way is stale. */
  readonly drop: (key: string) => void;
  readonly dropAll: () => void;
}

/**
 * @param work what to do; its failures go to `onError`, so that one document's failure is not the server's
 */
export const createScheduler = (work: Work, onError: (error: unknown) => void): Scheduler => {
  const newest = new Map<string, { readonly timer: ReturnType<typeof setTimeout> }>();

  const drop = (key: string): void => {
    clearTimeout(newest.get(key)?.timer);
    newest.delete(key);
  };

  const schedule = (key: string, delay: number): void => {
    drop(key);
    const run = {
      timer: setTimeout(() => {
        work(key, () => newest.get(key) !== run).catch(onError);
      }, delay),
    };
    newest.set(key, run);
  };

  return { schedule, drop, dropAll: () => [...newest.keys()].forEach(drop) };
};

export interface Throttle {
  /** Wants one run, within the pause; asking again before it begins changes nothing. */
  readonly ask: () => void;
  /** Ends what waits and what is under way. Asking has no effect after it. */
  readonly stop: () => void;
}

/**
 * Runs work at most once in each pause, and never twice at a time.
 *
 * @param work `stopped` turns true when nobody wants the result any more
 * @param pause in milliseconds
 */
export const createThrottle = (
  work: (stopped: () => boolean) => Promise<void>,
  pause: number,
  onError: (error: unknown) => void,
): Throttle => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let wanted = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    timer = undefined;
    running = true;
    wanted = false;
    try {
      await work(() => stopped);
    } catch (error) {
      onError(error);
    }
    running = false;
    if (wanted) ask();
  };

  const ask = (): void => {
    wanted = true;
    if (stopped || running || timer !== undefined) return;
    timer = setTimeout(() => void run(), pause);
  };

  return {
    ask,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

/** Lets messages that have come in meanwhile, a cancellation among them, be handled before what follows. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** For how long others may have to wait, in milliseconds. */
const MAX_BLOCK_MS = 10;

/** For long work: what it gives is called between the steps, and breathes where others have waited long enough. */
export const createRests = (): (() => Promise<void>) => {
  let rested = Date.now();
  return async () => {
    if (Date.now() - rested < MAX_BLOCK_MS) return;
    await breathe();
    rested = Date.now();
  };
};
