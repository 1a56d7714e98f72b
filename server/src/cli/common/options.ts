/** What several commands have in common. */
import { DEFAULT_SETTINGS, RELEASES, type Release, type Settings } from '@xlcfg/shared';
import type { SettingValues } from '../../settings/settingValues.ts';
import type { Job } from '../check/inspect.ts';
import type { ArgumentDefinition, ChoiceOption, FlagOption } from '../command/command.ts';
import { EXIT, type ExitCode } from '../command/exitCode.ts';
import type { Failure } from './failure.ts';
import { prepareJobs } from './jobs.ts';
import { complain } from './output.ts';
import { type CollectOptions, collect, isInput, read, type Target } from './targets.ts';

export const XEN_OPTION = {
  kind: 'choice',
  value: 'version',
  choices: RELEASES,
  description: `the release of Xen whose xl will read the files (default: what the configuration says, or ${DEFAULT_SETTINGS.xenVersion})`,
} as const satisfies ChoiceOption<Release>;

export const PATHS_ARGUMENT = {
  name: 'PATH',
  description: 'files, folders, or - for standard input',
  repeated: true,
  completion: 'paths',
} as const satisfies ArgumentDefinition;

/** For callers that name every changed file, such as hooks of version control. */
export const ONLY_GUESTS_OPTION = {
  kind: 'flag',
  description: 'pass over files that are no guest configuration, also those that are named',
} as const satisfies FlagOption;

export const PATHS_NOTE =
  'A PATH is a file, or a folder that is searched for guest configurations (*.cfg, *.hvm, *.pvlinux); hidden ' +
  'folders and links that lead out of the folder are left out.';

export const settingsFor = (xen: Release = DEFAULT_SETTINGS.xenVersion): Settings => ({
  ...DEFAULT_SETTINGS,
  xenVersion: xen,
});

/** What the release on the command line says of settings. */
export const givenFor = (xen: Release | undefined): SettingValues => ({ xenVersion: xen });

/** Tells of failures as they come, and remembers that there were some. */
export const createFailures = () => {
  const all: Failure[] = [];
  return {
    report: (failed: Failure): void => {
      all.push(failed);
      complain(failed);
    },
    all: (): readonly Failure[] => all,
    exitCode: (otherwise: ExitCode): ExitCode => (all.length > 0 ? EXIT.trouble : otherwise),
  };
};

export type Failures = ReturnType<typeof createFailures>;

/** What cannot be read stays: that is told later. */
const isGuest = async (target: Target): Promise<boolean> =>
  isInput(target) || (await read({ ...target, named: false }).catch(() => target)) !== undefined;

/**
 * Finds the files that are meant; what is not found is told.
 *
 * @param onlyGuests leaves out also those of the named files that are no guest's
 */
export const find = async (
  paths: readonly string[],
  failures: Failures,
  onlyGuests: true | undefined,
  options?: CollectOptions,
): Promise<readonly Target[]> => {
  const { targets, failures: failed, notes } = await collect(paths, options);
  failed.forEach(failures.report);
  notes.forEach(complain);
  if (!onlyGuests) return targets;
  const guests: Target[] = [];
  for (const target of targets) if (await isGuest(target)) guests.push(target);
  return guests;
};

/**
 * Finds the files that are meant, with the settings for each; those that are to be left alone are left out.
 *
 * @param given what the command line says; it counts more than what lies beside the files
 */
export const findJobs = async (
  paths: readonly string[],
  given: SettingValues,
  failures: Failures,
  { onlyGuests, ...options }: CollectOptions & { readonly onlyGuests?: true | undefined } = {},
): Promise<readonly Job[]> =>
  prepareJobs(await find(paths, failures, onlyGuests, options), given, {
    onFailure: failures.report,
    onIgnored: complain,
  });
