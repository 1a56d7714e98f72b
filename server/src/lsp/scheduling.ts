/** Runs of work by key, where only the newest run of a key counts. */

/** Work for one key. `stale` tells at any time whether a newer run was asked for, or the key was dropped. */
export type KeyedTask = (key: string, stale: () => boolean) => Promise<void>;

export interface Scheduler {
  /** Runs the work of `key` once nothing waits to be handled, in place of the run that waits and of the one under way. */
  readonly schedule: (key: string) => void;
  /** Forgets the key: the run that waits is dropped, the one under way is stale. */
  readonly cancel: (key: string) => void;
  readonly cancelAll: () => void;
}

/** Node has a cheaper way than browsers to come back after what else there is to do. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

/** The library handles one message in a turn, and reads what has come in meanwhile in the one after. */
const TURNS_TO_YIELD = 3;

/**
 * Lets messages that have come in meanwhile, a cancellation among them, be handled before what follows. Turns are
 * counted and no time is waited for: a timer is early or late by what else the machine does.
 *
 * @param enough ends it at the turn in which it is true
 */
export const yieldToEventLoop = async (enough: () => boolean = () => false): Promise<void> => {
  for (let turn = 0; turn < TURNS_TO_YIELD && !enough(); turn += 1) await nextTurn();
};

/**
 * There is no pause for a typing person: work begins at once. Where changes come faster than they can be worked on, as
 * when a client catches up, each makes the run before it stale before that has begun, and only the last one is run.
 *
 * @param work what to do; its failures go to `onError`, so that one document's failure is not the server's
 */
export const createScheduler = (work: KeyedTask, onError: (error: unknown) => void): Scheduler => {
  const newest = new Map<string, symbol>();

  const begin = async (key: string, stale: () => boolean): Promise<void> => {
    await yieldToEventLoop(stale);
    if (!stale()) await work(key, stale);
  };

  return {
    schedule: (key) => {
      const run = Symbol(key);
      newest.set(key, run);
      begin(key, () => newest.get(key) !== run).catch(onError);
    },
    cancel: (key) => newest.delete(key),
    cancelAll: () => newest.clear(),
  };
};

export interface Throttle {
  /** Wants one run, within the pause; asking again before it begins changes nothing. */
  readonly request: () => void;
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
    request: ask,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

/** For how long others may have to wait, in milliseconds. */
const MAX_BLOCK_MS = 10;

/** For long work: what it gives is called between the steps, and breathes where others have waited long enough. */
export const createYielder = (): (() => Promise<void>) => {
  let rested = Date.now();
  return async () => {
    if (Date.now() - rested < MAX_BLOCK_MS) return;
    await yieldToEventLoop();
    rested = Date.now();
  };
};
