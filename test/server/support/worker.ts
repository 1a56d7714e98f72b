/** The server's bundle for web workers, in a realm that has what a worker has and nothing of Node. */
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Message,
  type MessageConnection,
} from 'vscode-jsonrpc/node';

/** What of the globals of a worker is there: all that the server may use. */
const WORKER_GLOBALS = {
  AbortController,
  AbortSignal,
  console,
  clearInterval,
  clearTimeout,
  performance,
  queueMicrotask,
  setInterval,
  setTimeout,
  TextDecoder,
  TextEncoder,
  URL,
};

class PortReader extends AbstractMessageReader {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }
  listen(take: DataCallback) {
    this.#port.on('message', take);
    return { dispose: () => this.#port.off('message', take) };
  }
}

class PortWriter extends AbstractMessageWriter {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }
  async write(message: Message): Promise<void> {
    this.#port.postMessage(message);
  }
  end(): void {}
}

export interface WorkerServer extends Disposable {
  /** The client's end, which listens. Requests of the server without a handler get null. */
  readonly client: MessageConnection;
  /** When the worker has closed itself. */
  readonly closed: Promise<void>;
}

/**
 * Starts the server.
 *
 * @param bundle path of the program
 */
export const startWorkerServer = (bundle: string): WorkerServer => {
  const { port1: self, port2: port } = new MessageChannel();
  const closed = new Promise<void>((resolve) => port.on('close', resolve));
  // As under the strictest policy of a page: no code is made of text.
  const realm = createContext(
    { ...WORKER_GLOBALS, self },
    { codeGeneration: { strings: false, wasm: false } },
  );
  new Script(readFileSync(bundle, 'utf8'), { filename: bundle }).runInContext(realm);
  const client = createMessageConnection(new PortReader(port), new PortWriter(port));
  client.onRequest(() => null);
  client.listen();
  return {
    client,
    closed,
    [Symbol.dispose]: () => {
      client.dispose();
      port.close();
    },
  };
};
