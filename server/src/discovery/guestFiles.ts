/**
 * Which files in a folder may be guests, judged by their paths alone: one rule for the Node server, the browser worker
 * and the command line. Pure.
 */

/** The same names as {@link GUEST_FILE_NAME}, as a glob for file watchers. */
export const GUEST_FILE_GLOB = '**/*.{cfg,hvm,pvlinux}';

/** A file name that a guest may have. A file that is named by the user may have any other name. */
export const GUEST_FILE_NAME = /^[^.].*\.(?:cfg|hvm|pvlinux)$/is;

/** Folders that are never searched: hidden ones, and those of npm packages. */
export const SKIPPED_FOLDER_NAME = /^(?:\..*|node_modules)$/;

/** In bytes. Larger files are not read; a long handwritten guest has some thousand bytes. */
export const MAX_FILE_SIZE = 2 * 1024 * 1024;

/**
 * Whether a search of a folder would find a file.
 *
 * @param segments the path from that folder to the file: folder names, then the file name
 */
export const mayBeGuestFile = (segments: readonly string[]): boolean =>
  GUEST_FILE_NAME.test(segments.at(-1) ?? '') &&
  !segments.slice(0, -1).some((segment) => SKIPPED_FOLDER_NAME.test(segment) || segment === '');
