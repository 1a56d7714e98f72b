/** Runs the server within the test process, over real streams, optionally with a fake file system. */
import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import type { HostFileSystem } from '@xlcfg/shared';
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

/** The URL of the reference pages. */
export const DOCS_URL = 'file:///xlcfg/docs';

/**
 * Starts a server. Nothing is sent before `initialize`.
 *
 * @param files defaults to the files on disk
 * @param hostFileSystem what host checks look at; by default they are not made
 */
export const startInProcess = (
  options: ClientOptions = {},
  files: HostFiles = nodeFiles,
  hostFileSystem?: HostFileSystem,
): TestClient => {
  const input = new PassThrough();
  const output = new PassThrough();
  serve(
    createConnection(
      (logger) =>
        createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger),
      createParentWatchdog(() => {}),
    ),
    {
      version: '0',
      runtime: 'test',
      docsUrl: DOCS_URL,
      files,
      randomBytes,
      ...(hostFileSystem && { hostFileSystem }),
    },
  );
  return createTestClient({ input, output, end: async () => {}, stderr: () => '' }, options);
};

/** Starts and initializes a server. */
export const connectInProcess = async (...call: Parameters<typeof startInProcess>): Promise<TestClient> => {
  const client = startInProcess(...call);
  await client.initialize();
  return client;
};
