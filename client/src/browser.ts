/** The extension where there is no Node, as in a browser: starts the bundled language server in a web worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateFeatures } from './features.ts';
import { PRODUCT } from './language.ts';
import type { Server } from './server.ts';
import { offerFiles } from './workspaceFiles.ts';

/** A web worker, as far as it is used here: with all types of the web every file would seem to run in a browser. */
interface WebWorker {
  readonly addEventListener: (type: 'error', listener: () => void) => void;
  readonly terminate: () => void;
}

declare const Worker: new (url: string, options: { readonly name: string }) => WebWorker;

/** Says that the connection has ended where the worker cannot be loaded, or dies: nothing else would. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: WebWorker) {
    super(worker);
    worker.addEventListener('error', () => {
      worker.terminate();
      this.fireClose();
    });
  }
}

/** The library shows failures to start by itself, whatever its options. The person is told once, by us. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | 'force'): void {
    super.error(message, data, show === 'force' ? false : show);
  }
}

let server: Server | undefined;
let worker: WebWorker | undefined;

/**
 * Starts a worker in the place of the one before, which may hang. It gets the text of the program and not its address:
 * the editor starts no worker from an address on another machine.
 */
const startWorker = async (program: Uri): Promise<MessageTransports> => {
  const text = await workspace.fs.readFile(program);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  worker?.terminate();
  worker = new Worker(url, { name: 'xlcfg-language-server' });
  return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
};

export const activate = async (context: ExtensionContext): Promise<void> => {
  const program = Uri.joinPath(context.extensionUri, 'dist/browserServer.js');
  server = await activateFeatures(context, (options) => {
    const client = new QuietClient('xlcfg', PRODUCT, () => startWorker(program), options);
    offerFiles(client);
    return client;
  });
};

export const deactivate = async (): Promise<void> => {
  await server?.stop();
  worker?.terminate();
};
