/** Which project files apply to a file: the nearest project config, and all ignore files above it. */
import ignore from 'ignore';
import type { FolderTree } from './folderTree.ts';
import {
  IGNORE_FILE,
  type LocatedIssue,
  PROJECT_CONFIG_FILE,
  readIgnoreFile,
  readProjectConfig,
} from './projectConfig.ts';
import type { SettingValues } from './settingValues.ts';

/** What the project files say about one file. */
export interface ProjectSettings {
  /** The same object for all files to which one project config applies. */
  readonly values: SettingValues;
  /** The project config that `values` come from. */
  readonly configFile?: string;
  /** The project file with the pattern that ignores this file. */
  readonly ignoredBy?: string;
}

export interface ProjectResolver {
  /** Never rejects: project files that cannot be read don't count. */
  readonly resolve: (file: string) => Promise<ProjectSettings>;
  /** Empties the cache, so that project files are read again. */
  readonly clear: () => void;
}

type Verdict = 'ignored' | 'included' | undefined;

/** The patterns of one project file. */
interface Patterns {
  readonly file: string;
  /** Undefined if no pattern matches. */
  readonly match: (file: string) => Verdict;
}

interface FolderSettings {
  readonly values: SettingValues;
  readonly configFile?: string;
  /** Of the nearest project config. */
  readonly configPatterns?: Patterns;
  /** Of the ignore files, topmost first. */
  readonly ignoreFiles: readonly Patterns[];
}

/** In UTF-16 code units; PATH_MAX of Linux. No project files are looked up for a longer path. */
const MAX_PATH_LENGTH = 4096;

/** Files nested deeper below a pattern's folder are never ignored: matching them would take too long. */
const MAX_DEPTH = 64;

const NO_PROJECT: FolderSettings = { values: {}, ignoreFiles: [] };

const createPatterns = (
  tree: FolderTree,
  folder: string,
  file: string,
  lines: readonly string[],
): Patterns => {
  const matcher = ignore().add(lines);
  return {
    file,
    match: (target) => {
      const path = tree.relativePath(folder, target);
      if (!ignore.isPathValid(path) || path.split('/').length > MAX_DEPTH) return undefined;
      const { ignored, unignored } = matcher.test(path);
      return ignored ? 'ignored' : unignored ? 'included' : undefined;
    },
  };
};

/** As with .gitignore files, the nearest ignore file with a matching pattern decides. */
const findIgnoringFile = (
  { configPatterns, ignoreFiles }: FolderSettings,
  file: string,
): string | undefined => {
  if (configPatterns?.match(file) === 'ignored') return configPatterns.file;
  const decisive = ignoreFiles.findLast(({ match }) => match(file) !== undefined);
  return decisive?.match(file) === 'ignored' ? decisive.file : undefined;
};

/**
 * Looks up project files in a tree of folders, and caches what it has read.
 *
 * @param onIssues called with the issues of a project file each time it is read
 */
export const createProjectResolver = (
  tree: FolderTree,
  onIssues: (file: string, issues: readonly LocatedIssue[]) => void,
): ProjectResolver => {
  const folders = new Map<string, Promise<FolderSettings>>();

  const readProjectFile = async <Content extends { readonly issues: readonly LocatedIssue[] }>(
    file: string,
    parse: (text: string) => Content,
  ): Promise<Content | undefined> => {
    const text = await tree.read(file);
    if (text === undefined) return undefined;
    const content = parse(text);
    if (content.issues.length > 0) onIssues(file, content.issues);
    return content;
  };

  const readFolder = async (folder: string): Promise<FolderSettings> => {
    const parent = tree.parent(folder);
    const inherited = parent === undefined ? NO_PROJECT : await settingsOf(parent);
    const configFile = tree.join(folder, PROJECT_CONFIG_FILE);
    const ignoreFile = tree.join(folder, IGNORE_FILE);
    const config = await readProjectFile(configFile, readProjectConfig);
    const ignored = await readProjectFile(ignoreFile, readIgnoreFile);
    return {
      ...inherited,
      ...(config && {
        values: config.values,
        configFile,
        configPatterns: createPatterns(tree, folder, configFile, config.ignore),
      }),
      ...(ignored && {
        ignoreFiles: [...inherited.ignoreFiles, createPatterns(tree, folder, ignoreFile, ignored.ignore)],
      }),
    };
  };

  const settingsOf = (folder: string): Promise<FolderSettings> => {
    const settings = folders.get(folder) ?? readFolder(folder).catch(() => NO_PROJECT);
    folders.set(folder, settings);
    return settings;
  };

  return {
    resolve: async (file) => {
      const parent = file.length > MAX_PATH_LENGTH ? undefined : tree.parent(file);
      if (parent === undefined) return { values: NO_PROJECT.values };
      const settings = await settingsOf(parent);
      const ignoredBy = findIgnoringFile(settings, file);
      const { values, configFile } = settings;
      return {
        values,
        ...(configFile !== undefined && { configFile }),
        ...(ignoredBy !== undefined && { ignoredBy }),
      };
    },
    clear: () => folders.clear(),
  };
};
