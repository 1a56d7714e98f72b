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

/** Reads the next bytes of a descriptor, and gives how many there were. */
export const readInto = (descriptor: number, bytes: Uint8Array): number =>
  check(read(descriptor, memoryOf(bytes), bytes.byteOffset, bytes.length), 'read');

export const readToEnd = (descriptor: number): Buffer => {
  const chunks: Buffer[] = [];
  for (let chunk = readChunk(descriptor); chunk.length > 0; chunk = readChunk(descriptor)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const toBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

/** Nothing here is shared between threads: the engine has one. */
const memoryOf = ({ buffer }: Uint8Array): ArrayBuffer => {
  if (!(buffer instanceof ArrayBuffer)) throw new TypeError('shared memory');
  return buffer;
};

export const writeToEnd = (descriptor: number, content: string | Uint8Array): void => {
  const bytes = toBytes(content);
  const { byteOffset, length } = bytes;
  const buffer = memoryOf(bytes);
  for (let done = 0; done < length; ) {
    done += check(write(descriptor, buffer, byteOffset + done, length - done), 'write');
  }
};
