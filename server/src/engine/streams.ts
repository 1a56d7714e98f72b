/** Streams over descriptors, with the events and methods of Node's that the programs use. */

import { isatty, setReadHandler, ttyGetWinSize } from 'qjs:os';
import { EventEmitter } from 'events';
import { readChunk, writeToEnd } from './io.ts';

type WriteCallback = (error?: Error) => void;

/** An input or output of the process, or a connection. */
export class DescriptorStream extends EventEmitter {
  readonly descriptor: number;
  readonly isTTY: boolean;

  /** Reads as soon as there is a listener for `data`. */
  constructor(descriptor: number) {
    super();
    this.descriptor = descriptor;
    this.isTTY = isatty(descriptor);
    this.on('newListener', (event) => {
      if (event === 'data' && this.listenerCount('data') === 0) this.#read();
    });
  }

  #read(): void {
    setReadHandler(this.descriptor, () => {
      const chunk = this.#chunk();
      if (chunk.length > 0) {
        this.emit('data', chunk);
        return;
      }
      setReadHandler(this.descriptor, null);
      this.emit('end');
      this.emit('close');
    });
  }

  /** A reset connection has ended, too. */
  #chunk(): Uint8Array {
    try {
      return readChunk(this.descriptor);
    } catch {
      return new Uint8Array();
    }
  }

  get columns(): number | undefined {
    return this.isTTY ? ttyGetWinSize(this.descriptor)?.[0] : undefined;
  }

  /** As Node does for pipes and files, it returns when all is written. The callback is called later. */
  write(content: string | Uint8Array, first?: unknown, second?: WriteCallback): boolean {
    const callback: unknown = second ?? first;
    let failure: Error | undefined;
    try {
      writeToEnd(this.descriptor, content);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    queueMicrotask(() => {
      if (typeof callback === 'function') callback(failure);
      if (failure) this.emit('error', failure);
    });
    return failure === undefined;
  }

  end(): void {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (let chunk = readChunk(this.descriptor); chunk.length > 0; chunk = readChunk(this.descriptor))
      yield chunk;
  }
}
