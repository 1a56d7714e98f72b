/** What could not be read or written, in words. Pure. */

export interface Failure {
  /** As given on the command line. */
  readonly path: string;
  /** Without a full stop. */
  readonly message: string;
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EFBIG: 'the file is too large',
  EIO: 'input/output error',
  EISDIR: 'is a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'part of the path is no folder',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
};

/** The code of a system's error (`ENOENT`); undefined for any other error. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Stands in a name for bytes that are no UTF-8; with it the name leads nowhere. */
const UNREADABLE = '\ufffd';

/** The failure of an operation on `path`. */
export const failure = (path: string, error: unknown): Failure => ({
  path,
  message:
    errorCode(error) === 'ENOENT' && path.includes(UNREADABLE)
      ? 'the name is no UTF-8, and cannot be opened'
      : (WORDS[errorCode(error) ?? ''] ?? (error instanceof Error ? error.message : String(error))),
});
