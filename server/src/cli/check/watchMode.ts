/** `--watch`: runs a command again whenever a file changes, until a signal ends it. */
import { displayPath } from '../common/paths.ts';
import { listenForSignals } from '../common/signals.ts';
import { print, printNotice } from '../common/terminal.ts';
import { createFileWatcher, isFolder } from './fileWatcher.ts';

/** A longer list of names would not help. */
const MAX_NAMES = 5;

/** Clears the screen and the lines that have scrolled away. */
const CLEAR_SCREEN = '\x1b[2J\x1b[3J\x1b[H';

const changeLine = (paths: readonly string[]): string => {
  const names = paths.slice(0, MAX_NAMES).map(displayPath).join(', ');
  const more = paths.length > MAX_NAMES ? ` and ${paths.length - MAX_NAMES} more` : '';
  return `${names}${more} changed\n\n`;
};

/**
 * Runs a command, and runs it again after each change of the files and folders.
 *
 * @param run has to call `onFolder` with each folder that it searches, before it reads the folder
 * @returns after a signal, when a run in progress has ended
 */
export const rerunOnChange = async (
  paths: readonly string[],
  run: (onFolder: (folder: string) => void) => Promise<unknown>,
): Promise<void> => {
  const watcher = createFileWatcher(printNotice);
  const stopListening = listenForSignals(watcher.close);
  try {
    for (;;) {
      watcher.reset();
      for (const file of paths) if (!isFolder(file)) watcher.addFile(file);
      await run(watcher.addFolder);
      if (watcher.isClosed()) return;
      await print('\nWaiting for changes. Ctrl+C ends it.\n');
      const changed = await watcher.nextChanges();
      if (watcher.isClosed()) return;
      await print(`${process.stdout.isTTY ? CLEAR_SCREEN : '\n'}${changeLine(changed)}`);
    }
  } finally {
    watcher.close();
    stopListening();
  }
};
