/** `--watch`: runs a command again whenever a file changes, until a signal ends it. */
import { statSync } from 'node:fs';
import { EXIT_CODE, type ExitCode } from '../command/exitCode.ts';
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

/** Whether the working folder was removed. Another one of the same name does not count: relative paths do not lead there. */
const isWorkingFolderGone = (workingFolder: string): boolean => {
  try {
    const [here, there] = [statSync('.'), statSync(workingFolder)];
    return here.ino !== there.ino || here.dev !== there.dev;
  } catch {
    return true;
  }
};

const reportGone = (workingFolder: string): ExitCode => {
  printNotice({ path: workingFolder, message: 'the working folder is gone' });
  return EXIT_CODE.failure;
};

/**
 * Runs a command, and runs it again after each change of the files and folders.
 *
 * @param run must call `onFolder` with each folder that it searches, before it reads the folder
 * @returns after a signal, when a run in progress has ended; or when the working folder is gone
 */
export const rerunOnChange = async (
  paths: readonly string[],
  run: (onFolder: (folder: string) => void) => Promise<unknown>,
): Promise<ExitCode> => {
  const workingFolder = process.cwd();
  const watcher = createFileWatcher(printNotice);
  const stopListening = listenForSignals(watcher.close);
  try {
    for (;;) {
      watcher.reset();
      for (const file of paths) if (!isFolder(file)) watcher.addFile(file);
      await run(watcher.addFolder);
      if (watcher.isClosed()) return EXIT_CODE.success;
      // Here too: while nothing was watched, its removal was no change.
      if (isWorkingFolderGone(workingFolder)) return reportGone(workingFolder);
      await print('\nWaiting for changes. Ctrl+C ends it.\n');
      const changed = await watcher.nextChanges();
      if (watcher.isClosed()) return EXIT_CODE.success;
      if (isWorkingFolderGone(workingFolder)) return reportGone(workingFolder);
      await print(`${process.stdout.isTTY ? CLEAR_SCREEN : '\n'}${changeLine(changed)}`);
    }
  } finally {
    watcher.close();
    stopListening();
  }
};
