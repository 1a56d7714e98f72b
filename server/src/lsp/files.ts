/** What the place that the server runs in can do with files. */

export interface HostFiles {
  /**
   * The files below a folder that may be guests', by URI: `*.cfg`, `*.hvm`, `*.pvlinux`; hidden folders and links that
   * lead out of the folder are left out. Ends early when the signal says so. A folder that cannot be read has none.
   */
  readonly list: (folder: string, signal: AbortSignal) => AsyncIterable<string>;
  /** The text of a file; undefined where it cannot be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
  readonly exists: (uri: string) => Promise<boolean>;
}
