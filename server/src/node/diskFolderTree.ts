/** Looks up project files on disk, by path. */
import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { MAX_FILE_SIZE } from '../discovery/guestFiles.ts';
import type { FolderTree } from '../settings/folderTree.ts';

/** Error codes for a path that doesn't exist. */
const NOT_FOUND: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NOT_FOUND.has(error.code);

/** Whether a file is a link to one outside of its folder: whoever wrote the link need not be allowed to read that. */
const leadsOut = async (file: string): Promise<boolean> => {
  if (!(await lstat(file)).isSymbolicLink()) return false;
  const [target, folder] = await Promise.all([realpath(file), realpath(path.dirname(file))]);
  return !target.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
};

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
      const stats = await stat(file);
      // Reading a pipe or a device might never end.
      if (!stats.isFile()) return undefined;
      if (stats.size > MAX_FILE_SIZE) throw new Error('is too large, and is not used');
      if (await leadsOut(file))
        throw new Error('is a link that leads out of its folder, and is not followed');
      return await readFile(file, 'utf8');
    } catch (error) {
      if (!isNotFound(error)) onFailure(file, error);
      return undefined;
    }
  },
});
