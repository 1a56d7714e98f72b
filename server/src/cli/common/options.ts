/** Options and arguments that several commands have. */
import {
  ARCHITECTURES,
  type Architecture,
  DEFAULT_SETTINGS,
  type Platform,
  XEN_VERSIONS,
  type XenVersion,
} from '@xlcfg/shared';
import { MAX_FILE_SIZE } from '../../discovery/guestFiles.ts';
import type { ArgumentDefinition, ChoiceOption, FlagOption, NumberOption } from '../command/command.ts';
import { MEGABYTE } from './targets.ts';

const XEN_OPTION = {
  kind: 'choice',
  value: 'version',
  choices: XEN_VERSIONS,
  description: `the release of Xen whose xl will read the files (default: what the configuration says, or ${DEFAULT_SETTINGS.xenVersion})`,
} as const satisfies ChoiceOption<XenVersion>;

export const ARCH_OPTION = {
  kind: 'choice',
  value: 'architecture',
  choices: ARCHITECTURES,
  description:
    'architecture of the hosts that the files are for (default: what the configuration says, or Arm for files with options that only Arm has, and x86 for others)',
} as const satisfies ChoiceOption<Architecture>;

/** The options of a command that depends on the version of Xen and the architecture. */
export const PLATFORM_OPTIONS = { arch: ARCH_OPTION, xen: XEN_OPTION };

/** The settings that these options override; those that are not given stay undefined. */
export const platformOverrides = ({
  arch,
  xen,
}: {
  readonly arch?: Architecture | undefined;
  readonly xen?: XenVersion | undefined;
}): { readonly [Key in keyof Platform]: Platform[Key] | undefined } => ({
  architecture: arch,
  xenVersion: xen,
});

export const PATHS_ARGUMENT = {
  name: 'PATH',
  description: 'files, folders, or - for standard input',
  repeated: true,
  completion: 'paths',
} as const satisfies ArgumentDefinition;

/** The note of a command with {@link PATHS_ARGUMENT}. */
export const PATHS_NOTE =
  'A PATH is a file, or a folder that is searched for guest configurations of any name, told by their content; hidden ' +
  'folders and links that lead out of the folder are left out.';

/** The largest file that is read. Its value is in megabytes. */
export const MAX_SIZE_OPTION = {
  kind: 'number',
  value: 'megabytes',
  min: 1,
  max: 1024,
  default: MAX_FILE_SIZE / MEGABYTE,
  description: 'the size of the largest file that is read; a larger one is an error, and the others are read',
} as const satisfies NumberOption;

/** For callers that name every changed file, such as hooks of version control. */
export const ONLY_GUESTS_OPTION = {
  kind: 'flag',
  description: 'pass over files that are no guest configuration, also those that are named',
} as const satisfies FlagOption;
