/** Waits for changes of files. */
import { type FSWatcher, statSync, watch } from 'node:fs';
import path from 'node:path';
import { mayHoldGuest } from '../../discovery/guestFiles.ts';
import { IGNORE_FILE, PROJECT_CONFIG_FILE } from '../../settings/projectConfig.ts';
import { errorCode, type Notice } from '../common/notice.ts';

/** Paths are relative to the working folder. */
export interface FileWatcher {
  /** Stops watching all files and folders. Changes from now on are noticed by reading a file after it was added. */
  readonly reset: () => void;
  /** Watches a folder for all files that may be guests, and for folders in it that come and go. */
  readonly addFolder: (folder: string) => void;
  readonly addFile: (file: string) => void;
  /** Waits for changes, and then until there are no more for a moment. Resolves to the paths that have changed. */
  readonly nextChanges: () => Promise<readonly string[]>;
  /** Stops for good. A call of {@link FileWatcher.nextChanges} that waits resolves to no paths. */
  readonly close: () => void;
  readonly isClosed: () => boolean;
}

/** In milliseconds. Saving a file is several changes, and a checkout of a branch is thousands. */
const SETTLE_TIME = 60;

const PROJECT_FILES: readonly string[] = [PROJECT_CONFIG_FILE, IGNORE_FILE];

/** Whether there is such a folder. */
export const isFolder = (file: string): boolean => {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
};

/** The folders above a folder, which may have a project configuration that holds for its files. */
const parentsOf = (folder: string): readonly string[] => {
  const parent = path.dirname(folder);
  return parent === folder ? [] : [parent, ...parentsOf(parent)];
};

/**
 * Folders are watched rather than files, as most editors save a file by replacing it with another one.
 *
 * @param onNotice called with each folder that cannot be watched
 */
export const createFileWatcher = (onNotice: (notice: Notice) => void): FileWatcher => {
  const watchers = new Map<string, FSWatcher>();
  const folders = new Set<string>();
  const files = new Set<string>();
  /** The folders above them: one that is removed and made again must be watched anew. */
  const ancestors = new Set<string>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isSettled = false;
  let closed = false;
  let wake = (): void => {};

  const isRelevant = (folder: string, name: string): boolean => {
    const file = path.join(folder, name);
    if (PROJECT_FILES.includes(name) || files.has(file) || ancestors.has(file)) return true;
    return folders.has(folder) && (mayHoldGuest(name) || folders.has(file) || isFolder(file));
  };

  /** @param name null where the system does not report it */
  const onChange = (folder: string, name: string | null): void => {
    if (closed || (name !== null && !isRelevant(folder, name))) return;
    changed.add(path.relative('', name === null ? folder : path.join(folder, name)));
    clearTimeout(timer);
    timer = setTimeout(() => {
      isSettled = true;
      wake();
    }, SETTLE_TIME);
  };

  const watchFolder = (folder: string, onError: (error: unknown) => void): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => onChange(folder, name));
      watcher.on('error', onError);
      watchers.set(folder, watcher);
    } catch (error) {
      onError(error);
    }
  };

  const add = (folder: string): void => {
    watchFolder(folder, (error) => {
      // That it is missing is reported by the run itself.
      if (errorCode(error) === 'ENOENT') return;
      onNotice({ path: folder, message: `cannot be watched (${errorCode(error) ?? error})` });
    });
    ancestors.add(folder);
    // All that is missed where a parent cannot be watched are changes of its project configuration.
    for (const parent of parentsOf(folder)) {
      ancestors.add(parent);
      watchFolder(parent, () => {});
    }
  };

  const reset = (): void => {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
    folders.clear();
    files.clear();
    ancestors.clear();
  };

  return {
    reset,
    addFolder: (folder) => {
      const absolute = path.resolve(folder);
      folders.add(absolute);
      add(absolute);
    },
    addFile: (file) => {
      const absolute = path.resolve(file);
      files.add(absolute);
      add(path.dirname(absolute));
    },
    nextChanges: async () => {
      while (!isSettled && !closed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      isSettled = false;
      const paths = [...changed].sort();
      changed.clear();
      return closed ? [] : paths;
    },
    isClosed: () => closed,
    close: () => {
      closed = true;
      clearTimeout(timer);
      reset();
      wake();
    },
  };
};
