/** For tests with many inputs. They take seconds at most, but the machine may be busy. */
export const LONG_TIMEOUT = { timeout: 60_000 };
