/** What several commands have in common. */
import { DEFAULT_SETTINGS, RELEASES, type Release, type Settings } from '@xlcfg/shared';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Failure } from '../failure.ts';
import { collect, type Target } from '../files.ts';
import { complain } from '../output.ts';
import type { ArgumentDefinition, ChoiceOption } from './definition.ts';

export const XEN_OPTION = {
  kind: 'choice',
  value: 'version',
  choices: RELEASES,
  default: DEFAULT_SETTINGS.xenVersion,
  description: 'the release of Xen whose xl will read the files',
} as const satisfies ChoiceOption<Release>;

export const PATHS_ARGUMENT = {
  name: 'PATH',
  description: 'files, folders, or - for standard input',
  repeated: true,
  completion: 'paths',
} as const satisfies ArgumentDefinition;

export const PATHS_NOTE =
  'A PATH is a file, or a folder that is searched for guest configurations (*.cfg, *.hvm, *.pvlinux); hidden ' +
  'folders and links that lead out of the folder are left out.';

export const settingsFor = (xen: Release = DEFAULT_SETTINGS.xenVersion): Settings => ({
  ...DEFAULT_SETTINGS,
  xenVersion: xen,
});

/** Tells of failures as they come, and remembers that there were some. */
export const createFailures = () => {
  let any = false;
  return {
    report: (failed: Failure): void => {
      any = true;
      complain(failed);
    },
    exitCode: (otherwise: ExitCode): ExitCode => (any ? EXIT.trouble : otherwise),
  };
};

export type Failures = ReturnType<typeof createFailures>;

/** Finds the files that are meant; what is not found is told. */
export const find = async (paths: readonly string[], failures: Failures): Promise<readonly Target[]> => {
  const { targets, failures: failed, notes } = await collect(paths);
  failed.forEach(failures.report);
  notes.forEach(complain);
  return targets;
};
