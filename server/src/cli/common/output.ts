/** Standard output and error, as seen by the commands. */
import picocolors from 'picocolors';
import { escapeControls } from '../report/excerpt.ts';
import { type Colours, shownPath } from '../report/text.ts';
import { errorCode, type Failure } from './failure.ts';

interface Terminal {
  readonly isTTY?: boolean;
}

/**
 * Whether to colour what goes to `stream`: if it is a terminal that can show colours, unless NO_COLOR or FORCE_COLOR
 * say otherwise. An empty variable says nothing.
 */
export const wantsColour = (
  { isTTY }: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): boolean => {
  if (env.NO_COLOR) return false;
  const force = env.FORCE_COLOR;
  if (force) return force !== '0' && force !== 'false';
  return isTTY === true && env.TERM !== 'dumb';
};

/** The colours for what goes to `stream`. */
export const colours = (stream: Terminal = process.stdout): Colours =>
  picocolors.createColors(wantsColour(stream, process.env));

/** Whether a write failed because nobody reads any more, as in `xlcfg check . | head`. That is no error. */
export const isBrokenPipe = (error: unknown): boolean => errorCode(error) === 'EPIPE';

/** Writes to standard output and waits until it is taken. Rejects where nobody reads any more. */
export const print = (content: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
  });

/** The same for output that is not all of what is done: the rest is done whether or not anybody still reads. */
export const printIfRead = (content: string | Uint8Array): Promise<void> =>
  print(content).catch((error: unknown) => {
    if (!isBrokenPipe(error)) throw error;
  });

/** One line on standard error about a file or folder. */
export const complain = ({ path, message }: Failure): void => {
  process.stderr.write(`xlcfg: ${shownPath(path)}: ${escapeControls(message)}\n`);
};

/**
 * What a program may read as it is, byte by byte; only where a person looks at it are the characters harmless that a
 * terminal would act on.
 */
export const shownText = (content: string | Buffer): string | Buffer =>
  process.stdout.isTTY ? content.toString().split('\n').map(escapeControls).join('\n') : content;

const MAX_WIDTH = 90;

/** The columns that a text is set in: those of the terminal, but no longer lines than are good to read. */
export const terminalWidth = (): number => Math.min(process.stdout.columns || MAX_WIDTH, MAX_WIDTH);
