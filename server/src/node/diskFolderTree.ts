/** Where configuration files are looked for on this machine. */
import { promises } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { FolderTree } from '../settings/projectResolver.ts';

/** What a file that is not there looks like. */
const ABSENT: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ABSENT.has(error.code);

/**
 * Folders of the disk, from that of a file up to the home folder of the person, or else to the root.
 *
 * @param onFailure told of a file that is there and cannot be read; it counts as absent
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
      if (!isAbsent(error)) onFailure(file, error);
      return undefined;
    }
  },
});
