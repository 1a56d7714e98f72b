/** Runs the built server as a process. */
import { built } from '../../support/built.ts';
import { type ProcessClient, type ProcessOptions, startClient } from './client.ts';

/** Starts a server. Nothing is sent before `initialize`. */
export const startServerProcess = (options?: ProcessOptions): ProcessClient =>
  startClient(built.server, options);

/** Starts and initializes a server. */
export const connectServerProcess = async (options?: ProcessOptions): Promise<ProcessClient> => {
  const client = startServerProcess(options);
  await client.initialize();
  return client;
};
