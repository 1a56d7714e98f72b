/** The search for guests' files in a folder: what is looked at, and what is left alone. */
import { type Dirent, promises } from 'node:fs';
import path from 'node:path';
import { CANDIDATE, isCandidate, SKIPPED_FOLDER } from '../lsp/candidates.ts';

export interface FoundPath {
  /** The folder as given, joined with the way to the file. */
  readonly path: string;
  /** Without links. */
  readonly realPath: string;
  /** Found by a link to it, which may be one of several ways. */
  readonly isLink: boolean;
}

export interface SearchOptions {
  readonly signal?: AbortSignal;
  /** Told of each folder that is searched, before it is read. */
  readonly onFolder?: (folder: string) => void;
  /** Told of each folder that cannot be read; the others are searched all the same. */
  readonly onFailure?: (folder: string, error: unknown) => void;
  /** Told of each link that leads out of the folder, and is not followed. */
  readonly onOutsideLink?: (link: string) => void;
}

const isBelow = (root: string, real: string): boolean => {
  const way = path.relative(root, real);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
};

/** The file that a link leads to; undefined where it leads to nothing, to a folder, or out of the folder. */
const followLink = async (
  root: string,
  link: string,
  { onOutsideLink: onLinkOut }: SearchOptions,
): Promise<string | undefined> => {
  try {
    const real = await promises.realpath(link);
    if (!(await promises.stat(real)).isFile()) return undefined;
    if (isBelow(root, real)) return real;
    onLinkOut?.(link);
    return undefined;
  } catch {
    return undefined;
  }
};

/**
 * Finds the files of a folder that may be a guest's, by their names. Links are followed to files inside the folder,
 * never out of it, and not to folders: one file can come by several ways. In no order.
 *
 * @throws the system's error where there is no such folder
 */
export async function* searchFolder(folder: string, options: SearchOptions = {}): AsyncGenerator<FoundPath> {
  const root = await promises.realpath(folder);
  const waiting = [{ shown: folder, real: root }];
  for (let next = waiting.pop(); next && !options.signal?.aborted; next = waiting.pop()) {
    let entries: Dirent[];
    options.onFolder?.(next.shown);
    try {
      entries = await promises.readdir(next.real, { withFileTypes: true });
    } catch (error) {
      options.onFailure?.(next.shown, error);
      continue;
    }
    for (const entry of entries) {
      const shown = path.join(next.shown, entry.name);
      const target = path.join(next.real, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDER.test(entry.name)) waiting.push({ shown, real: target });
      } else if (CANDIDATE.test(entry.name)) {
        const linked = entry.isSymbolicLink();
        const real = entry.isFile() ? target : linked ? await followLink(root, target, options) : undefined;
        if (real !== undefined) yield { path: shown, realPath: real, isLink: linked };
      }
    }
  }
}

/** The file at a path, if it is there and {@link searchFolder} would find it in the folder. */
export const findInFolder = async (folder: string, file: string): Promise<FoundPath | undefined> => {
  const way = path.relative(folder, file).split(path.sep);
  if (!isCandidate(way)) return undefined;
  const name = way.pop() ?? '';
  try {
    const root = await promises.realpath(folder);
    const parent = await promises.realpath(path.join(root, ...way));
    // A folder on the way that is a link is not searched.
    if (parent !== path.join(root, ...way)) return undefined;
    const target = path.join(parent, name);
    const real = await followLink(root, target, {});
    return real === undefined
      ? undefined
      : { path: path.join(folder, ...way, name), realPath: real, isLink: real !== target };
  } catch {
    return undefined;
  }
};
