/**
 * Which files in a folder may be guests, judged by their paths alone: one rule for the Node server, the browser worker
 * and the command line. Pure.
 */

/** The same names as {@link GUEST_FILE_NAME}, as a glob for file watchers. */
export const GUEST_FILE_GLOB = '**/*.{cfg,hvm,pvlinux}';

/** A file name that a guest may have. A file that is named by the user may have any other name. */
export const GUEST_FILE_NAME = /^[^.].*\.(?:cfg|hvm|pvlinux)$/is;

/**
 * Endings of what no guest is written in: programs, pages, images, archives, what compilers make, and copies that editors and
 * package managers leave behind.
 */
const FOREIGN_ENDING =
  /\.(?:txt|new|old|bak|orig|rej|save|tmp|swp|disabled|sample|dist|dpkg-[a-z]+|rpm(?:new|save|orig)|[chso]|cc|cpp|cxx|hh|hpp|in|am|ac|m4|mk|cmake|py|pyc|pl|pm|rb|sh|bash|zsh|fish|lua|tcl|php|go|rs|java|class|jar|kt|swift|js|cjs|mjs|jsx|ts|mts|cts|tsx|map|css|scss|html?|xml|xsd|svg|md|rst|adoc|tex|json5?|jsonl|ya?ml|toml|lock|csv|tsv|sql|db|sqlite|log|diff|patch|service|socket|timer|png|jpe?g|gif|ico|webp|pdf|ps|gz|xz|bz2|zst|zip|tar|tgz|7z|deb|rpm|iso|img|qcow2?|vhdx?|vmdk|vdi|fd|rom|bin|efi|so|a|la|dll|exe|ko|wasm|woff2?|ttf|mp[34]|webm|wav|ogg)$/i;

/** Larger files of any name are not looked into, in bytes. */
export const MAX_UNUSUAL_SIZE = 256 * 1024;

/**
 * Whether the content of a file of this name may be a guest, where a folder is searched on the command line: guests have any
 * name, such as `/etc/xen/web1`.
 */
export const mayHoldGuest = (name: string): boolean =>
  GUEST_FILE_NAME.test(name) || (!name.startsWith('.') && !name.endsWith('~') && !FOREIGN_ENDING.test(name));

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
