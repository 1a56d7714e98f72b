/**
 * What the folders of files say of them: the nearest configuration file, and the ignore files on the way up. Knows no
 * disk: folders and files are paths, or URIs.
 */
import ignore from 'ignore';
import {
  IGNORE_FILE,
  type LocatedIssue,
  PROJECT_CONFIG_FILE,
  readIgnoreFile,
  readProjectConfig,
} from './projectConfig.ts';
import type { SettingValues } from './settingValues.ts';

/** Where folders are. */
export interface FolderTree {
  /** The folder that a file or folder is in; undefined at the top, above which nothing is looked for. */
  readonly parent: (file: string) => string | undefined;
  readonly join: (folder: string, name: string) => string;
  /** The way from a folder to a file in or below it, with slashes and nothing encoded. */
  readonly relativePath: (folder: string, file: string) => string;
  /** The text of a file; undefined where there is none. */
  readonly read: (file: string) => Promise<string | undefined>;
}

/** What is said of one file. */
export interface ProjectSettings {
  /** Shared by all files of one configuration, so that it can be told by identity. */
  readonly values: SettingValues;
  /** The file that has the pattern for which the file is left alone. */
  readonly ignoredBy?: string;
}

export interface ProjectResolver {
  /** What holds for a file. Never rejects. */
  readonly resolve: (file: string) => Promise<ProjectSettings>;
  /** Forgets what was read. */
  readonly clear: () => void;
}

type Verdict = 'ignored' | 'wanted' | undefined;

/** The patterns of one file. */
interface Patterns {
  readonly file: string;
  readonly verdict: (file: string) => Verdict;
}

interface Folder {
  readonly values: SettingValues;
  /** Of the configuration. */
  readonly own?: Patterns;
  /** Of the ignore files, the topmost first. */
  readonly ignores: readonly Patterns[];
}

/** No system has files with longer ones. */
const MAX_PATH = 4096;

/** Of a file below the folder of a pattern; a deeper one is never left alone, since comparing would take too long. */
const MAX_DEPTH = 64;

const NO_FOLDER: Folder = { values: {}, ignores: [] };

const patterns = (place: FolderTree, folder: string, file: string, lines: readonly string[]): Patterns => {
  const matcher = ignore().add(lines);
  return {
    file,
    verdict: (target) => {
      const way = place.relativePath(folder, target);
      if (!ignore.isPathValid(way) || way.split('/').length > MAX_DEPTH) return undefined;
      const { ignored, unignored } = matcher.test(way);
      return ignored ? 'ignored' : unignored ? 'wanted' : undefined;
    },
  };
};

/** The ignore file nearest to the file decides of those that say something. */
const ignoredBy = ({ own, ignores }: Folder, file: string): string | undefined => {
  if (own?.verdict(file) === 'ignored') return own.file;
  const decisive = ignores.findLast(({ verdict }) => verdict(file) !== undefined);
  return decisive?.verdict(file) === 'ignored' ? decisive.file : undefined;
};

/**
 * @param complain told of what is wrong with a configuration file, whenever it is read
 */
export const createProjectResolver = (
  place: FolderTree,
  complain: (file: string, complaints: readonly LocatedIssue[]) => void,
): ProjectResolver => {
  const folders = new Map<string, Promise<Folder>>();

  /** What a reader makes of a file; undefined where there is none. */
  const readWith = async <Read extends { readonly complaints: readonly LocatedIssue[] }>(
    file: string,
    reader: (text: string) => Read,
  ): Promise<Read | undefined> => {
    const text = await place.read(file);
    if (text === undefined) return undefined;
    const read = reader(text);
    if (read.complaints.length > 0) complain(file, read.complaints);
    return read;
  };

  const look = async (folder: string): Promise<Folder> => {
    const parent = place.parent(folder);
    const above = parent === undefined ? NO_FOLDER : await folderAt(parent);
    const file = place.join(folder, PROJECT_CONFIG_FILE);
    const ignoreFile = place.join(folder, IGNORE_FILE);
    const configuration = await readWith(file, readProjectConfig);
    const ignored = await readWith(ignoreFile, readIgnoreFile);
    return {
      ...above,
      ...(configuration && {
        values: configuration.values,
        own: patterns(place, folder, file, configuration.ignore),
      }),
      ...(ignored && {
        ignores: [...above.ignores, patterns(place, folder, ignoreFile, ignored.ignore)],
      }),
    };
  };

  const folderAt = (folder: string): Promise<Folder> => {
    const known = folders.get(folder) ?? look(folder).catch(() => NO_FOLDER);
    folders.set(folder, known);
    return known;
  };

  return {
    resolve: async (file) => {
      const parent = file.length > MAX_PATH ? undefined : place.parent(file);
      if (parent === undefined) return { values: NO_FOLDER.values };
      const folder = await folderAt(parent);
      const by = ignoredBy(folder, file);
      return { values: folder.values, ...(by !== undefined && { ignoredBy: by }) };
    },
    clear: () => folders.clear(),
  };
};
