/** `vscode-languageserver/node`, as far as the server uses it, from what the library has for all hosts. */
import type { EventEmitter } from 'events';
import {
  createProtocolConnection,
  Disposable,
  ReadableStreamMessageReader,
  WriteableStreamMessageWriter,
} from 'vscode-languageserver/browser';
import type { DescriptorStream } from './streams.ts';

export { createProtocolConnection };

const subscription =
  (stream: EventEmitter, event: string) =>
  <Value>(listener: (value: Value) => void): Disposable => {
    stream.on(event, listener);
    return Disposable.create(() => stream.removeListener(event, listener));
  };

const eventsOf = (stream: EventEmitter) => ({
  onClose: subscription(stream, 'close'),
  onEnd: subscription(stream, 'end'),
  onError: subscription(stream, 'error'),
});

export class StreamMessageReader extends ReadableStreamMessageReader {
  constructor(input: DescriptorStream) {
    super({ ...eventsOf(input), onData: subscription(input, 'data') });
  }
}

export class StreamMessageWriter extends WriteableStreamMessageWriter {
  constructor(output: DescriptorStream) {
    super({
      ...eventsOf(output),
      write: (data: string | Uint8Array) =>
        new Promise<void>((resolve, reject) => {
          output.write(data, (error?: Error) => (error ? reject(error) : resolve()));
        }),
      end: () => output.end(),
    });
  }
}

const refuseIpc = (): never => {
  process.stderr.write(
    'xlcfg-language-server: --node-ipc needs a server that runs in Node.js; use --stdio.\n',
  );
  return process.exit(2);
};

export class IPCMessageReader extends StreamMessageReader {
  constructor() {
    super(refuseIpc());
  }
}

export class IPCMessageWriter extends StreamMessageWriter {
  constructor() {
    super(refuseIpc());
  }
}
