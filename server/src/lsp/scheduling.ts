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

/** Lets messages that have come in meanwhile, a cancellation among them, be handled before what follows. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
