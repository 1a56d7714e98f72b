/** The server as it is shipped, as a process. */
import { built } from '../../support/built.ts';
import { type ProcessClient, type ProcessOptions, startClient } from './client.ts';

/** A server that has heard nothing yet. */
export const startServerProcess = (options?: ProcessOptions): ProcessClient =>
  startClient(built.server, options);

/** A server that is initialized. */
export const connectServerProcess = async (options?: ProcessOptions): Promise<ProcessClient> => {
  const client = startServerProcess(options);
  await client.initialize();
  return client;
};
