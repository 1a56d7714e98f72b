/** `node:timers/promises`, as far as the programs use it. */

/** Resolves when what waits already has had its turn. */
export const setImmediate = (): Promise<void> =>
  new Promise((resolve) => {
    globalThis.setImmediate(resolve);
  });
