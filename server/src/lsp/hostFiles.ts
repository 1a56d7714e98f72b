/** The files that the server can reach on its host: on disk, or those that a client in a browser lends it. */
import type { DecodedText } from '../decodedText.ts';

export interface FoundFile {
  /** Relative to the searched folder as it was given, so it may lead through links. */
  readonly uri: string;
  /** One value for all URIs of the same file. */
  readonly id: string;
}

/**
 * Searches find every file whose content may be a guest's, whatever its name, except what no guest is written in, such as
 * programs and images. They skip hidden folders, and links that lead out of the searched folder.
 */
export interface HostFiles {
  /** True for the URI of a file on this host. Other documents show an old version of a file, or a remote one. */
  readonly isHostUri: (uri: string) => boolean;
  /** Each file below a folder, once. Stops early when the signal is aborted. An unreadable folder has no files. */
  readonly findAll: (folder: string, signal: AbortSignal) => AsyncIterable<FoundFile>;
  /** A file, if it exists and `findAll` would find it in the folder. */
  readonly findOne: (folder: string, uri: string) => Promise<FoundFile | undefined>;
  /** See {@link FoundFile.id}; the URI itself if there is no such file. */
  readonly identityOf: (uri: string) => Promise<string>;
  /** Undefined if the file cannot be read or is too large for a guest. */
  readonly read: (uri: string) => Promise<DecodedText | undefined>;
  readonly exists: (uri: string) => Promise<boolean>;
  /**
   * The names in a folder that is given by its absolute path, those of folders with a slash at the end; some of them, where
   * there are very many. None of a folder that cannot be read. Absent if only the folders of the workspace can be reached.
   */
  readonly list?: (folder: string) => Promise<readonly string[]>;
  /** The user's home folder, above which no project files are looked up. */
  readonly homeUri?: string;
  /**
   * The URI of a folder in the setting `xlcfg.folders`: an absolute path, a path that starts with `~/`, or a file URI.
   * Undefined for any other text, and for every text if only the folders of the workspace can be reached.
   */
  readonly folderUri: (name: string) => string | undefined;
}
