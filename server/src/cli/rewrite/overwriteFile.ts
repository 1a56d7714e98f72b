/**
 * Overwrites files in place: owner, mode, ACL, extended attributes and hard links stay, as they do in an editor. A
 * rename would lose some of them, and could let others read a password.
 */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  realpathSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode } from '../common/notice.ts';
import { copyName, findInterruptedWrite, removeJournal, writeJournal } from './journal.ts';

const writeAll = (descriptor: number, content: Uint8Array, from: number, to: number): void => {
  for (let written = from; written < to; ) {
    written += writeSync(descriptor, content, written, to - written, written);
  }
};

/** What the file grows by comes first: a full disk is noticed before anything of the old content is lost. */
const writeContent = (descriptor: number, content: Uint8Array, oldLength: number): void => {
  const overwritten = Math.min(oldLength, content.length);
  writeAll(descriptor, content, overwritten, content.length);
  writeAll(descriptor, content, 0, overwritten);
  ftruncateSync(descriptor, content.length);
  fsyncSync(descriptor);
};

/** @throws the system's error, or one that says what the user must do; the file has the content `before` then */
const writeOrRestore = (file: string, descriptor: number, after: Uint8Array, before: Uint8Array): void => {
  try {
    writeContent(descriptor, after, before.length);
  } catch (error) {
    try {
      ftruncateSync(descriptor, before.length);
      writeContent(descriptor, before, before.length);
    } catch {
      throw new Error(`is half written (${errorCode(error)}); what it contained is in ${copyName(file)}`);
    }
    removeJournal(file);
    throw error;
  }
};

const beginWrite = (file: string, before: Uint8Array, after: Uint8Array): void => {
  try {
    writeJournal(file, before, after);
  } catch (error) {
    if (errorCode(error) === 'EACCES') {
      throw new Error('no copy can be kept next to it while it is written: permission denied');
    }
    if (errorCode(error) === 'EEXIST') throw new Error('is being written by another process');
    throw error;
  }
};

/**
 * Replaces the content of a file. While it is written, its old content is in a journal next to it, from which
 * {@link restoreInterrupted} restores the file after a crash.
 *
 * @param given a file or a link to one
 * @param expected what the file contains, or else it has changed in the meantime and is not overwritten
 * @throws the system's error, or one that gives the reason, without a full stop; the file is unchanged then, unless
 * the reason says otherwise
 */
export const overwriteFile = (given: string, content: Uint8Array, expected: Uint8Array): void => {
  const file = realpathSync(given);
  const descriptor = openSync(file, 'r+');
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error('is not a regular file');
    beginWrite(file, expected, content);
    if (!readFileSync(descriptor).equals(expected)) {
      removeJournal(file);
      throw new Error('has changed meanwhile, and is left as it is');
    }
    writeOrRestore(file, descriptor, content, expected);
    removeJournal(file);
  } finally {
    closeSync(descriptor);
  }
};

/** Gives a half-written file its old content again. The journal remains until that is on the disk. */
const restore = (file: string, before: Uint8Array): void => {
  const descriptor = openSync(file, 'r+');
  try {
    writeContent(descriptor, before, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Clears up after a run that was interrupted while it wrote a file, and restores the file if it is half written.
 *
 * @param given a file or a link to one
 * @returns what the user should know about the file, without a full stop
 * @throws an error that gives the reason, without a full stop, where the file must not be written
 */
export const restoreInterrupted = (given: string): string | undefined => {
  const file = realpathSync(given);
  const found = findInterruptedWrite(file);
  switch (found.kind) {
    case 'whole':
      if (found.hasJournal) removeJournal(file);
      return undefined;
    case 'running':
      throw new Error(`is being written by another process (${found.pid})`);
    case 'changed': {
      const copy = copyName(file);
      throw new Error(
        `has changed since a run was interrupted while it wrote the file; compare it with ${copy}, then remove the folder ${path.dirname(copy)}`,
      );
    }
    case 'torn': {
      restore(file, found.before);
      const copy = copyName(file);
      removeJournal(file);
      return `restored from ${copy}, because an earlier run was interrupted while it wrote the file`;
    }
  }
};
