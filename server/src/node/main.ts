/** The language server as a Node process. */
import { Console } from 'node:console';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { serve } from '../lsp/connection.ts';
import { readArguments, type Transport, USAGE } from './arguments.ts';
import { nodeFiles } from './files.ts';
import { createLifeline } from './lifeline.ts';
import { openChannel } from './transport.ts';

const start = (transport: Transport): void => {
  // Standard output belongs to the protocol: what a library prints must not get into it.
  globalThis.console = new Console(process.stderr);
  const channel = openChannel(transport);
  const lifeline = createLifeline((code) => process.exit(code));
  channel.onEnd(lifeline.end);
  serve(
    createConnection((logger) => createProtocolConnection(channel.reader, channel.writer, logger), lifeline),
    { version, docsUrl: pathToFileURL(path.join(__dirname, '..', 'docs')).href, files: nodeFiles },
  );
};

const invocation = readArguments(process.argv.slice(2));
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
