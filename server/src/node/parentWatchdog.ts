/** Ends the server when its client is gone. */
import { ErrorCodes, type InitializeParams, ResponseError, type WatchDog } from 'vscode-languageserver';
import { isObject } from '../guards.ts';
import { isAlive } from './isAlive.ts';

const CHECK_INTERVAL_MS = 3000;

/** The watchdog that vscode-languageserver reports to, and a way to end the server as the protocol prescribes. */
export interface ParentWatchdog extends WatchDog {
  readonly end: () => void;
}

/** @param exit ends the process. The code is 0 after `shutdown`, else 1, as the protocol prescribes */
export const createParentWatchdog = (exit: (code: number) => void): ParentWatchdog => {
  const watchdog = {
    shutdownReceived: false,
    /** Called by the library before it reads the capabilities, which it does without checking them. */
    initialize: (params: Partial<InitializeParams> | null | undefined) => {
      if (!isObject(params?.capabilities)) {
        throw new ResponseError(ErrorCodes.InvalidParams, 'capabilities is missing.');
      }
      const processId = params?.processId;
      if (typeof processId !== 'number') return;
      setInterval(() => {
        if (!isAlive(processId)) watchdog.end();
      }, CHECK_INTERVAL_MS).unref();
    },
    exit,
    end: () => exit(watchdog.shutdownReceived ? 0 : 1),
  };
  return watchdog;
};
