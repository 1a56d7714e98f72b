/** Converts the bytes of a file to text and back. Bytes that no edit touches stay the same. Pure. */
import type { DecodedText } from '../decodedText.ts';

/**
 * Decodes a file as UTF-8, or as Latin-1 if it isn't valid UTF-8: xl reads bytes and accepts both. A byte order mark is
 * kept as U+FEFF, because xl rejects it.
 */
export const decode = (bytes: Uint8Array): DecodedText => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  // Invalid bytes become U+FFFD, which valid text may contain as well.
  const isUtf8 = !text.includes('\uFFFD') || Buffer.from(text).equals(buffer);
  return isUtf8 ? { text, encoding: 'utf8' } : { text: buffer.toString('latin1'), encoding: 'latin1' };
};

export const encode = ({ text, encoding }: DecodedText): Buffer => Buffer.from(text, encoding);
