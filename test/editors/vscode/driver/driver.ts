/**
 * An extension that runs functions of the tests in the extension host, with the real `vscode` API. It listens on a socket
 * from the environment. Each connection sends one function and gets one result.
 */
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { runInThisContext } from 'node:vm';
import * as vscode from 'vscode';

const run = async (request: string): Promise<unknown> => {
  const { source, args }: { source: string; args: unknown[] } = JSON.parse(request);
  return { value: await runInThisContext(`(${source})`)(vscode, ...args) };
};

const failure = (error: unknown): unknown => ({
  error: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

export const activate = (context: vscode.ExtensionContext): void => {
  const server = createServer({ allowHalfOpen: true }, async (socket) => {
    // Read to the end, the socket is still to be written to.
    const request = await text(socket.iterator({ destroyOnReturn: false }));
    socket.end(JSON.stringify(await run(request).catch(failure)));
  });
  server.listen(process.env.XLCFG_TEST_SOCKET);
  context.subscriptions.push({ dispose: () => server.close() });
};
