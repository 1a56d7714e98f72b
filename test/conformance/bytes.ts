/** Text and the bytes of a file. */

export type Encoding = 'utf8' | 'latin1';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 where the bytes are that, else Latin-1, which takes any bytes. */
export function encodingOf(bytes: Uint8Array): Encoding {
  try {
    utf8.decode(bytes);
    return 'utf8';
  } catch {
    return 'latin1';
  }
}

/** Bytes to text. A byte order mark stays in it. */
export const decode = (bytes: Uint8Array, encoding: Encoding = encodingOf(bytes)): string =>
  encoding === 'utf8' ? utf8.decode(bytes) : Buffer.from(bytes).toString('latin1');

export const encode = (text: string): Buffer => Buffer.from(text, 'utf8');
