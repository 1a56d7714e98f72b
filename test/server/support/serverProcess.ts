/** Runs the built server as a process. */
import { serverCommand } from '../../support/programs.ts';
import { type ProcessClient, type ProcessOptions, startClient } from './client.ts';

/** Starts a server. Nothing is sent before `initialize`. */
export const startServerProcess = (options?: ProcessOptions): ProcessClient =>
  startClient(serverCommand, options);

/** Starts and initializes a server. */
export const connectServerProcess = async (options?: ProcessOptions): Promise<ProcessClient> => {
  const client = startServerProcess(options);
  await client.initialize();
  return client;
};
