/** Delays work until it hasn't been scheduled again for a while. */

export interface KeyedDebounce {
  /** Runs the work after the delay. Replaces pending work for the same key. */
  readonly schedule: (key: string, work: () => void) => void;
  /** Drops all pending work. */
  readonly dispose: () => void;
}

export const debounceByKey = (delayMs: number): KeyedDebounce => {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    schedule: (key, work) => {
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => {
          timers.delete(key);
          work();
        }, delayMs),
      );
    },
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
};
