/**
 * A copy of a file while the file is overwritten: a folder next to it with its content before and after. A run that
 * was interrupted leaves it, and the next run can tell from it whether the file is whole.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode } from '../common/notice.ts';
import { ownIdentity, runningProcess } from './processIdentity.ts';

/** The longest name of a file, in bytes: NAME_MAX of Linux. */
const MAX_NAME_LENGTH = 255;

const SUFFIX = '.xlcfg';

/** The folder of the journal of a file. A name that would be too long is replaced by its hash. */
export const journalOf = (file: string): string => {
  const name = path.basename(file);
  const plain = `.${name}${SUFFIX}`;
  const hash = (): string => createHash('sha256').update(name).digest('hex').slice(0, 32);
  return path.join(
    path.dirname(file),
    Buffer.byteLength(plain) <= MAX_NAME_LENGTH ? plain : `.${hash()}${SUFFIX}`,
  );
};

/** The content before. There is such a file exactly while the file itself may be neither old nor new. */
const beforeIn = (journal: string): string => path.join(journal, 'before');
const afterIn = (journal: string): string => path.join(journal, 'after');
/** The process that writes. */
const ownerIn = (journal: string): string => path.join(journal, 'owner');

/** Waits until a folder is on the disk. Not every system can do that. */
const syncFolder = (folder: string): void => {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
  } catch {
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
};

const writeNewFile = (file: string, content: Uint8Array | string): void => {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Removes a journal, and at first what says that it is needed. */
export const removeJournal = (file: string): void => {
  const journal = journalOf(file);
  rmSync(beforeIn(journal), { force: true });
  rmSync(journal, { force: true, recursive: true });
};

/**
 * Writes a journal to the disk. Nobody but the user can read it.
 *
 * @throws the system's error; there is no journal then
 */
export const writeJournal = (file: string, before: Uint8Array, after: Uint8Array): void => {
  const journal = journalOf(file);
  mkdirSync(journal, 0o700);
  try {
    writeNewFile(ownerIn(journal), ownIdentity());
    writeNewFile(afterIn(journal), after);
    const unfinished = `${beforeIn(journal)}.unfinished`;
    writeNewFile(unfinished, before);
    renameSync(unfinished, beforeIn(journal));
    syncFolder(journal);
    syncFolder(path.dirname(journal));
  } catch (error) {
    removeJournal(file);
    throw error;
  }
};

const readIfThere = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * Whether a content can be what an interrupted write left. Blocks reach the disk in any order, and where a file grew,
 * the file system may leave zeros.
 */
const isBetween = (content: Buffer, before: Buffer, after: Buffer): boolean =>
  content.length >= Math.min(before.length, after.length) &&
  content.length <= Math.max(before.length, after.length) &&
  content.every((byte, index) => byte === 0 || byte === before[index] || byte === after[index]);

/** What a journal says about its file. */
export type InterruptedWrite =
  /** There is no journal, or one that was not finished, or that is no longer needed: the file is whole. */
  | { readonly kind: 'whole'; readonly hasJournal: boolean }
  | { readonly kind: 'running'; readonly pid: number }
  /** The file is half written. */
  | { readonly kind: 'torn'; readonly before: Buffer }
  /** The file is something else than a write could have left. */
  | { readonly kind: 'changed' };

/**
 * Looks for the journal of a file that an earlier run left.
 *
 * @param file its real path
 * @throws the system's error
 */
export const findInterruptedWrite = (file: string): InterruptedWrite => {
  const journal = journalOf(file);
  if (!statSync(journal, { throwIfNoEntry: false })?.isDirectory()) {
    return { kind: 'whole', hasJournal: false };
  }
  const pid = runningProcess(readIfThere(ownerIn(journal))?.toString() ?? '');
  if (pid !== undefined) return { kind: 'running', pid };
  const before = readIfThere(beforeIn(journal));
  const after = readIfThere(afterIn(journal));
  if (before === undefined || after === undefined) return { kind: 'whole', hasJournal: true };
  const content = readFileSync(file);
  if (content.equals(before) || content.equals(after)) return { kind: 'whole', hasJournal: true };
  return isBetween(content, before, after) ? { kind: 'torn', before } : { kind: 'changed' };
};

/** Where the user finds the content before, from the folder of the file. */
export const copyName = (file: string): string =>
  path.relative(path.dirname(file), beforeIn(journalOf(file)));

/**
 * Makes sure that a file is not half written, before it is read. A journal that the user may not read says nothing.
 *
 * @param file its real path
 * @throws an error that gives the reason, without a full stop, where it is
 */
export const assertWhole = (file: string): void => {
  try {
    if (findInterruptedWrite(file).kind !== 'torn') return;
  } catch (error) {
    if (errorCode(error) === 'EACCES') return;
    throw error;
  }
  throw new Error(
    `is half written, because an earlier run was interrupted; xlcfg fix or format restores it from ${copyName(file)}`,
  );
};
