/** Looks up project files on disk, by path. */
import { promises } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { FolderTree } from '../settings/folderTree.ts';

/** Error codes for a path that doesn't exist. */
const NOT_FOUND: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NOT_FOUND.has(error.code);

/**
 * The folders above a file, up to the user's home folder or the root.
 *
 * @param onFailure called with a file that exists but cannot be read; it counts as missing
 */
export const diskFolderTree = (
  onFailure: (file: string, error: unknown) => void,
  home: string = homedir(),
): FolderTree => ({
  parent: (file) => {
    const parent = path.dirname(file);
    return file === parent || file === home ? undefined : parent;
  },
  join: path.join,
  relativePath: (folder, file) => path.relative(folder, file).split(path.sep).join('/'),
  read: async (file) => {
    try {
      // Reading a pipe or a device might never end.
      return (await promises.stat(file)).isFile() ? await promises.readFile(file, 'utf8') : undefined;
    } catch (error) {
      if (!isNotFound(error)) onFailure(file, error);
      return undefined;
    }
  },
});
