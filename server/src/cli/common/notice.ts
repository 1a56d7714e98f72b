/** Notices of the command line about single files and folders, on standard error. Pure. */

import { internalErrorText, isInternalError } from '../../internalError.ts';

export interface Notice {
  /** As given on the command line. */
  readonly path: string;
  /** Without a full stop. */
  readonly message: string;
}

/** A notice after which the program ends with its own exit code. */
export interface Failure extends Notice {
  /** Whether this program is to blame. */
  readonly isCrash?: true;
}

const MESSAGES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is too large',
  EIO: 'input/output error',
  EISDIR: 'is a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'part of the path is not a folder',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
};

/** The code of a system error (`ENOENT`); undefined for any other error. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Node decodes bytes of a file name that are not UTF-8 to this. The result cannot be opened. */
const REPLACEMENT_CHARACTER = '\ufffd';

/** The failure of an operation on `path`. */
export const toFailure = (path: string, error: unknown): Failure => {
  const code = errorCode(error);
  if (code === 'ENOENT' && path.includes(REPLACEMENT_CHARACTER)) {
    return { path, message: 'the name is not valid UTF-8 and cannot be opened' };
  }
  if (isInternalError(error)) return { path, message: internalErrorText(error), isCrash: true };
  const other = error instanceof Error ? error.message : String(error);
  return { path, message: MESSAGES[code ?? ''] ?? other };
};
