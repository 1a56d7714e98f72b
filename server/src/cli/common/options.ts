/** Options and arguments that several commands have. */
import {
  ARCHITECTURES,
  type Architecture,
  DEFAULT_SETTINGS,
  type Platform,
  XEN_VERSIONS,
  type XenVersion,
} from '@xlcfg/shared';
import type { ArgumentDefinition, ChoiceOption, FlagOption } from '../command/command.ts';

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

/** For callers that name every changed file, such as hooks of version control. */
export const ONLY_GUESTS_OPTION = {
  kind: 'flag',
  description: 'pass over files that are no guest configuration, also those that are named',
} as const satisfies FlagOption;
