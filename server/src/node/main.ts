/** The language server as a Node process. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ErrorCodes, type ResponseMessage } from 'vscode-languageserver';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { serve } from '../lsp/connection.ts';
import { parseArguments, type Transport, USAGE } from './arguments.ts';
import { nodeFiles } from './nodeFiles.ts';
import { createParentWatchdog } from './parentWatchdog.ts';
import { openChannel } from './transport.ts';

/** Standard output belongs to the protocol: what a library prints must not get into it. Hardly ever does one print. */
const sendConsoleToStderr = (): void => {
  const { Console } = globalThis.console;
  let own: Console | undefined;
  Object.defineProperty(globalThis, 'console', {
    configurable: true,
    get: () => {
      own ??= new Console(process.stderr);
      return own;
    },
  });
};

const start = (transport: Transport): void => {
  sendConsoleToStderr();
  const channel = openChannel(transport);
  const lifeline = createParentWatchdog((code) => process.exit(code));
  channel.onEnd(lifeline.end);
  // JSON that is none, in a frame of its own: whoever sent it should know, and the next message is another one.
  channel.reader.onError(({ message }) => {
    const error = { code: ErrorCodes.ParseError, message: `A message cannot be read: ${message}` };
    const answer: ResponseMessage = { jsonrpc: '2.0', id: null, error };
    channel.writer.write(answer).catch(() => {});
  });
  serve(
    createConnection((logger) => createProtocolConnection(channel.reader, channel.writer, logger), lifeline),
    { version, docsUrl: pathToFileURL(path.join(__dirname, '..', 'docs')).href, files: nodeFiles },
  );
};

const invocation = parseArguments(process.argv.slice(2));
switch (invocation.kind) {
  case 'serve':
    start(invocation.transport);
    break;
  case 'help':
    process.stdout.write(USAGE);
    break;
  case 'version':
    process.stdout.write(`${version}\n`);
    break;
  case 'wrong':
    process.stderr.write(`xlcfg-language-server: ${invocation.message}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
}
