/** Look-ups on a host: links are followed within its root, network file systems are left alone, answers are remembered. */

import type { HostFileSystem, LookUp } from './fileSystem.ts';
import { type MountTable, readMounts } from './mounts.ts';

/** As many links as Linux follows in one path (MAXSYMLINKS). */
const MAX_LINKS = 40;
/** PATH_MAX of Linux. In UTF-16 code units. */
const LONGEST_PATH = 4096;
/** Names that are read of a folder. Of a longer one nothing is suggested, as which names are read is chance. */
export const MAX_NAMES = 1000;
/** Far more than any file of `/proc` or `/sys` that is read. In bytes. */
const MAX_TEXT = 256 * 1024;

export interface FoundPath {
  /** Without links. Where nothing is found, the name that is missing. */
  readonly path: string;
  readonly found: LookUp;
}

/** Nothing rejects, and every answer about one path is the same for as long as the view is used. */
export interface HostView {
  /** What a path leads to. */
  readonly find: (path: string) => Promise<FoundPath>;
  /** The names in a folder, sorted; undefined if it cannot be read or has more than {@link MAX_NAMES}. */
  readonly names: (folder: string) => Promise<readonly string[] | undefined>;
  /** The text of a small regular file, in which bytes are characters. */
  readonly text: (path: string) => Promise<string | undefined>;
  /** Bytes of a regular file, in which a byte is a character. */
  readonly bytes: (path: string, offset: number, length: number) => Promise<string | undefined>;
  /** How many look-ups in the file system were answered so far: a host that hangs answers no more. */
  readonly answers: () => number;
}

const latin1 = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** The steps of a path; those that lead nowhere left out. */
const stepsOf = (path: string): string[] => path.split('/').filter((step) => step !== '' && step !== '.');

const remembered = <Value>(compute: (key: string) => Promise<Value>): ((key: string) => Promise<Value>) => {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
};

export const createHostView = (source: HostFileSystem): HostView => {
  let answers = 0;
  const counted = async <Value>(answer: Promise<Value>): Promise<Value> => {
    const value = await answer;
    answers += 1;
    return value;
  };
  const lstat = remembered((path: string) => counted(source.lstat(path)));
  const readLink = remembered((path: string) => counted(source.readLink(path)));
  const read: HostFileSystem['read'] = (...call) => counted(source.read(...call));
  const list: HostFileSystem['list'] = (...call) => counted(source.list(...call));

  /** @param mounts of the host; absent while these are being read */
  const follow = async (path: string, mounts?: MountTable): Promise<FoundPath> => {
    if (!path.startsWith('/') || path.includes('\0') || path.length > LONGEST_PATH) {
      return { path, found: 'unknown' };
    }
    const pending = stepsOf(path);
    let at = '';
    let links = 0;
    let found: LookUp = await lstat('/');
    for (let step = pending.shift(); step !== undefined; step = pending.shift()) {
      if (step === '..') {
        at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
        continue;
      }
      const next = `${at}/${step}`;
      if (mounts?.isRemote(next)) return { path: next, found: 'unknown' };
      found = await lstat(next);
      if (typeof found === 'string') return { path: next, found };
      if (found.kind !== 'link') {
        at = next;
        continue;
      }
      const target = await readLink(next);
      links += 1;
      if (target === undefined || links > MAX_LINKS) return { path: next, found: 'unknown' };
      if (target.startsWith('/')) at = '';
      pending.unshift(...stepsOf(target));
    }
    return { path: at === '' ? '/' : at, found: await lstat(at === '' ? '/' : at) };
  };

  let mountTable: Promise<MountTable> | undefined;
  const mounts = (): Promise<MountTable> => {
    mountTable ??= readText('/proc/mounts').then((text) => readMounts(text ?? ''));
    return mountTable;
  };

  const readText = async (path: string): Promise<string | undefined> => {
    const { path: real, found } = await follow(path);
    if (typeof found === 'string' || found.kind !== 'file') return undefined;
    return latin1(await read(real, 0, MAX_TEXT));
  };

  const find = remembered(async (path) => follow(path, await mounts()));
  return {
    answers: () => answers,
    find,
    names: remembered(async (folder) => {
      const { path, found } = await find(folder);
      if (typeof found === 'string' || found.kind !== 'folder') return undefined;
      const names = await list(path, MAX_NAMES + 1);
      return names && names.length <= MAX_NAMES ? [...names].sort() : undefined;
    }),
    text: remembered(async (path) => {
      const { path: real, found } = await find(path);
      return typeof found === 'string' ? undefined : readText(real);
    }),
    bytes: async (path, offset, length) => {
      const { path: real, found } = await find(path);
      if (typeof found === 'string' || found.kind !== 'file') return undefined;
      return latin1(await read(real, offset, length));
    },
  };
};
