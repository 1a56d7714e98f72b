/** Runs the web worker bundle in a realm with the globals of a worker and none of Node's. */
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

/** The globals of a worker that the server may use. */
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
  /** The client's end of the connection. Requests without a handler are answered with null. */
  readonly client: MessageConnection;
  /** Resolves when the worker has closed itself. */
  readonly closed: Promise<void>;
}

/** @param bundle path of the bundle */
export const startWorkerServer = (bundle: string): WorkerServer => {
  const { port1: self, port2: port } = new MessageChannel();
  const closed = new Promise<void>((resolve) => port.on('close', resolve));
  // Like under a strict content security policy: strings cannot be evaluated as code.
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
