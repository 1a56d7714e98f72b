/** `--watch`: the same again whenever a file changes, until a signal ends it. */
import { complain, print } from '../common/output.ts';
import { shownPath } from '../report/text.ts';
import { createWatcher, isFolder } from './fileWatcher.ts';

/** More names tell a person nothing. */
const MAX_NAMES = 5;

/** Also what has been scrolled away. */
const CLEAR = '\x1b[2J\x1b[3J\x1b[H';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const changedLine = (paths: readonly string[]): string => {
  const names = paths.slice(0, MAX_NAMES).map(shownPath).join(', ');
  const more = paths.length > MAX_NAMES ? ` and ${paths.length - MAX_NAMES} more` : '';
  return `${names}${more} changed\n\n`;
};

/**
 * Runs, and runs again after each change of the files and folders.
 *
 * @param run tells of each folder that it searches, before it reads it
 * @returns when a signal has ended it, and a run that was under way is over
 */
export const repeatOnChange = async (
  paths: readonly string[],
  run: (onFolder: (folder: string) => void) => Promise<unknown>,
): Promise<void> => {
  const watcher = createWatcher(complain);
  for (const signal of SIGNALS) process.once(signal, watcher.close);
  try {
    for (;;) {
      watcher.renew();
      for (const name of paths) if (!isFolder(name)) watcher.addFile(name);
      await run(watcher.addFolder);
      if (watcher.isClosed()) return;
      await print('\nWaiting for changes. Ctrl+C ends it.\n');
      const changed = await watcher.changes();
      if (watcher.isClosed()) return;
      await print(`${process.stdout.isTTY ? CLEAR : '\n'}${changedLine(changed)}`);
    }
  } finally {
    watcher.close();
    for (const signal of SIGNALS) process.removeListener(signal, watcher.close);
  }
};
