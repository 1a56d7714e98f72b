/** What the programs lend the host checks: read-only look-ups in a file system, each bounded, none that waits for a device. */

export interface HostNode {
  /** `other`: a pipe, a socket or a character device. Nothing is ever opened but a regular file. */
  readonly kind: 'file' | 'folder' | 'link' | 'block' | 'other';
  /** One value for all names of a file. */
  readonly id: string;
  /** Of a block device: `major:minor`. */
  readonly device?: string;
  /** In bytes; 0 for most files in `/proc`. */
  readonly size: number;
  /** Of the last change of the content, in milliseconds since 1970. */
  readonly modified: number;
  readonly isExecutable: boolean;
}

/** `unknown`: it cannot be told, for instance because a folder cannot be entered. */
export type LookUp = HostNode | 'missing' | 'unknown';

/** Paths are absolute and begin in the root of the host, whose links are not followed here. Nothing rejects. */
export interface HostFileSystem {
  readonly lstat: (path: string) => Promise<LookUp>;
  /** The text of a link; undefined if it cannot be read. */
  readonly readLink: (path: string) => Promise<string | undefined>;
  /** At most so many of the names in a folder, in no order; undefined if it cannot be read. */
  readonly list: (folder: string, most: number) => Promise<readonly string[] | undefined>;
  /**
   * Bytes of a regular file, fewer where it ends before; undefined if it is no regular file or cannot be read.
   *
   * @param offset in bytes, as `length`
   */
  readonly read: (path: string, offset: number, length: number) => Promise<Uint8Array | undefined>;
}
