/** Waiting for what another process, thread or timer brings about, however busy the machine is. */
import { vi } from 'vitest';
import { WAIT_MS } from './limits.ts';

/** Asks again and again until `check` does not throw, and gives its result; throws its last error if it keeps throwing. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: WAIT_MS, interval: 20 });
