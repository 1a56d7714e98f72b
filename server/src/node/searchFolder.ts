/** Searches folders on disk for files that may be guests. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  hasUsualName,
  maxSizeOf,
  mayBeGuestFile,
  mayHoldGuest,
  SKIPPED_FOLDER_NAME,
} from '../discovery/guestFiles.ts';

export interface FoundPath {
  /** Starts with the searched folder as it was given. */
  readonly path: string;
  /** With all symbolic links resolved. */
  readonly realPath: string;
  /** Whether the file was found through a symbolic link, so that it may be found again by another path. */
  readonly isLink: boolean;
}

export interface SearchOptions {
  readonly signal?: AbortSignal;
  /** Called with each folder before it is read. */
  readonly onFolder?: (folder: string) => void;
  /** Called with each folder that cannot be read. The search continues. */
  readonly onFailure?: (folder: string, error: unknown) => void;
  /** Called with each link that leads out of the searched folder. Such links are not followed. */
  readonly onOutsideLink?: (link: string) => void;
}

const isBelow = (root: string, realPath: string): boolean => {
  const relative = path.relative(root, realPath);
  return (
    relative !== '' &&
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
};

/** The target of a link; undefined if it doesn't exist, isn't a file, or is outside the root. */
const followLink = async (
  root: string,
  link: string,
  { onOutsideLink }: SearchOptions,
): Promise<string | undefined> => {
  try {
    const realPath = await realpath(link);
    const isInside = isBelow(root, realPath);
    // Outside of the folder, only the target of a link that must be reported is looked at.
    if (!isInside && !onOutsideLink) return undefined;
    if (!(await stat(realPath)).isFile()) return undefined;
    if (isInside) return realPath;
    onOutsideLink?.(link);
    return undefined;
  } catch {
    return undefined;
  }
};

/** Whether a file is small enough for a guest of this name. With a usual name, whoever reads it must know why it cannot be read. */
const isWorthReading = async (file: string, name: string): Promise<boolean> => {
  if (hasUsualName(name)) return true;
  try {
    return (await stat(file)).size <= maxSizeOf(name);
  } catch {
    return false;
  }
};

/**
 * Finds the files below a folder that may be guests, judging by their names and sizes. Links to files inside the folder are
 * followed, so a file may be found more than once; links to folders are not. The order is unspecified.
 *
 * @throws the system's error if the folder doesn't exist
 */
export async function* searchFolder(folder: string, options: SearchOptions = {}): AsyncGenerator<FoundPath> {
  const root = await realpath(folder);
  const pending = [{ folderPath: folder, realFolder: root }];
  for (let next = pending.pop(); next && !options.signal?.aborted; next = pending.pop()) {
    let entries: Dirent[];
    options.onFolder?.(next.folderPath);
    try {
      entries = await readdir(next.realFolder, { withFileTypes: true });
    } catch (error) {
      options.onFailure?.(next.folderPath, error);
      continue;
    }
    for (const entry of entries) {
      const entryPath = path.join(next.folderPath, entry.name);
      const target = path.join(next.realFolder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDER_NAME.test(entry.name))
          pending.push({ folderPath: entryPath, realFolder: target });
      } else if (mayHoldGuest(entry.name)) {
        const isLink = entry.isSymbolicLink();
        const realPath = entry.isFile()
          ? target
          : isLink
            ? await followLink(root, target, options)
            : undefined;
        if (realPath !== undefined && (await isWorthReading(realPath, entry.name)))
          yield { path: entryPath, realPath, isLink };
      }
    }
  }
}

/** The file at a path, if it exists and {@link searchFolder} would find it in the folder. */
export const findInFolder = async (folder: string, file: string): Promise<FoundPath | undefined> => {
  const segments = path.relative(folder, file).split(path.sep);
  if (!mayBeGuestFile(segments)) return undefined;
  const name = segments.pop() ?? '';
  try {
    const root = await realpath(folder);
    const parent = await realpath(path.join(root, ...segments));
    // Searches don't enter linked folders.
    if (parent !== path.join(root, ...segments)) return undefined;
    const target = path.join(parent, name);
    const realPath = await followLink(root, target, {});
    return realPath === undefined || !(await isWorthReading(realPath, name))
      ? undefined
      : { path: path.join(folder, ...segments, name), realPath, isLink: realPath !== target };
  } catch {
    return undefined;
  }
};
