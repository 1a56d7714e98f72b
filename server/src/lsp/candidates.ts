/** Which files of a folder are looked into, wherever the folder is. Pure. */

/** Where changes of files are told by pattern. */
export const CANDIDATE_PATTERN = '**/*.{cfg,hvm,pvlinux}';

/** The name of a file in which a guest's configuration is looked for, if it is in a folder. */
export const CANDIDATE = /^[^.].*\.(?:cfg|hvm|pvlinux)$/is;

/** Folders that are not searched: hidden ones, and what npm installs. */
export const SKIPPED_FOLDER = /^(?:\..*|node_modules)$/;

/** In bytes; a larger file is not read. The longest guest that people write has some thousands. */
export const MAX_SIZE = 2 * 1024 * 1024;

/**
 * Whether a file would be looked into, by its way through the folder that is searched.
 *
 * @param way names of folders, then that of the file
 */
export const isCandidate = (way: readonly string[]): boolean =>
  CANDIDATE.test(way.at(-1) ?? '') &&
  !way.slice(0, -1).some((part) => SKIPPED_FOLDER.test(part) || part === '');
