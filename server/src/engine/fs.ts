/** `node:fs`, as far as the programs use it. */
import * as os from 'qjs:os';
import * as native from 'xlcfg:native';
import { readInto, readToEnd, writeToEnd } from './io.ts';
import { check, systemError, unwrap } from './systemError.ts';

export { watch } from './watch.ts';

/** QuickJS has no name for O_NONBLOCK; this is its value on x86 and Arm. */
const O_NONBLOCK = 0o4000;

export const constants = { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, O_RDONLY: os.O_RDONLY, O_NONBLOCK };

/** `<sys/stat.h>` */
const S_IFBLK = 0o060000;

export const kindOf = (mode: number) => ({
  isFile: () => (mode & os.S_IFMT) === os.S_IFREG,
  isDirectory: () => (mode & os.S_IFMT) === os.S_IFDIR,
  isSymbolicLink: () => (mode & os.S_IFMT) === os.S_IFLNK,
  isBlockDevice: () => (mode & os.S_IFMT) === S_IFBLK,
});

const withKind = <Status extends { readonly mode: number }>(status: Status) => ({
  ...status,
  ...kindOf(status.mode),
});

const statsOf = (status: os.FileStatus) => withKind({ ...status, mtimeMs: status.mtime });

export type Stats = ReturnType<typeof statsOf>;

export const statSync = (file: string, { throwIfNoEntry = true } = {}): Stats | undefined => {
  const [status, errno] = os.stat(file);
  if (errno === 0) return statsOf(status);
  const error = systemError(errno, 'stat', file);
  if (!throwIfNoEntry && /^ENO(?:ENT|TDIR)/.test(error.message)) return undefined;
  throw error;
};

export const lstatSync = (file: string): Stats => {
  const [status, errno] = os.lstat(file);
  if (errno !== 0) throw systemError(errno, 'lstat', file);
  return statsOf(status);
};

export const fstatSync = (descriptor: number) => {
  const status = native.fstat(descriptor);
  if (typeof status === 'number') throw systemError(status, 'fstat');
  return withKind(status);
};

export const readlinkSync = (file: string): string => unwrap(os.readlink(file), 'readlink', file);

export const realpathSync = (file: string): string => unwrap(os.realpath(file), 'realpath', file);

export const accessSync = (file: string, mode = constants.F_OK): void => {
  check(native.access(file, mode), 'access', file);
};

const FLAGS: Readonly<Record<string, number>> = {
  r: os.O_RDONLY,
  'r+': os.O_RDWR,
  w: os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
  wx: os.O_WRONLY | os.O_CREAT | os.O_EXCL,
};

export const openSync = (file: string, flags: string | number, mode = 0o666): number => {
  const known = typeof flags === 'number' ? flags : FLAGS[flags];
  if (known === undefined) throw new TypeError(`unknown flags ${flags}`);
  return check(os.open(file, known, mode), 'open', file);
};

export const closeSync = (descriptor: number): void => {
  check(os.close(descriptor), 'close');
};

/** Calls a function with a descriptor: the one that is given, or that of a file, which is closed afterwards. */
const withDescriptor = <Result>(
  file: string | number,
  flags: string,
  use: (descriptor: number) => Result,
): Result => {
  if (typeof file === 'number') return use(file);
  const descriptor = openSync(file, flags);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** @returns text where there is an encoding, otherwise a buffer */
export const readFileSync = (file: string | number, encoding?: BufferEncoding): Buffer | string => {
  const content = withDescriptor(file, 'r', readToEnd);
  return encoding === undefined ? content : content.toString(encoding);
};

export const writeFileSync = (file: string | number, content: string | Uint8Array): void =>
  withDescriptor(file, 'w', (descriptor) => writeToEnd(descriptor, content));

const SEEK_SET = 0;

export const writeSync = (
  descriptor: number,
  content: Uint8Array,
  offset: number,
  length: number,
  position: number,
): number => {
  check(os.seek(descriptor, position, SEEK_SET), 'write');
  writeToEnd(descriptor, content.subarray(offset, offset + length));
  return length;
};

export const readSync = (
  descriptor: number,
  buffer: Uint8Array,
  offset: number,
  length: number,
  position: number,
): number => {
  check(os.seek(descriptor, position, SEEK_SET), 'read');
  return readInto(descriptor, buffer.subarray(offset, offset + length));
};

export const fsyncSync = (descriptor: number): void => {
  check(native.fsync(descriptor), 'fsync');
};

export const ftruncateSync = (descriptor: number, length: number): void => {
  check(native.ftruncate(descriptor, length), 'ftruncate');
};

export const renameSync = (from: string, to: string): void => {
  check(os.rename(from, to), 'rename', from);
};

export const mkdirSync = (folder: string, mode = 0o777): void => {
  check(os.mkdir(folder, mode), 'mkdir', folder);
};

export const namesIn = (folder: string): string[] =>
  unwrap(os.readdir(folder), 'scandir', folder).filter((name) => name !== '.' && name !== '..');

export const rmSync = (file: string, { force = false, recursive = false } = {}): void => {
  const [status, errno] = os.lstat(file);
  if (errno !== 0) {
    const error = systemError(errno, 'rm', file);
    if (force && error.message.startsWith('ENOENT')) return;
    throw error;
  }
  if (recursive && withKind(status).isDirectory()) {
    for (const name of namesIn(file)) rmSync(`${file}/${name}`, { force, recursive });
  }
  check(os.remove(file), 'rm', file);
};
