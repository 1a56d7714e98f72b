/** The modules of QuickJS, as far as they are used, and that of `server/engine/main.c`. Numbers below 0 are errors. */

declare module 'qjs:std' {
  export const exit: (code: number) => never;
  export const getenviron: () => Record<string, string>;
  export const strerror: (errno: number) => string;
}

declare module 'qjs:os' {
  export interface FileStatus {
    readonly mode: number;
    readonly size: number;
    readonly uid: number;
    readonly gid: number;
    readonly nlink: number;
    readonly dev: number;
    readonly ino: number;
    readonly rdev: number;
    /** In milliseconds since 1970. */
    readonly mtime: number;
  }
  export type Timer = object;

  export const O_RDONLY: number;
  export const O_WRONLY: number;
  export const O_RDWR: number;
  export const O_CREAT: number;
  export const O_EXCL: number;
  export const O_TRUNC: number;
  export const S_IFMT: number;
  export const S_IFREG: number;
  export const S_IFDIR: number;
  export const S_IFLNK: number;

  export const open: (file: string, flags: number, mode?: number) => number;
  export const close: (descriptor: number) => number;
  export const seek: (descriptor: number, offset: number, whence: number) => number;
  export const isatty: (descriptor: number) => boolean;
  export const ttyGetWinSize: (descriptor: number) => [columns: number, rows: number] | null;
  export const remove: (file: string) => number;
  export const rename: (from: string, to: string) => number;
  export const mkdir: (folder: string, mode?: number) => number;
  export const readdir: (folder: string) => [names: string[], errno: number];
  export const stat: (file: string) => [status: FileStatus, errno: number];
  export const lstat: (file: string) => [status: FileStatus, errno: number];
  export const readlink: (file: string) => [target: string, errno: number];
  export const realpath: (file: string) => [file: string, errno: number];
  export const getcwd: () => [folder: string, errno: number];
  export const getpid: () => number;
  export const kill: (process: number, signal: number) => number;
  /** Null: what the system does by default. */
  export const signal: (signal: number, handler: (() => void) | null) => void;
  export const setReadHandler: (descriptor: number, handler: (() => void) | null) => void;
  export const setTimeout: (handler: () => void, milliseconds: number) => Timer;
  export const clearTimeout: (timer: Timer) => void;
}

declare module 'xlcfg:native' {
  import type { FileStatus as WholeStatus } from 'qjs:os';

  type FileStatus = Pick<WholeStatus, 'mode' | 'size' | 'uid' | 'gid' | 'nlink'>;

  export const read: (descriptor: number, buffer: ArrayBuffer, offset: number, length: number) => number;
  export const write: (descriptor: number, buffer: ArrayBuffer, offset: number, length: number) => number;
  export const fstat: (descriptor: number) => FileStatus | number;
  export const fsync: (descriptor: number) => number;
  export const ftruncate: (descriptor: number, length: number) => number;
  export const access: (file: string, mode: number) => number;
  export const errorName: (errno: number) => string;
  export const inotifyOpen: () => number;
  export const inotifyAdd: (descriptor: number, folder: string) => number;
  export const inotifyRemove: (descriptor: number, watch: number) => number;
  export const connectTcp: (port: number) => number;
  export const connectUnix: (file: string) => number;
}
