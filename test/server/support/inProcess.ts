/**
 * A server in this process, over real streams: for tests of what it answers, not of how a process lives, and for those
 * that give it a host of their own.
 */
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../../../server/src/lsp/connection.ts';
import type { HostFiles } from '../../../server/src/lsp/hostFiles.ts';
import { nodeFiles } from '../../../server/src/node/nodeFiles.ts';
import { createParentWatchdog } from '../../../server/src/node/parentWatchdog.ts';
import { type ClientOptions, createTestClient, type TestClient } from './client.ts';

/** Where the server's host has the pages that it links to. */
export const DOCS_URL = 'file:///xlcfg/docs';

/**
 * A server that has heard nothing yet.
 *
 * @param files of its host; by default those of this machine
 */
export const startInProcess = (options: ClientOptions = {}, files: HostFiles = nodeFiles): TestClient => {
  const input = new PassThrough();
  const output = new PassThrough();
  serve(
    createConnection(
      (logger) =>
        createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger),
      createParentWatchdog(() => {}),
    ),
    { version: '0', docsUrl: DOCS_URL, files },
  );
  return createTestClient({ input, output, end: async () => {}, stderr: () => '' }, options);
};

/** A server that is initialized. */
export const connectInProcess = async (options?: ClientOptions, files?: HostFiles): Promise<TestClient> => {
  const client = startInProcess(options, files);
  await client.initialize();
  return client;
};
