/**
 * The frames of messages on a stream: `Content-Length: N`, an empty line, N bytes. Where a frame is none, nobody knows
 * where the next one begins, and a length that never comes would have the server wait, and keep what it gets, for ever.
 * Pure.
 */

/** In bytes. Real headers have some dozens. */
const MAX_HEADER_BYTES = 4096;
/** In bytes. A client that opens a text larger than this does not do it to see a guest's configuration. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

const END_OF_HEADER = '\r\n\r\n';

/** What is wrong with a header, without a full stop; its length if nothing is. */
const readHeader = (header: string): number | string => {
  const fields = header.split('\r\n').map((line) => /^([^:\s]+):(.*)$/s.exec(line));
  if (fields.some((field) => field === null)) return 'there is a header that is none';
  const lengths = fields.flatMap((field) =>
    field?.[1]?.toLowerCase() === 'content-length' ? (field[2] ?? '').trim() : [],
  );
  const [length = '', ...others] = lengths;
  if (lengths.length === 0 || others.length > 0) return 'a message has no Content-Length, or several';
  if (!/^\d{1,12}$/.test(length)) return 'a Content-Length is no number';
  return Number(length) <= MAX_MESSAGE_BYTES
    ? Number(length)
    : `a message has ${length} bytes, and ${MAX_MESSAGE_BYTES} are the most that is read`;
};

/**
 * Follows the frames of a stream.
 *
 * @returns takes what comes, piece by piece, and gives what is wrong with it, without a full stop. Once something is,
 * nothing more can be told
 */
export const createFrameChecker = (): ((piece: Uint8Array) => string | undefined) => {
  let header = '';
  let left = 0;

  return (piece) => {
    for (let at = 0; at < piece.length; ) {
      if (left > 0) {
        const skipped = Math.min(left, piece.length - at);
        left -= skipped;
        at += skipped;
        continue;
      }
      const known = header.length;
      header += Buffer.from(piece.subarray(at, at + MAX_HEADER_BYTES)).toString('latin1');
      const end = header.indexOf(END_OF_HEADER, Math.max(0, known - END_OF_HEADER.length));
      if (end < 0 && header.length > MAX_HEADER_BYTES) return 'a header has no end';
      if (end < 0) return undefined;
      const read = readHeader(header.slice(0, end));
      if (typeof read === 'string') return read;
      at += end + END_OF_HEADER.length - known;
      left = read;
      header = '';
    }
    return undefined;
  };
};
