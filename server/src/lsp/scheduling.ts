/** Asynchronous work that is superseded, throttled, or yields to other work. */

/** Work for one key. `isStale` turns true when a newer run for the key is scheduled, or the key is cancelled. */
export type KeyedTask = (key: string, isStale: () => boolean) => Promise<void>;

export interface Scheduler {
  /** Runs the task for `key` after pending messages have been handled. Supersedes an earlier run for the key. */
  readonly schedule: (key: string) => void;
  /** Makes the run for the key stale, or drops it if it hasn't started. */
  readonly cancel: (key: string) => void;
  readonly cancelAll: () => void;
}

/** Browsers have no setImmediate; in Node it is cheaper than a timer. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

/** vscode-jsonrpc handles one message per turn, and reads further input in the turn after. */
const TURNS_TO_YIELD = 3;

/**
 * Lets pending messages be handled first, such as a cancellation. Counts turns of the event loop rather than time,
 * because timers are imprecise on a busy machine.
 *
 * @param isDone ends the wait at the first turn in which it is true
 */
export const yieldToEventLoop = async (isDone: () => boolean = () => false): Promise<void> => {
  for (let turn = 0; turn < TURNS_TO_YIELD && !isDone(); turn += 1) await nextTurn();
};

/**
 * Creates a scheduler without a typing delay: work starts at once. If changes arrive in a burst, each run is superseded
 * before it starts, and only the last one is executed.
 *
 * @param onError receives the failures of the task, so that one document cannot take the server down
 */
export const createScheduler = (task: KeyedTask, onError: (error: unknown) => void): Scheduler => {
  const latest = new Map<string, symbol>();

  const start = async (key: string, isStale: () => boolean): Promise<void> => {
    await yieldToEventLoop(isStale);
    if (!isStale()) await task(key, isStale);
  };

  return {
    schedule: (key) => {
      const run = Symbol(key);
      latest.set(key, run);
      start(key, () => latest.get(key) !== run).catch(onError);
    },
    cancel: (key) => latest.delete(key),
    cancelAll: () => latest.clear(),
  };
};

export interface Throttle {
  /** Requests a run within the interval. Has no effect if one is already pending. */
  readonly request: () => void;
  /** Cancels the pending run and stops the active one. Later requests have no effect. */
  readonly stop: () => void;
}

/**
 * Runs a task at most once per interval, and never concurrently.
 *
 * @param task `isStopped` turns true when the result is no longer needed
 * @param intervalMs in milliseconds
 */
export const createThrottle = (
  task: (isStopped: () => boolean) => Promise<void>,
  intervalMs: number,
  onError: (error: unknown) => void,
): Throttle => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let requested = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    timer = undefined;
    running = true;
    requested = false;
    try {
      await task(() => stopped);
    } catch (error) {
      onError(error);
    }
    running = false;
    if (requested) request();
  };

  const request = (): void => {
    requested = true;
    if (stopped || running || timer !== undefined) return;
    timer = setTimeout(() => void run(), intervalMs);
  };

  return {
    request,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

/** In milliseconds: the part of a wait that a busy process may miss. */
const SLICE_MS = 100;

/**
 * Calls back after a time in which this process was free to receive messages: time in which it was busy, or did not run,
 * does not count, so that an answer that has come meanwhile is seen first.
 *
 * @returns a function that cancels the call
 */
export const afterFreeTime = (milliseconds: number, callback: () => void): (() => void) => {
  let left = milliseconds;
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    const slice = Math.min(left, SLICE_MS);
    timer = setTimeout(() => {
      left -= slice;
      if (left > 0) wait();
      else callback();
    }, slice);
  };
  wait();
  return () => clearTimeout(timer);
};

/** How long a long-running task may block the event loop. */
const MAX_BLOCK_MS = 10;

/** For long-running tasks: the returned function is called after each step, and yields once the task has blocked too long. */
export const createYielder = (): (() => Promise<void>) => {
  let lastYield = Date.now();
  return async () => {
    if (Date.now() - lastYield < MAX_BLOCK_MS) return;
    await yieldToEventLoop();
    lastYield = Date.now();
  };
};
