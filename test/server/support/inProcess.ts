/** A client and a server in one process, over real streams, so that the server can have a host of the test's making. */
import { PassThrough } from 'node:stream';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../../../server/src/lsp/connection.ts';
import type { HostFiles } from '../../../server/src/lsp/files.ts';
import { createLifeline } from '../../../server/src/node/lifeline.ts';

/** A connection on which `initialize` was answered. The server's requests are answered with null. */
export const connectInProcess = async (
  files: HostFiles,
  initialize: object,
): Promise<{ readonly client: MessageConnection } & Disposable> => {
  const up = new PassThrough();
  const down = new PassThrough();
  serve(
    createConnection(
      (logger) =>
        createProtocolConnection(new StreamMessageReader(up), new StreamMessageWriter(down), logger),
      createLifeline(() => {}),
    ),
    { version: '0', files },
  );
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.onRequest(() => null);
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, ...initialize });
  return { client, [Symbol.dispose]: () => client.dispose() };
};
