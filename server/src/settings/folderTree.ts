/**
 * The folders in which project files (`.xlcfg.json`, `.xlcfgignore`) are looked up. Files and folders are identified by
 * strings, which may be paths or URIs.
 */
export interface FolderTree {
  /** The folder that contains a file or folder; undefined for the topmost folder, where the lookup ends. */
  readonly parent: (file: string) => string | undefined;
  readonly join: (folder: string, name: string) => string;
  /** The path from a folder to a file below it, separated by slashes and without percent-encoding. */
  readonly relativePath: (folder: string, file: string) => string;
  /** The text of a file; undefined if there is no such file. */
  readonly read: (file: string) => Promise<string | undefined>;
}
