/** The globals that the programs expect, and that QuickJS lacks. To be imported before all other modules. */

import * as os from 'qjs:os';
import { Buffer } from 'buffer/';
import { process } from './process.ts';
import { URL } from './url.ts';

type Callback = (...args: readonly unknown[]) => void;

class Timer {
  handle: os.Timer | undefined;
  /** Timers do not keep the programs alive: those that use them end by `process.exit`. */
  unref(): this {
    return this;
  }
}

const clear = (timer?: Timer): void => {
  if (timer?.handle !== undefined) os.clearTimeout(timer.handle);
};

const setTimeout = (callback: Callback, milliseconds = 0, ...args: readonly unknown[]): Timer => {
  const timer = new Timer();
  timer.handle = os.setTimeout(() => callback(...args), milliseconds);
  return timer;
};

const setInterval = (callback: Callback, milliseconds: number, ...args: readonly unknown[]): Timer => {
  const timer = new Timer();
  const tick = (): void => {
    timer.handle = os.setTimeout(tick, milliseconds);
    callback(...args);
  };
  timer.handle = os.setTimeout(tick, milliseconds);
  return timer;
};

class AbortController {
  readonly signal = { aborted: false };
  abort(): void {
    this.signal.aborted = true;
  }
}

class TextDecoder {
  readonly encoding: BufferEncoding;
  constructor(label = 'utf-8') {
    this.encoding = label === 'ascii' ? 'latin1' : 'utf8';
  }
  decode(bytes: Uint8Array): string {
    return Buffer.from(bytes).toString(this.encoding);
  }
}

class TextEncoder {
  encode(text: string): Uint8Array {
    return Buffer.from(text);
  }
}

/** Standard output belongs to what the programs print. */
class Console {
  readonly log = (...values: readonly unknown[]): void => {
    process.stderr.write(`${values.map(String).join(' ')}\n`);
  };
  readonly debug = this.log;
  readonly error = this.log;
  readonly info = this.log;
  readonly warn = this.log;
  readonly Console = Console;
}

/** QuickJS 2025-04-26 returns negative numbers unchanged where there are 64 bits or more. */
const asUintN = (bits: number, value: bigint): bigint => value & ((1n << BigInt(bits)) - 1n);

const define = (target: object, values: object): void => {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
};

define(BigInt, { asUintN });
// An error has a stack from the start; this would only shorten it.
define(Error, { captureStackTrace: () => {} });
define(globalThis, {
  AbortController,
  Buffer,
  TextDecoder,
  TextEncoder,
  URL,
  clearImmediate: clear,
  clearInterval: clear,
  clearTimeout: clear,
  console: new Console(),
  process,
  queueMicrotask: (callback: Callback) => void Promise.resolve().then(() => callback()),
  setImmediate: (callback: Callback, ...args: readonly unknown[]) => setTimeout(callback, 0, ...args),
  setInterval,
  setTimeout,
});
