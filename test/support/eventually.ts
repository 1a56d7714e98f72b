/** Waiting for what another process, thread or timer brings about, however busy the machine is. */
import { vi } from 'vitest';

/** Asks again and again until `check` does not throw, and gives its result; throws its last error after half a minute. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 30_000, interval: 20 });
