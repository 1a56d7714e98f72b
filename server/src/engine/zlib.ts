/** `node:zlib`, as far as the programs use it. */
import { type DeflateOptions, deflateSync, inflateSync } from 'fflate';

export const deflateRawSync = (text: string, options: DeflateOptions): Buffer =>
  Buffer.from(deflateSync(Buffer.from(text), options));

export const inflateRawSync = (bytes: Uint8Array): Buffer => Buffer.from(inflateSync(bytes));
