/**
 * What a person can choose. The names are those of the editor settings, below `xlcfg.`. Reading them, the manifest of
 * the extension and the documentation all follow from SETTINGS.
 */

import type { Platform } from './schema/platform.ts';
import { NEWEST_XEN_VERSION, XEN_VERSIONS } from './schema/xenVersions.ts';
import type { SEVERITY_LABELS, Severity } from './severity.ts';

/** What a rule can be set to. */
export type RuleLevel = Severity | 'off';

/** What users write for each level, from the least to the most severe. */
export const RULE_LEVEL_LABELS = ['off', 'hint', 'info', 'warning', 'error'] as const satisfies readonly (
  | (typeof SEVERITY_LABELS)[Severity]
  | 'off'
)[];

/** Levels by rule code. A rule that isn't listed keeps its default severity. */
export interface RuleLevels {
  readonly [code: string]: RuleLevel;
}

export interface Settings extends Platform {
  /** False: no diagnostics, and in an editor no other feature either. */
  readonly enable: boolean;
  readonly rules: RuleLevels;
  /** Folders that belong to the workspace beside those that are open in the editor: paths or file URIs. */
  readonly folders: readonly string[];
  /** On a Xen dom0: whether what the files name is looked up there. */
  readonly host: boolean;
  readonly inlayHints: InlayHintSettings;
  readonly format: FormatSettings;
}

export interface InlayHintSettings {
  /** The names of fields that are told by their position. */
  readonly fieldNames: boolean;
  /** What a number means. */
  readonly numbers: boolean;
  /** The backend that xl chooses for a disk. */
  readonly backends: boolean;
  /** What else xl chooses where the file leaves it open. */
  readonly defaults: boolean;
}

export interface FormatSettings {
  /** Lists are broken where a line would be longer, in UTF-16 code units. */
  readonly lineWidth: number;
  readonly quotes: 'keep' | 'double' | 'single';
  readonly lists: 'keep' | 'fit' | 'split';
}

/** What is known of one setting: its values, its default, and a sentence on it. */
export type SettingSchema<T> = {
  readonly description: string;
  /**
   * It is a person's, and no configuration file that comes with the guests can set it: such a file may be a stranger's,
   * and must not name folders to be read.
   */
  readonly personal?: true;
} & ([T] extends [boolean]
  ? { readonly kind: 'flag'; readonly default: boolean }
  : [T] extends [string]
    ? {
        readonly kind: 'choice';
        readonly choices: readonly T[];
        readonly default: T;
        /** One sentence for each choice, in the order of the choices. */
        readonly choiceDescriptions?: readonly string[];
      }
    : [T] extends [number]
      ? { readonly kind: 'number'; readonly min: number; readonly max: number; readonly default: number }
      : [T] extends [readonly string[]]
        ? { readonly kind: 'texts'; readonly default: T }
        : [T] extends [RuleLevels]
          ? { readonly kind: 'rules'; readonly default: T }
          : never);

/** True for an object with its own fields: neither a list nor the rules, which are looked up by code. */
type IsGroup<T> = [T] extends [object]
  ? [T] extends [readonly unknown[] | RuleLevels]
    ? false
    : true
  : false;

/** The names of the settings that are groups of further settings. */
export type SettingGroup = {
  [Key in keyof Settings]: IsGroup<Settings[Key]> extends true ? Key : never;
}[keyof Settings];

/** Schemas by setting name; those of a group are nested one level deeper. */
export type SettingSchemas<T> = {
  readonly [Key in keyof T]: IsGroup<T[Key]> extends true
    ? { readonly kind: 'group'; readonly settings: SettingSchemas<T[Key]> }
    : SettingSchema<T[Key]>;
};

export const SETTINGS: SettingSchemas<Settings> = {
  enable: {
    kind: 'flag',
    default: true,
    description:
      'Enable validation, hovers, completion and all other language features. When disabled, only syntax highlighting remains.',
  },
  xenVersion: {
    kind: 'choice',
    choices: [...XEN_VERSIONS].reverse(),
    default: NEWEST_XEN_VERSION,
    description:
      'Xen version to validate against. Options and values that this version does not support are reported.',
  },
  architecture: {
    kind: 'choice',
    choices: ['auto', 'x86', 'arm'],
    default: 'auto',
    choiceDescriptions: [
      'Arm for files with Arm-only options, such as `gic_version` or `dtdev`, except HVM guests; x86 for all others.',
      'x86 hosts.',
      'Arm hosts: every guest is PVH, and x86-only options are reported.',
    ],
    description: 'CPU architecture to validate against.',
  },
  rules: {
    kind: 'rules',
    default: {},
    description:
      'Severity of individual rules, by code: `off`, `hint`, `info`, `warning` or `error`. Rules that are not listed keep their default severity.',
  },
  folders: {
    kind: 'texts',
    default: [],
    personal: true,
    description:
      'Additional folders to scan for conflicts with the open files, such as `/etc/xen`: a MAC address or disk used by two guests.',
  },
  host: {
    kind: 'flag',
    default: false,
    description:
      'On a Xen dom0, check whether the images, kernels, bridges and devices that a file names exist there, and validate against the Xen version of the host unless another one is set.',
  },
  inlayHints: {
    kind: 'group',
    settings: {
      fieldNames: {
        kind: 'flag',
        default: false,
        description: 'Show the names of positional fields, such as those of a disk string.',
      },
      numbers: {
        kind: 'flag',
        default: false,
        description: 'Show numbers in a more readable form: hexadecimal and octal as decimal, MiB as GiB.',
      },
      backends: {
        kind: 'flag',
        default: true,
        description: 'Show the backend that xl selects for a disk.',
      },
      defaults: {
        kind: 'flag',
        default: false,
        description: 'Show other defaults that xl fills in: the guest type, empty disk fields.',
      },
    },
  },
  format: {
    kind: 'group',
    settings: {
      lineWidth: {
        kind: 'number',
        min: 20,
        max: 1000,
        default: 100,
        description: 'Maximum line length. Longer lists are written with one item per line.',
      },
      quotes: {
        kind: 'choice',
        choices: ['keep', 'double', 'single'],
        default: 'keep',
        choiceDescriptions: [
          'Keep existing quotes.',
          'Use double quotes, unless the string contains one.',
          'Use single quotes, unless the string contains one.',
        ],
        description: 'Quote style for strings.',
      },
      lists: {
        kind: 'choice',
        choices: ['keep', 'fit', 'split'],
        default: 'keep',
        choiceDescriptions: [
          'Keep lists that have line breaks multi-line, and single-line lists on one line if they fit.',
          'Use a single line if the list fits, otherwise one item per line.',
          'Use one item per line, unless there is only one item.',
        ],
        description: 'When to put each list item on its own line.',
      },
    },
  },
};

/** The schema of any setting. */
export type AnySettingSchema =
  | SettingSchema<boolean>
  | SettingSchema<string>
  | SettingSchema<number>
  | SettingSchema<readonly string[]>
  | SettingSchema<RuleLevels>;

/** All settings, those of groups by their whole name: `format.quotes`. In the order in which to show them. */
export const listSettings = (
  schemas: object = SETTINGS,
  prefix = '',
): readonly (readonly [name: string, schema: AnySettingSchema])[] =>
  Object.entries(schemas).flatMap(([name, schema]) =>
    schema.kind === 'group'
      ? listSettings(schema.settings, `${prefix}${name}.`)
      : [[`${prefix}${name}`, schema] as const],
  );

const defaultsOf = (schemas: object): object =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      schema.kind === 'group' ? defaultsOf(schema.settings) : schema.default,
    ]),
  );

export const DEFAULT_SETTINGS = defaultsOf(SETTINGS) as Settings;
