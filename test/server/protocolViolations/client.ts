/** A client with an open document, for tests of what violates the protocol. */
import { expect } from 'vitest';
import type { ProcessClient, ProcessOptions } from '../support/client.ts';
import { startServerProcess } from '../support/serverProcess.ts';

export const URI = 'file:///etc/xen/web.cfg';
export const GUEST = 'name = "web"\ntype = "pv"\n';
export const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 1 } };

export const connectAndOpen = async (options: ProcessOptions = {}): Promise<ProcessClient> => {
  const client = startServerProcess(options);
  await client.initialize();
  await client.open(URI, GUEST);
  return client;
};

export const expectRunning = async (client: ProcessClient): Promise<void> => {
  expect(await client.request('textDocument/hover', HOVER)).not.toBeNull();
};
