/** Reading and writing descriptors. All calls wait until the system has done its part. */
import { read, write } from 'xlcfg:native';
import { check } from './systemError.ts';

const CHUNK_SIZE = 64 * 1024;

/** The next bytes of a descriptor; none at the end. */
export const readChunk = (descriptor: number): Buffer => {
  const chunk = new ArrayBuffer(CHUNK_SIZE);
  const length = check(read(descriptor, chunk, 0, CHUNK_SIZE), 'read');
  return Buffer.from(chunk, 0, length);
};

export const readToEnd = (descriptor: number): Buffer => {
  const chunks: Buffer[] = [];
  for (let chunk = readChunk(descriptor); chunk.length > 0; chunk = readChunk(descriptor)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const toBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

export const writeToEnd = (descriptor: number, content: string | Uint8Array): void => {
  const { buffer, byteOffset, length } = toBytes(content);
  // Nothing here is shared between threads: the engine has one.
  if (!(buffer instanceof ArrayBuffer)) throw new TypeError('shared memory');
  for (let done = 0; done < length; ) {
    done += check(write(descriptor, buffer, byteOffset + done, length - done), 'write');
  }
};
