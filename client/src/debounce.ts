/** Puts work off until nothing has asked for it for a while. */

export interface Debounce {
  /** Runs the work of the key after the delay, in the place of the work of that key that still waits. */
  readonly schedule: (key: string, work: () => void) => void;
  /** Drops all that waits. */
  readonly dispose: () => void;
}

/** @param delay in milliseconds */
export const debounceByKey = (delay: number): Debounce => {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    schedule: (key, work) => {
      clearTimeout(waiting.get(key));
      waiting.set(
        key,
        setTimeout(() => {
          waiting.delete(key);
          work();
        }, delay),
      );
    },
    dispose: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
};
