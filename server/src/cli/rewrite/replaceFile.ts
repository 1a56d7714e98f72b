/** Replaces a file's content: at any time the file is the old one or the new one, never a part of one. */
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
import { errorCode } from '../common/failure.ts';

/** @throws where the owner cannot be kept: the file would be another person's afterwards */
const keepOwnerAndMode = (descriptor: number, { uid, gid, mode }: Stats): void => {
  const own = fstatSync(descriptor);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(descriptor, uid, gid);
    } catch (error) {
      if (errorCode(error) !== 'EPERM') throw error;
      throw new Error('its owner or group cannot be kept, only root may do that');
    }
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
 * @param before what the file is taken to hold: nobody's later change is overwritten
 * @returns what a person should know of it, without a full stop
 * @throws the system's error, or one that says why not; the file is as it was then, and nothing is left beside it
 */
export const replaceFile = (name: string, content: Uint8Array, before: Uint8Array): string | undefined => {
  const file = realpathSync(name);
  // A rename would replace a file that may not be written: whoever protected it meant it.
  accessSync(file, constants.W_OK);
  const like = statSync(file);
  if (!like.isFile()) throw new Error('is no regular file');
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.new`);
  try {
    writeNew(beside, content, like);
    if (!readFileSync(file).equals(before)) throw new Error('has changed meanwhile, and is left as it is');
    renameSync(beside, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') rmSync(beside, { force: true });
    throw error;
  }
  return like.nlink > 1 ? 'the file has other names (hard links), under which it stays as it was' : undefined;
};
