/** Replaces the content of a file atomically: at any time it has all of the old or all of the new content. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode } from '../common/notice.ts';

/** @throws where the owner cannot be kept: afterwards the file would belong to another user */
const keepOwnerAndMode = (descriptor: number, { uid, gid, mode }: Stats): void => {
  const created = fstatSync(descriptor);
  if (created.uid !== uid || created.gid !== gid) {
    try {
      fchownSync(descriptor, uid, gid);
    } catch (error) {
      if (errorCode(error) !== 'EPERM') throw error;
      throw new Error('its owner or group cannot be kept, only root may do that');
    }
  }
  fchmodSync(descriptor, mode & 0o7777);
};

/** Writes a new file to the disk, with the mode and owner of another one. A full disk is an error, not a shorter file. */
const writeNewFile = (file: string, content: Uint8Array, original: Stats): void => {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, content);
    keepOwnerAndMode(descriptor, original);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Writes the content to a temporary file in the same folder and renames that, with the mode and owner of the original.
 *
 * @param given a file or a link to one; the link stays a link
 * @param expected what the file contains, or else it has changed in the meantime and is not overwritten
 * @returns what the user should know about the file, without a full stop
 * @throws the system's error, or one that gives the reason; the file is unchanged then, and no temporary file remains
 */
export const replaceFile = (given: string, content: Uint8Array, expected: Uint8Array): string | undefined => {
  const file = realpathSync(given);
  // A rename would also replace a write-protected file.
  accessSync(file, constants.W_OK);
  const original = statSync(file);
  if (!original.isFile()) throw new Error('is no regular file');
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.new`);
  try {
    writeNewFile(temporary, content, original);
    if (!readFileSync(file).equals(expected)) throw new Error('has changed meanwhile, and is left as it is');
    renameSync(temporary, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') rmSync(temporary, { force: true });
    throw error;
  }
  return original.nlink > 1
    ? 'the file has other names (hard links), under which it stays as it was'
    : undefined;
};
