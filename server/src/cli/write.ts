/** Replaces a file's content: at any time the file is the old one or the new one, never a part of one. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode } from './failure.ts';

/** Where the owner cannot be kept, because it is someone else, the new file is ours. */
const keepOwnerAndMode = (descriptor: number, { uid, gid, mode }: Stats): void => {
  try {
    fchownSync(descriptor, uid, gid);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') throw error;
  }
  fchmodSync(descriptor, mode & 0o7777);
};

/** Writes all of it, to the disk; a disk that is full is an error and not a shorter file. */
const writeNew = (file: string, content: Uint8Array, like: Stats): void => {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, content);
    keepOwnerAndMode(descriptor, like);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Writes `content` beside the file that `name` leads to and puts it in that file's place, with its mode and owner.
 *
 * @param name a file or a link to one; the link stays a link
 * @throws the system's error; the file is as it was then, and nothing is left beside it
 */
export const replaceFile = (name: string, content: Uint8Array): void => {
  const file = realpathSync(name);
  // A rename would replace a file that may not be written: whoever protected it meant it.
  accessSync(file, constants.W_OK);
  const like = statSync(file);
  if (!like.isFile()) throw new Error('is no regular file');
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.new`);
  try {
    writeNew(beside, content, like);
    renameSync(beside, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') rmSync(beside, { force: true });
    throw error;
  }
};
