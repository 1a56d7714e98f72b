/** Converts the bytes of a file to text and back. Bytes that no edit touches stay the same. Pure. */
import { isUtf8 } from 'node:buffer';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
}

/**
 * Decodes a file as UTF-8, or as Latin-1 if it isn't valid UTF-8: xl reads bytes and accepts both. A byte order mark is
 * kept as U+FEFF, because xl rejects it.
 */
export const decode = (bytes: Uint8Array): DecodedText => {
  const encoding = isUtf8(bytes) ? 'utf8' : 'latin1';
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding), encoding };
};

export const encode = ({ text, encoding }: DecodedText): Buffer => Buffer.from(text, encoding);
