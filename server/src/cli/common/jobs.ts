/** The settings of each file of a run: those of the command line on those of the files beside it. */
import path from 'node:path';
import { DEFAULT_SETTINGS, type Settings } from '@xlcfg/shared';
import { diskFolderTree } from '../../node/diskFolderTree.ts';
import { createProjectResolver } from '../../settings/projectResolver.ts';
import { applySettingValues, type SettingValues } from '../../settings/settingValues.ts';
import type { Job } from '../check/inspect.ts';
import { type Failure, failure } from './failure.ts';
import { STDIN, type Target } from './targets.ts';

export interface JobEvents {
  /** See {@link createSettings}. */
  readonly onFailure: (failure: Failure) => void;
  /** A file that was named is left alone. */
  readonly onIgnored: (note: Failure) => void;
}

/** As a person would name it: from the working folder where it is in it. */
const shortPath = (file: string): string => {
  const way = path.relative('', file);
  return way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way) ? file : way;
};

/** The settings of a file, and the file that says that it is to be left alone. */
interface Found {
  readonly settings: Settings;
  readonly ignoredBy?: string;
}

/**
 * Tells the settings of files. Standard input without a name is taken as a file in the working folder.
 *
 * @param given what the command line says; it counts above all else
 * @param onFailure told of a configuration file that cannot be read, or of something in it that cannot be used
 */
export const createSettings = (
  given: SettingValues,
  onFailure: (failure: Failure) => void,
): ((file: string) => Promise<Found>) => {
  const projects = createProjectResolver(
    diskFolderTree((file, error) => onFailure(failure(shortPath(file), error))),
    (file, complaints) => {
      for (const { line, column, message } of complaints) {
        onFailure({ path: `${shortPath(file)}:${line}:${column}`, message });
      }
    },
  );
  const known = new Map<SettingValues, Settings>();
  return async (file) => {
    const { values, ...project } = await projects.resolve(path.resolve(file));
    const settings =
      known.get(values) ?? applySettingValues(applySettingValues(DEFAULT_SETTINGS, values), given);
    known.set(values, settings);
    return { settings, ...project };
  };
};

/**
 * Finds the settings of the targets, and leaves out those that ignore files and configurations say to leave alone.
 *
 * @param given see {@link createSettings}
 */
export const prepareJobs = async (
  targets: readonly Target[],
  given: SettingValues,
  { onFailure, onIgnored }: JobEvents,
): Promise<Job[]> => {
  const settingsOf = createSettings(given, onFailure);
  const jobs: Job[] = [];
  for (const target of targets) {
    const { settings, ignoredBy } = await settingsOf(target.path);
    if (ignoredBy === undefined || target.path === STDIN) jobs.push({ ...target, settings });
    else if (target.named) {
      onIgnored({ path: target.path, message: `left alone, ${shortPath(ignoredBy)} says so` });
    }
  }
  return jobs;
};
