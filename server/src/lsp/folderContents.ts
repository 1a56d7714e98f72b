/** What is in folders of the host, for completion: read in the background, so that no request waits for a slow disk. */
import type { HostFiles } from './hostFiles.ts';

/** How long the contents of a folder are believed, in milliseconds. Older ones are still given while they are read anew. */
const FRESH_MS = 5000;
/** Folders that are kept. The oldest makes room. */
const MOST_FOLDERS = 100;

/** The names in a folder, those of folders with a slash at the end; undefined where they are not known yet. */
export type FolderContents = (folder: string) => readonly string[] | undefined;

interface Known {
  readonly readAt: number;
  readonly names: readonly string[] | undefined;
}

/**
 * @param files absent, or without `list`: nothing is known of any folder
 * @param now in milliseconds
 */
export const createFolderContents = (
  files: Pick<HostFiles, 'list'> | undefined,
  now: () => number = Date.now,
): FolderContents => {
  const folders = new Map<string, Known>();
  const remember = (folder: string, names: readonly string[] | undefined): void => {
    folders.delete(folder);
    folders.set(folder, { readAt: now(), names });
    const [oldest] = folders.keys();
    if (folders.size > MOST_FOLDERS && oldest !== undefined) folders.delete(oldest);
  };
  return (folder) => {
    const known = folders.get(folder);
    if (files?.list && (known === undefined || now() - known.readAt > FRESH_MS)) {
      remember(folder, known?.names);
      void files.list(folder).then((names) => remember(folder, names));
    }
    return known?.names;
  };
};
