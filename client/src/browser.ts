/** The extension in a browser: runs the bundled language server as a web worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateFeatures } from './features.ts';
import { answerFileRequests } from './fileRequests.ts';
import { PRODUCT } from './language.ts';
import type { LanguageServer } from './languageServer.ts';

/** Only what is used here: the DOM's types would be global, and make code for Node compile that needs a browser. */
interface WebWorker {
  readonly addEventListener: (type: 'error', listener: () => void) => void;
  readonly terminate: () => void;
}

declare const Worker: new (url: string, options: { readonly name: string }) => WebWorker;

/** Reports the end of the connection if the worker cannot be loaded or crashes. The library wouldn't notice. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: WebWorker) {
    super(worker);
    worker.addEventListener('error', () => {
      worker.terminate();
      this.fireClose();
    });
  }
}

/** Suppresses the library's own message about a failed start, which no option does. Ours is the only one. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | 'force'): void {
    super.error(message, data, show === 'force' ? false : show);
  }
}

let server: LanguageServer | undefined;
let worker: WebWorker | undefined;

/**
 * Starts a worker, and terminates the previous one, which may hang. The worker gets the server's source as a blob, because
 * the editor doesn't start workers from a URL of another origin.
 */
const startWorker = async (program: Uri): Promise<MessageTransports> => {
  const text = await workspace.fs.readFile(program);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  worker?.terminate();
  worker = new Worker(url, { name: 'xlcfg-language-server' });
  return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
};

export const activate = (context: ExtensionContext): void => {
  const program = Uri.joinPath(context.extensionUri, 'dist/browserServer.js');
  server = activateFeatures(context, (options) => {
    const client = new QuietClient('xlcfg', PRODUCT, () => startWorker(program), options);
    answerFileRequests(client);
    return client;
  });
};

export const deactivate = async (): Promise<void> => {
  await server?.stop();
  worker?.terminate();
};
