/** Targets with the settings that hold for each: those of the command line, then those of its project configuration. */
import path from 'node:path';
import { DEFAULT_SETTINGS, type Platform, type Settings } from '@xlcfg/shared';
import { diskFolderTree } from '../../node/diskFolderTree.ts';
import { createProjectResolver } from '../../settings/projectResolver.ts';
import { applySettingValues, type SettingValues } from '../../settings/settingValues.ts';
import type { FailureLog } from './failureLog.ts';
import { type CliHost, createHost, hostPlatform } from './host.ts';
import { toFailure } from './notice.ts';
import { relativeToFolder, STDIN_PATH } from './paths.ts';
import { findTargets, type Target, type TargetOptions } from './targets.ts';
import { printNotice } from './terminal.ts';

/** A target and its settings. */
export interface Job extends Target {
  readonly settings: Settings;
  readonly origins: PlatformOrigins;
}

/** Where the version and the architecture of a file come from. */
export type PlatformOrigins = Readonly<Record<keyof Platform, PlatformOrigin>>;

export type PlatformOrigin = 'option' | 'project' | 'host' | 'default';

/** What the project configurations and ignore files say about a file. */
interface FileSettings extends Pick<Job, 'settings' | 'origins'> {
  /** The file with the pattern for which it is to be ignored. */
  readonly ignoredBy?: string;
}

/** As the user would name it: from the working folder, if it is inside. */
const shortPath = (file: string): string => relativeToFolder(process.cwd(), file) ?? file;

/**
 * Returns a lookup of the settings of files. Standard input without a path has the settings of a file in the working
 * folder.
 *
 * @param overrides the settings of the command line, which outweigh all others
 * @param failures gets project configurations that cannot be read, and values in them that cannot be used
 * @param host gives its version and architecture to files that are checked against it, where nothing else sets them
 */
export const createSettingsLookup = (
  overrides: SettingValues,
  failures: FailureLog,
  host: CliHost = createHost(),
): ((file: string) => Promise<FileSettings>) => {
  const projects = createProjectResolver(
    diskFolderTree((file, error) => failures.add(toFailure(shortPath(file), error))),
    (file, complaints) => {
      for (const { line, column, message } of complaints) {
        failures.add({ path: `${shortPath(file)}:${line}:${column}`, message });
      }
    },
  );
  const merge = async (values: SettingValues): Promise<Pick<Job, 'settings' | 'origins'>> => {
    const usesHost = await host.isUsed(overrides.host ?? values.host ?? false);
    const ofHost = usesHost ? await hostPlatform(host) : {};
    const originOf = (name: keyof Platform): PlatformOrigin => {
      if (overrides[name] !== undefined) return 'option';
      if (values[name] !== undefined) return 'project';
      return ofHost[name] === undefined ? 'default' : 'host';
    };
    return {
      settings: [ofHost, values, overrides, { host: usesHost }].reduce(applySettingValues, DEFAULT_SETTINGS),
      origins: { xenVersion: originOf('xenVersion'), architecture: originOf('architecture') },
    };
  };
  const merged = new Map<SettingValues, ReturnType<typeof merge>>();
  return async (file) => {
    const { values, ...project } = await projects.resolve(path.resolve(file));
    const known = merged.get(values) ?? merge(values);
    merged.set(values, known);
    return { ...(await known), ...project };
  };
};

/**
 * Finds the targets of a command and their settings. Targets that project configurations or ignore files exclude are
 * left out; notices about named ones, and about folders without files, are printed.
 *
 * @param paths files, folders, and `-` for standard input
 * @param overrides see {@link createSettingsLookup}
 * @param failures gets, too, the files and folders that are not found
 */
export const findJobs = async (
  paths: readonly string[],
  overrides: SettingValues,
  failures: FailureLog,
  { host, ...options }: TargetOptions & { readonly host?: CliHost },
): Promise<readonly Job[]> => {
  const found = await findTargets(paths, options);
  found.failures.forEach(failures.add);
  found.notices.forEach(printNotice);

  const settingsOf = createSettingsLookup(overrides, failures, host);
  const jobs: Job[] = [];
  for (const target of found.targets) {
    const { ignoredBy, ...settings } = await settingsOf(target.path);
    if (ignoredBy === undefined || target.path === STDIN_PATH) jobs.push({ ...target, ...settings });
    else if (target.named) {
      printNotice({ path: target.path, message: `ignored by ${shortPath(ignoredBy)}` });
    }
  }
  return jobs;
};
