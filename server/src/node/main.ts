/** The language server as a Node process. */
import { randomBytes } from 'node:crypto';
import { createConnection, ErrorCodes, type ResponseMessage } from 'vscode-languageserver';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { internalErrorText } from '../internalError.ts';
import { serve } from '../lsp/connection.ts';
import { withoutInvalidMessages } from '../lsp/invalidMessages.ts';
import { escapeControls } from '../terminalText.ts';
import { parseArguments, type Transport, USAGE } from './arguments.ts';
import { DOCS_URL } from './docsUrl.ts';
import { hostFileSystem } from './hostFileSystem.ts';
import { nodeFiles } from './nodeFiles.ts';
import { createParentWatchdog } from './parentWatchdog.ts';
import { openChannel } from './transport.ts';

/** Standard output belongs to the protocol, so what a library logs must not go there. Created lazily, as few ever log. */
const sendConsoleToStderr = (): void => {
  const { Console } = globalThis.console;
  let stderrConsole: Console | undefined;
  Object.defineProperty(globalThis, 'console', {
    configurable: true,
    get: () => {
      stderrConsole ??= new Console(process.stderr);
      return stderrConsole;
    },
  });
};

const start = (transport: Transport): void => {
  sendConsoleToStderr();
  const channel = openChannel(transport);
  const watchdog = createParentWatchdog((code) => process.exit(code));
  channel.onEnd(watchdog.end);
  // Invalid JSON in a valid frame: the sender gets an error, and the next message can still be read.
  channel.reader.onError(({ message }) => {
    const error = { code: ErrorCodes.ParseError, message: `A message cannot be read: ${message}` };
    const response: ResponseMessage = { jsonrpc: '2.0', id: null, error };
    channel.writer.write(response).catch(() => {});
  });
  const connection = createConnection(
    (logger) =>
      createProtocolConnection(
        withoutInvalidMessages(channel.reader, channel.writer),
        channel.writer,
        logger,
      ),
    watchdog,
  );
  // Documents and settings are as they were before, so the next request can be answered.
  process.on('uncaughtException', (error) => connection.console.error(internalErrorText(error)));
  serve(connection, {
    version,
    runtime: `Node ${process.versions.node}`,
    docsUrl: DOCS_URL,
    files: nodeFiles,
    hostFileSystem: hostFileSystem(),
    randomBytes,
  });
};

const parsed = parseArguments(process.argv.slice(2));
switch (parsed.kind) {
  case 'serve':
    start(parsed.transport);
    break;
  case 'help':
    process.stdout.write(USAGE);
    break;
  case 'version':
    process.stdout.write(`${version}\n`);
    break;
  case 'invalid':
    process.stderr.write(`xlcfg-language-server: ${escapeControls(parsed.message)}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
}
