import { WAIT_MS } from '../../../support/limits.ts';

/** Waits until a condition holds. Returns false after a timeout. */
export const until = async (
  holds: () => boolean | Promise<boolean>,
  { timeoutMs = WAIT_MS, everyMs = 100 } = {},
): Promise<boolean> => {
  const end = Date.now() + timeoutMs;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};
