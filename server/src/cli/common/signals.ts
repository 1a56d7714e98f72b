/** The signals by which a user or the system ends a program. */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls a function for each signal that would end the process. The process goes on.
 *
 * @returns a function after which signals end the process again
 */
export const listenForSignals = (listener: (signal: NodeJS.Signals) => void): (() => void) => {
  for (const signal of SIGNALS) process.on(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, listener);
  };
};
