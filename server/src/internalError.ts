/** How a program reports its own error: on one line, with what its developers need to find it. Pure. */
import { bugs } from '../package.json';
import { escapeControls } from './terminalText.ts';

/** In characters. A message may quote a whole file. */
const MAX_LENGTH = 300;

/** Whether an error comes from a bug: JavaScript throws it, rather than the system or this program on purpose. */
export const isInternalError = (error: unknown): boolean =>
  !(error instanceof Error) || (error.name !== 'Error' && !('code' in error));

/** Where an error was thrown: the file name, line and column of its first frame. */
const origin = ({ stack = '' }: Error): string => {
  const [, frame] = /^ +at .*?([^/\\( ]+:\d+:\d+)\)?$/m.exec(stack) ?? [];
  return frame === undefined ? '' : ` (${frame})`;
};

/** One line without a full stop. */
export const internalErrorText = (error: unknown): string => {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where = error instanceof Error ? origin(error) : '';
  return `internal error, ${escapeControls(what.slice(0, MAX_LENGTH))}${where}; please report it: ${bugs.url}`;
};
