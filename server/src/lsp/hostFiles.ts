/** What the place that the server runs in can do with files. */

/** A file below a folder. */
export interface FoundFile {
  /** By the way through the folder, as the folder was given. */
  readonly uri: string;
  /** The same for all ways that lead to the file, links among them. */
  readonly id: string;
}

/**
 * Folders are searched for files that may be guests': `*.cfg`, `*.hvm`, `*.pvlinux`. Hidden folders and links that lead
 * out of the folder are left out.
 */
export interface HostFiles {
  /** Whether a URI is one of a file here; documents of other URIs show what a file was, or are elsewhere. */
  readonly isHostUri: (uri: string) => boolean;
  /** The files below a folder, each once. Ends early when the signal says so. A folder that cannot be read has none. */
  readonly findAll: (folderUri: string, signal: AbortSignal) => AsyncIterable<FoundFile>;
  /** The file, if it is there and `list` would give it for the folder. */
  readonly findOne: (folder: string, uri: string) => Promise<FoundFile | undefined>;
  /** What tells a file from others, see {@link FoundFile.id}; the URI itself where there is no such file. */
  readonly identityOf: (uri: string) => Promise<string>;
  /** The text of a file; undefined where it cannot be read, or is larger than any guest's. */
  readonly read: (uri: string) => Promise<string | undefined>;
  readonly exists: (uri: string) => Promise<boolean>;
  /** The URI of the person's home folder, above which no configuration is looked for. Absent where there is none. */
  readonly homeUri?: string;
  /**
   * The URI of a folder that a person names: an absolute path, one from the home folder (`~/`), or a URI of a file.
   * Undefined for any other text, and for all where no folders can be seen but those of the workspace.
   */
  readonly folder: (name: string) => string | undefined;
}
