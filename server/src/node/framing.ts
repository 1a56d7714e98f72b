/**
 * Checks the message frames on a stream: `Content-Length: N`, an empty line, N bytes. After a malformed frame, the start
 * of the next one is unknown; after an absurd length, the server would buffer input forever. Pure.
 */

/** In bytes. Real headers have some dozens. */
const MAX_HEADER_BYTES = 4096;
/** Far more than any document that an editor opens as an xl config file. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

const HEADER_END = '\r\n\r\n';

/** The length in a header, or what is wrong with the header, without a full stop. */
const readHeader = (header: string): number | string => {
  const fields = header.split('\r\n').map((line) => /^([^:\s]+):(.*)$/s.exec(line));
  if (fields.some((field) => field === null)) return 'there is a header that is none';
  const lengths = fields.flatMap((field) =>
    field?.[1]?.toLowerCase() === 'content-length' ? (field[2] ?? '').trim() : [],
  );
  const [length = '', ...others] = lengths;
  if (lengths.length === 0 || others.length > 0) return 'a message has no Content-Length, or several';
  if (!/^\d{1,12}$/.test(length)) return 'a Content-Length is not a number';
  return Number(length) <= MAX_MESSAGE_BYTES
    ? Number(length)
    : `a message has ${length} bytes, and ${MAX_MESSAGE_BYTES} are the most that is read`;
};

/**
 * Creates a checker for one stream.
 *
 * @returns a function that takes the chunks of the stream and returns what is wrong with the first malformed frame,
 * without a full stop. It must not be called again after that
 */
export const createFrameChecker = (): ((chunk: Uint8Array) => string | undefined) => {
  let header = '';
  let remainingBytes = 0;

  return (chunk) => {
    for (let position = 0; position < chunk.length; ) {
      if (remainingBytes > 0) {
        const skipped = Math.min(remainingBytes, chunk.length - position);
        remainingBytes -= skipped;
        position += skipped;
        continue;
      }
      const knownLength = header.length;
      header += Buffer.from(chunk.subarray(position, position + MAX_HEADER_BYTES)).toString('latin1');
      const end = header.indexOf(HEADER_END, Math.max(0, knownLength - HEADER_END.length));
      if (end < 0 && header.length > MAX_HEADER_BYTES) return 'a header has no end';
      if (end < 0) return undefined;
      const read = readHeader(header.slice(0, end));
      if (typeof read === 'string') return read;
      position += end + HEADER_END.length - knownLength;
      remainingBytes = read;
      header = '';
    }
    return undefined;
  };
};
