/** Files and platform in the fragment of a link. Browsers never send the fragment to a server. Pure. */

export interface SharedFile {
  readonly name: string;
  readonly text: string;
}

export interface SharedState {
  readonly files: readonly SharedFile[];
  /** Absent: the default. */
  readonly xenVersion?: string;
  readonly architecture?: string;
}

/** Identifies the format: a link must open in every later version of the page. */
const PREFIX = 'files=';

/** The most bytes that a link may expand to: a short link must not fill the memory. */
const MAX_BYTES = 2 ** 20;

const MAX_FILES = 20;

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );

const pipe = (
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> => new Blob([bytes]).stream().pipeThrough(transform);

/** Reads a stream to its end. Throws if it has more bytes than allowed. */
const readAll = async (
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new RangeError(`More than ${maxBytes} bytes`);
    }
  }
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
};

/** The fragment of a link, without `#`: JSON, compressed, as Base64 for URLs. */
export const encodeState = async (state: SharedState): Promise<string> => {
  const json = new TextEncoder().encode(JSON.stringify(state));
  const compressed = await readAll(
    pipe(json, new CompressionStream('deflate-raw')),
    Number.POSITIVE_INFINITY,
  );
  return PREFIX + toBase64Url(compressed);
};

const optionalText = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string';

const isFile = (value: unknown): value is SharedFile =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'text' in value &&
  typeof value.text === 'string';

/** Validates what a link holds: anyone can write one. */
const toState = (value: unknown): SharedState | undefined => {
  if (typeof value !== 'object' || value === null || !('files' in value)) return undefined;
  const { files } = value;
  const xenVersion = 'xenVersion' in value ? value.xenVersion : undefined;
  const architecture = 'architecture' in value ? value.architecture : undefined;
  if (!Array.isArray(files) || files.length === 0 || files.length > MAX_FILES || !files.every(isFile))
    return undefined;
  if (!optionalText(xenVersion) || !optionalText(architecture)) return undefined;
  return {
    files: files.map(({ name, text }) => ({ name, text })),
    ...(xenVersion !== undefined && { xenVersion }),
    ...(architecture !== undefined && { architecture }),
  };
};

/**
 * Reads a fragment.
 *
 * @param fragment with or without `#`
 * @returns undefined if the fragment is not of this format; null if it is, but damaged or too large
 */
export const decodeState = async (fragment: string): Promise<SharedState | null | undefined> => {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(PREFIX)) return undefined;
  try {
    const compressed = fromBase64Url(text.slice(PREFIX.length));
    const json = await readAll(pipe(compressed, new DecompressionStream('deflate-raw')), MAX_BYTES);
    return toState(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json))) ?? null;
  } catch {
    return null;
  }
};
