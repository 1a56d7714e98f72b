/** Standard output and standard error. */
import { fstatSync } from 'node:fs';
import picocolors from 'picocolors';
import { type Colors, escapeControls, escapeLines } from '../../terminalText.ts';
import { errorCode, type Notice } from './notice.ts';
import { displayPath } from './paths.ts';

interface OutputStream {
  readonly isTTY?: boolean;
}

/**
 * Whether output to a stream is coloured: if it is a terminal that can show colours, unless NO_COLOR or FORCE_COLOR
 * decide otherwise. An empty variable counts as not set.
 */
export const wantsColor = (
  { isTTY }: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
): boolean => {
  if (env.NO_COLOR) return false;
  const force = env.FORCE_COLOR;
  if (force) return force !== '0' && force !== 'false';
  return isTTY === true && env.TERM !== 'dumb';
};

/** The colours for output to a stream. */
export const colorsFor = (stream: OutputStream = process.stdout): Colors =>
  picocolors.createColors(wantsColor(stream, process.env));

/** Whether a write failed because the reader has gone, as in `xlcfg check . | head`. That is not an error. */
export const isBrokenPipe = (error: unknown): boolean => errorCode(error) === 'EPIPE';

/**
 * Writes to standard output and waits until the system has accepted it.
 *
 * @throws the system's error, also where the reader has gone
 */
export const print = (content: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
  });

/** {@link print} for commands that have more to do than print: the rest is done even where the reader has gone. */
export const printIfRead = (content: string | Uint8Array): Promise<void> =>
  print(content).catch((error: unknown) => {
    if (!isBrokenPipe(error)) throw error;
  });

/** In characters: a write for each file would take longer than checking it. */
const CHUNK_SIZE = 32 * 1024;

/** Prints a text of many pieces, which are made while it is printed; no more of them where the reader has gone. */
export const printPieces = async (pieces: Iterable<string>): Promise<void> => {
  let chunk = '';
  try {
    for (const piece of pieces) {
      chunk += piece;
      if (chunk.length < CHUNK_SIZE) continue;
      await print(chunk);
      chunk = '';
    }
    if (chunk !== '') await print(chunk);
  } catch (error) {
    if (!isBrokenPipe(error)) throw error;
  }
};

/** Prints a line about a file or folder on standard error. */
export const printNotice = ({ path, message }: Notice): void => {
  process.stderr.write(`xlcfg: ${displayPath(path)}: ${escapeControls(message)}\n`);
};

/** Whether what is written to a stream goes to a terminal or a file, and to no other program. */
export const isTerminalOrFile = ({ isTTY, fd }: OutputStream & { readonly fd: number }): boolean =>
  isTTY === true || fstatSync(fd).isFile();

/** Output as it is sent: unchanged, byte by byte, to a program; with escaped control characters to a terminal. */
export const safeForOutput = (content: string | Buffer): string | Buffer =>
  process.stdout.isTTY ? escapeLines(content.toString()) : content;

const MAX_WIDTH = 90;

/** The width of running text, in columns: that of the terminal, but no more than is comfortable to read. */
export const terminalWidth = (): number => Math.min(process.stdout.columns || MAX_WIDTH, MAX_WIDTH);
