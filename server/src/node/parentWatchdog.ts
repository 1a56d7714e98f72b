/** Ends the server when its client is gone: nobody else would. */
import { ErrorCodes, type InitializeParams, ResponseError, type WatchDog } from 'vscode-languageserver';
import { isObject } from '../lsp/params.ts';

const CHECK_EVERY_MS = 3000;

/** Whether a process of this id exists. One that we may not signal exists as well. */
export const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/**
 * What the library tells of the connection's life.
 *
 * @param exit ends the process. The code is 0 after `shutdown`, else 1, as the protocol wants it
 */
export const createParentWatchdog = (
  exit: (code: number) => void,
): WatchDog & { readonly end: () => void } => {
  const lifeline = {
    shutdownReceived: false,
    /** The library asks here first, and relies on the capabilities afterwards. */
    initialize: (params: Partial<InitializeParams> | null | undefined) => {
      if (!isObject(params?.capabilities)) {
        throw new ResponseError(ErrorCodes.InvalidParams, 'capabilities is missing.');
      }
      const processId = params?.processId;
      if (typeof processId !== 'number') return;
      setInterval(() => {
        if (!isAlive(processId)) lifeline.end();
      }, CHECK_EVERY_MS).unref();
    },
    exit,
    end: () => exit(lifeline.shutdownReceived ? 0 : 1),
  };
  return lifeline;
};
