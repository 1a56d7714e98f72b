/** Targets with the settings that hold for each: those of the command line, then those of its project configuration. */
import path from 'node:path';
import { DEFAULT_SETTINGS, type Settings } from '@xlcfg/shared';
import { diskFolderTree } from '../../node/diskFolderTree.ts';
import { createProjectResolver } from '../../settings/projectResolver.ts';
import { applySettingValues, type SettingValues } from '../../settings/settingValues.ts';
import type { FailureLog } from './failureLog.ts';
import { toFailure } from './notice.ts';
import { relativeToFolder, STDIN_PATH } from './paths.ts';
import { findTargets, type Target, type TargetOptions } from './targets.ts';
import { printNotice } from './terminal.ts';

/** A target and its settings. */
export interface Job extends Target {
  readonly settings: Settings;
}

/** What the project configurations and ignore files say about a file. */
interface FileSettings {
  readonly settings: Settings;
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
 */
export const createSettingsLookup = (
  overrides: SettingValues,
  failures: FailureLog,
): ((file: string) => Promise<FileSettings>) => {
  const projects = createProjectResolver(
    diskFolderTree((file, error) => failures.add(toFailure(shortPath(file), error))),
    (file, complaints) => {
      for (const { line, column, message } of complaints) {
        failures.add({ path: `${shortPath(file)}:${line}:${column}`, message });
      }
    },
  );
  const merged = new Map<SettingValues, Settings>();
  return async (file) => {
    const { values, ...project } = await projects.resolve(path.resolve(file));
    const settings =
      merged.get(values) ?? applySettingValues(applySettingValues(DEFAULT_SETTINGS, values), overrides);
    merged.set(values, settings);
    return { settings, ...project };
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
  options: TargetOptions,
): Promise<readonly Job[]> => {
  const found = await findTargets(paths, options);
  found.failures.forEach(failures.add);
  found.notices.forEach(printNotice);

  const settingsOf = createSettingsLookup(overrides, failures);
  const jobs: Job[] = [];
  for (const target of found.targets) {
    const { settings, ignoredBy } = await settingsOf(target.path);
    if (ignoredBy === undefined || target.path === STDIN_PATH) jobs.push({ ...target, settings });
    else if (target.named) {
      printNotice({ path: target.path, message: `ignored by ${shortPath(ignoredBy)}` });
    }
  }
  return jobs;
};
