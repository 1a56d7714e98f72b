/** Options and arguments that several commands have. */
import type { Architecture, Platform, XenVersion } from '@xlcfg/shared';
import { ARCHITECTURES, DEFAULT_SETTINGS, XEN_VERSIONS } from '@xlcfg/shared/start';
import { MAX_FILE_SIZE } from '../../discovery/guestFiles.ts';
import type { ArgumentDefinition, ChoiceOption, FlagOption, NumberOption } from '../command/command.ts';
import { MEGABYTE } from './targets.ts';

const XEN_OPTION = {
  kind: 'choice',
  value: 'version',
  choices: XEN_VERSIONS,
  description: `Xen version to validate against (default: from .xlcfg.json, or ${DEFAULT_SETTINGS.xenVersion})`,
} as const satisfies ChoiceOption<XenVersion>;

export const ARCH_OPTION = {
  kind: 'choice',
  value: 'architecture',
  choices: ARCHITECTURES,
  description:
    'CPU architecture to validate against (default: from .xlcfg.json; otherwise Arm for files with Arm-only options, x86 for others)',
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
  'A PATH is a file or a folder. Folders are searched recursively for config files, recognized by their content, not ' +
  'their name. Hidden folders, and links that point outside the folder, are skipped.';

/** The largest file that is read. Its value is in megabytes. */
export const MAX_SIZE_OPTION = {
  kind: 'number',
  value: 'megabytes',
  min: 1,
  max: 1024,
  default: MAX_FILE_SIZE / MEGABYTE,
  description: 'maximum file size; a larger file is reported as an error',
} as const satisfies NumberOption;

/** For callers that name every changed file, such as hooks of version control. */
export const ONLY_GUESTS_OPTION = {
  kind: 'flag',
  description: 'skip files that are not xl config files, even if named explicitly',
} as const satisfies FlagOption;
