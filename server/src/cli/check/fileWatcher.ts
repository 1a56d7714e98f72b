/** Waits for changes of files. */
import { type FSWatcher, statSync, watch } from 'node:fs';
import path from 'node:path';
import { GUEST_FILE_NAME } from '../../discovery/guestFiles.ts';
import { IGNORE_FILE, PROJECT_CONFIG_FILE } from '../../settings/projectConfig.ts';
import { errorCode, type Failure } from '../common/failure.ts';

/** Paths are as the command line has them, from the working folder. */
export interface Watcher {
  /** Forgets what was watched. What has changed since then is found by whoever reads the files after adding them. */
  readonly renew: () => void;
  /** Every file in the folder that may be a guest's counts from now on, and every folder in it. */
  readonly addFolder: (folder: string) => void;
  readonly addFile: (file: string) => void;
  /** What has changed since the last call: waits until there is something, and then no more for a moment. */
  readonly changes: () => Promise<readonly string[]>;
  /** Ends it; a call of {@link Watcher.changes} that waits gets nothing. */
  readonly close: () => void;
  readonly isClosed: () => boolean;
}

/** In milliseconds. Saving a file is several changes, checking out a branch is thousands. */
const CALM = 60;

const CONFIGURATIONS: readonly string[] = [PROJECT_CONFIG_FILE, IGNORE_FILE];

/** Whether there is such a folder. */
export const isFolder = (file: string): boolean => {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
};

/** The folder and all above it: a configuration in one of them counts for its files. */
const upwards = (folder: string): readonly string[] => {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
};

/**
 * Folders are watched, not files: an editor that saves puts another file in the place of the old one.
 *
 * @param onFailure told of a folder that cannot be watched
 */
export const createWatcher = (onFailure: (failure: Failure) => void): Watcher => {
  const watchers = new Map<string, FSWatcher>();
  const searched = new Set<string>();
  const files = new Set<string>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let calm = false;
  let closed = false;
  let wake = (): void => {};

  const matters = (folder: string, name: string): boolean => {
    const file = path.join(folder, name);
    if (CONFIGURATIONS.includes(name) || files.has(file)) return true;
    return searched.has(folder) && (GUEST_FILE_NAME.test(name) || searched.has(file) || isFolder(file));
  };

  const take = (folder: string, name: string | null): void => {
    if (closed || (name !== null && !matters(folder, name))) return;
    changed.add(path.relative('', name === null ? folder : path.join(folder, name)));
    clearTimeout(timer);
    timer = setTimeout(() => {
      calm = true;
      wake();
    }, CALM);
  };

  const watchFolder = (folder: string, fail: (error: unknown) => void): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => take(folder, name));
      watcher.on('error', fail);
      watchers.set(folder, watcher);
    } catch (error) {
      fail(error);
    }
  };

  /** Nothing is lost where a folder above cannot be watched but changes of the configuration in it. */
  const add = (folder: string): void => {
    const [own = folder, ...above] = upwards(folder);
    watchFolder(own, (error) =>
      onFailure({ path: folder, message: `cannot be watched (${errorCode(error) ?? error})` }),
    );
    for (const one of above) watchFolder(one, () => {});
  };

  const forget = (): void => {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
    searched.clear();
    files.clear();
  };

  return {
    renew: forget,
    addFolder: (folder) => {
      const full = path.resolve(folder);
      searched.add(full);
      add(full);
    },
    addFile: (file) => {
      const full = path.resolve(file);
      files.add(full);
      add(path.dirname(full));
    },
    changes: async () => {
      while (!calm && !closed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      calm = false;
      const paths = [...changed].sort();
      changed.clear();
      return closed ? [] : paths;
    },
    isClosed: () => closed,
    close: () => {
      closed = true;
      clearTimeout(timer);
      forget();
      wake();
    },
  };
};
