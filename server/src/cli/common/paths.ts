/** Paths as they are given on the command line and printed. */
import path from 'node:path';
import { escapeControls } from '../../terminalText.ts';

/** As a path, it means standard input. */
export const STDIN_PATH = '-';

/** A path as it is printed for people. It may begin a line, on which GitHub Actions would take `::` for a command. */
export const displayPath = (file: string): string => {
  if (file === STDIN_PATH) return '<stdin>';
  return escapeControls(/^\s*::/.test(file) ? `.${path.sep}${file}` : file);
};

/** The relative path from a folder to a file below it; undefined for the folder itself and for files outside. */
export const relativeToFolder = (folder: string, file: string): string | undefined => {
  const relative = path.relative(folder, file);
  const isInside =
    relative !== '' &&
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative);
  return isInside ? relative : undefined;
};
