/** Bytes to text and back, so that nothing but the edits changes. Pure. */
import { isUtf8 } from 'node:buffer';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
}

/**
 * Decodes a file as UTF-8 or, where it is none, byte by byte as Latin-1: xl reads bytes and takes both. A byte order
 * mark stays in the text as U+FEFF, because xl refuses it.
 */
export const decode = (bytes: Uint8Array): DecodedText => {
  const encoding = isUtf8(bytes) ? 'utf8' : 'latin1';
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding), encoding };
};

export const encode = ({ text, encoding }: DecodedText): Buffer => Buffer.from(text, encoding);
