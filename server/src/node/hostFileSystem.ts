/** The file system that host checks look at: that of this machine, or the part of it below a folder. */
import { constants } from 'node:fs';
import { lstat, open, opendir, readlink } from 'node:fs/promises';
import type { HostFileSystem, LookUp } from '@xlcfg/shared';

const errorCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const failed = (error: unknown): LookUp =>
  errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR' ? 'missing' : 'unknown';

type Stats = Awaited<ReturnType<typeof lstat>>;

const kindOf = (stats: Stats): Exclude<LookUp, string>['kind'] => {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return 'link';
  return stats.isBlockDevice() ? 'block' : 'other';
};

/** `major:minor` of a device number, whose low bytes hold parts of both (gnu_dev_makedev of the C library). */
const deviceName = (number: number): string => {
  const [low, high] = [number % 2 ** 32, Math.floor(number / 2 ** 32)];
  const major = ((low >>> 8) & 0xfff) + (high & ~0xfff);
  const minor = (low & 0xff) + ((low >>> 12) & ~0xff);
  return `${major}:${minor}`;
};

const toNode = (stats: Stats): LookUp => ({
  kind: kindOf(stats),
  id: `${stats.dev}-${stats.ino}`,
  ...(stats.isBlockDevice() && { device: deviceName(Number(stats.rdev)) }),
  size: Number(stats.size),
  modified: Number(stats.mtimeMs),
  isExecutable: (Number(stats.mode) & 0o111) !== 0,
});

/** Should a file become a pipe after it was looked at, opening it does not wait for a writer. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const readPart = async (file: string, offset: number, length: number): Promise<Uint8Array | undefined> => {
  const handle = await open(file, OPEN_FLAGS);
  try {
    if (!(await handle.stat()).isFile()) return undefined;
    const buffer = new Uint8Array(length);
    let end = 0;
    // Files of the kernel come in pieces of a page.
    for (let read = -1; read !== 0 && end < length; end += read) {
      read = (await handle.read(buffer, end, length - end, offset + end)).bytesRead;
    }
    return buffer.subarray(0, end);
  } finally {
    await handle.close();
  }
};

/** @param root a folder that takes the place of the root of the file system; links in it do not lead out */
export const hostFileSystem = (root = ''): HostFileSystem => {
  const base = root.replace(/(?<!\/)\/+$/, '');
  const real = (file: string): string => base + file;
  return {
    lstat: async (file) => {
      try {
        return toNode(await lstat(real(file)));
      } catch (error) {
        return failed(error);
      }
    },
    readLink: async (file) => {
      try {
        return await readlink(real(file));
      } catch {
        return undefined;
      }
    },
    list: async (folder, most) => {
      const names: string[] = [];
      try {
        for await (const { name } of await opendir(real(folder))) {
          names.push(name);
          if (names.length >= most) break;
        }
        return names;
      } catch {
        return undefined;
      }
    },
    read: async (file, offset, length) => {
      try {
        return await readPart(real(file), offset, length);
      } catch {
        return undefined;
      }
    },
  };
};
