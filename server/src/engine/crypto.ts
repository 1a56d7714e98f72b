/** `node:crypto`, as far as the programs use it. */

import { read } from 'xlcfg:native';
import { sha256 } from '@noble/hashes/sha2.js';
import { closeSync, openSync } from './fs.ts';
import { check } from './systemError.ts';

/** SHA-256, whatever the name. */
export const createHash = (_: 'sha256') => {
  const hash = sha256.create();
  const self = {
    update: (data: string | Uint8Array) => {
      hash.update(typeof data === 'string' ? new Uint8Array(Buffer.from(data)) : data);
      return self;
    },
    digest: (encoding: BufferEncoding): string => Buffer.from(hash.digest()).toString(encoding),
  };
  return self;
};

/** @param count at most 256, which the system gives at once */
export const randomBytes = (count: number): Uint8Array => {
  const descriptor = openSync('/dev/urandom', 'r');
  try {
    const bytes = new Uint8Array(count);
    check(read(descriptor, bytes.buffer, 0, count), 'read');
    return bytes;
  } finally {
    closeSync(descriptor);
  }
};
