/**
 * Which files in a folder may be guests, judged by their paths alone: one rule for the Node server, the browser worker
 * and the command line. Pure.
 */

/** All files, as a glob for file watchers: a guest may have any name. */
export const ANY_FILE_GLOB = '**/*';

const USUAL_NAME = /^[^.].*\.(?:cfg|hvm|pvlinux)$/is;

/** Whether guests are usually named like this. */
export const hasUsualName = (name: string): boolean => USUAL_NAME.test(name);

/**
 * Endings of what no guest is written in: programs, pages, images, archives, what compilers make, and copies that editors and
 * package managers leave behind.
 */
const FOREIGN_ENDING =
  /\.(?:txt|new|old|bak|orig|rej|save|tmp|swp|disabled|sample|dist|dpkg-[a-z]+|rpm(?:new|save|orig)|[chso]|cc|cpp|cxx|hh|hpp|in|am|ac|m4|mk|cmake|py|pyc|pl|pm|rb|sh|bash|zsh|fish|lua|tcl|php|go|rs|java|class|jar|kt|swift|js|cjs|mjs|jsx|ts|mts|cts|tsx|map|css|scss|html?|xml|xsd|svg|md|rst|adoc|tex|json5?|jsonl|ya?ml|toml|lock|csv|tsv|sql|db|sqlite|log|diff|patch|service|socket|timer|png|jpe?g|gif|ico|webp|pdf|ps|gz|xz|bz2|zst|zip|tar|tgz|7z|deb|rpm|iso|img|qcow2?|vhdx?|vmdk|vdi|fd|rom|bin|efi|so|a|la|dll|exe|ko|wasm|woff2?|ttf|mp[34]|webm|wav|ogg)$/i;

/** Whether the content of a file of this name may be a guest: guests have any name, such as `/etc/xen/web1`. */
export const mayHoldGuest = (name: string): boolean =>
  hasUsualName(name) || (!name.startsWith('.') && !name.endsWith('~') && !FOREIGN_ENDING.test(name));

/** Folders that are never searched: hidden ones, and those of npm packages. */
export const SKIPPED_FOLDER_NAME = /^(?:\..*|node_modules)$/;

/** In bytes. Larger files are not read; a long handwritten guest has some thousand bytes. */
export const MAX_FILE_SIZE = 2 * 1024 * 1024;

/** In bytes. Larger files with an unusual name are not read: most of them are data of other programs. */
const MAX_UNUSUAL_SIZE = 256 * 1024;

/** The size up to which a file of this name is read when a folder is searched, in bytes. */
export const maxSizeOf = (name: string): number => (hasUsualName(name) ? MAX_FILE_SIZE : MAX_UNUSUAL_SIZE);

/**
 * Whether a search of a folder would find a file.
 *
 * @param segments the path from that folder to the file: folder names, then the file name
 */
export const mayBeGuestFile = (segments: readonly string[]): boolean =>
  segments.length > 0 &&
  mayHoldGuest(segments.at(-1) ?? '') &&
  !segments.includes('') &&
  !segments.slice(0, -1).some((segment) => SKIPPED_FOLDER_NAME.test(segment));
