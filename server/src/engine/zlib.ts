/** `node:zlib`, as far as the programs use it. */
import type { DeflateOptions } from 'fflate';

/** Loaded at its first use: its tables take a sixth of the time in which a file is checked, and few runs compress anything. */
const fflate = (): typeof import('fflate') => require('fflate');

export const deflateRawSync = (text: string, options: DeflateOptions): Buffer =>
  Buffer.from(fflate().deflateSync(Buffer.from(text), options));

export const inflateRawSync = (bytes: Uint8Array): Buffer => Buffer.from(fflate().inflateSync(bytes));
