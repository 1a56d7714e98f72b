/** The shape of the schema: what is known of an option, of a parameter of a spec, of a value. */
import type { Architecture } from './platform.ts';
import type { Sourced } from './source.ts';
import type { Lifetime, XenVersion } from './xenVersions.ts';

export type GuestType = 'pv' | 'pvh' | 'hvm';

export const GUEST_TYPES: readonly GuestType[] = ['pv', 'pvh', 'hvm'];

/**
 * How xl reads the value (the accessor in xl_parse.c).
 * - string: xlu_cfg_get_string; a number is taken as its text.
 * - number: xlu_cfg_get_long; a string that strtol reads is taken.
 * - boolean: xlu_cfg_get_defbool; as number, 0 is false, all else true.
 * - list: xlu_cfg_get_list; a string drops the option.
 * - stringOrList: both are taken.
 * - numberOrString: a number, or one of some words (tsc_mode, altp2m, ...).
 * - booleanOrList, booleanOrString: likewise.
 */
export type OptionKind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'list'
  | 'stringOrList'
  | 'numberOrString'
  | 'booleanOrString'
  | 'booleanOrList';

/**
 * What xl does with a value it cannot use.
 * - refused: it exits, no guest.
 * - ignored: it ignores the option.
 * - createFails: libxl gives up when it puts QEMU's command line together; qemu-xen-traditional gets the value as it is.
 * - startFails: the device model, or the guest, gives up because of the value.
 */
export type BadValueEffect = 'refused' | 'ignored' | 'createFails' | 'startFails';

/**
 * The parts of `xl create`, in the order in which libxl_create.c goes through them. Between two of them a program runs
 * whose success the file alone does not decide.
 * - defaults: the parser, libxl's defaults and checks. The domain is made.
 * - setup: the backends of disks, the types of network interfaces. A bootloader may follow.
 * - build: memory, processors, firmware, disks, consoles, QEMU's command line. QEMU may follow.
 * - devices: network interfaces, USB, PCI, TPM and others, which are attached to the running QEMU where there is one.
 */
export type CreateStage = 'defaults' | 'setup' | 'build' | 'devices';

/**
 * How xl compares a word with the ones it knows.
 * - exact: strcmp.
 * - ignoreCase: strcasecmp, the generated libxl_*_from_string functions.
 * - prefix: strncmp with the length of the word in the file, so that any beginning of a known word will do, and
 *   the empty string is the first of them.
 */
export type WordMatch = 'exact' | 'ignoreCase' | 'prefix';

export interface ValueDoc extends Partial<Lifetime> {
  /** As written in the file. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** Old spelling or meaning: what to write instead. */
  readonly deprecated?: string;
  /** The number that means the same, where the option also takes numbers. */
  readonly number?: number;
  /** The guest types for which it is known. Absent: all that read the option. */
  readonly guestTypes?: readonly GuestType[];
  /** The only architecture on which libxl accepts it. Absent: both. */
  readonly architecture?: Architecture;
  /** Where it differs from the option's own `match`. */
  readonly match?: WordMatch;
  /** True where `!` in front of the word turns it off. */
  readonly negatable?: true;
  /** True for a word that xl accepts but that there is no reason to write: it is not offered. */
  readonly internal?: true;
}

/**
 * What a text names, so that the same thing is known wherever it is named.
 * - file: a file or a device of the host, by its path.
 * - domain: another domain, by name or number.
 * - bridge: a bridge of the host. - mac: a hardware address. - vdev: a disk as the guest sees it.
 */
export type TextContent = 'file' | 'domain' | 'bridge' | 'mac' | 'vdev';

export interface Documentation {
  /** What it does, in one sentence that ends with a full stop. Plain text. */
  readonly summary: string;
  /** More, as Markdown: when it is wanted, what it costs, what goes wrong. */
  readonly details?: string;
  /** In words: `1`, `the value of memory`, `none`. */
  readonly defaultValue?: string;
  /** Configuration that the real xl takes: the line itself, and below it what it needs beside it. */
  readonly example?: string;
}

/** Markdown with an empty line between the paragraphs. */
export const inParagraphs = (...texts: readonly string[]): string => texts.join('\n\n');

/** One option of a guest's file. */
export interface OptionSchema extends Documentation, Sourced, Lifetime {
  readonly name: string;
  readonly kind: OptionKind;
  /** What its text names. Absent: nothing but itself. */
  readonly content?: TextContent;
  /** The guest types whose xl code reads it. */
  readonly guestTypes: readonly GuestType[];
  /** The only architecture on which it has an effect. Absent: both; see `onlyArchitecture`. */
  readonly architecture?: Architecture;
  /** 1 (nearly every guest) to 5 (rare): the order in completion. */
  readonly use: 1 | 2 | 3 | 4 | 5;
  /** True where xl rejects a file without it. */
  readonly mandatory?: true;
  /** Of `guestTypes` those for which xl rejects a file that has the option at all, and the first release that does. */
  readonly refusedFor?: { readonly guestTypes: readonly GuestType[]; readonly since: XenVersion };
  /**
   * The words that xl knows; in a list, the words that its items may be. Those compared by prefix are in the order
   * in which xl compares them: the first that matches counts.
   */
  readonly values?: readonly ValueDoc[];
  /** How a word is compared with `values`. Absent: exact. */
  readonly match?: WordMatch;
  /** What xl does with a word that is none of `values`. Absent: any value goes. */
  readonly otherValues?: BadValueEffect;
  /** The guest types for which `otherValues` holds. Absent: all that read the option. */
  readonly otherValuesFor?: readonly GuestType[];
  /** MiB, seconds, ... of a number. */
  readonly unit?: string;
  /** The numbers that make sense to xl, and what it does with others. Each range is its own condition. */
  readonly range?: readonly NumberRange[];
  /** The form of the text, or of each item, as a regular expression without anchors; what xl does with another. */
  readonly pattern?: { readonly source: string; readonly outside: BadValueEffect };
  /** What xl does with a value of the wrong kind or a bad number. Absent: it warns and goes on without the option. */
  readonly wrongKind?: 'refused' | 'silent';
  /** The first release of which `otherValues` and `wrongKind` are true; those before let such values pass. */
  readonly strictSince?: XenVersion;
  /** The first release that takes the list, of an option that began with the other kind. */
  readonly listSince?: XenVersion;
  /** What makes xl itself print a warning: the option as such, or one kind of value that it takes nevertheless. */
  readonly warns?: 'always' | 'string' | 'number';
  /** True where the warning is all that xl makes of the option. */
  readonly unused?: true;
  /** Deprecated since when; `instead` is what to write, as Markdown that completes "write ...". */
  readonly deprecated?: {
    readonly since?: XenVersion;
    readonly instead: string;
    /** The option that takes the same values with the same meaning. */
    readonly renamed?: string;
    /** For a boolean, the settings that mean the same: where it is on, and where it is off. */
    readonly settings?: { readonly on: string; readonly off: string };
  };
}

/** An option as an area lists it: without `guestTypes` it has those of the area, without `use` it is rare (5). */
export type OptionEntry = Omit<OptionSchema, 'guestTypes' | 'use'> &
  Partial<Pick<OptionSchema, 'guestTypes' | 'use'>>;

/** The options of an area, most of which the same guest types read. */
export const optionsFor = (
  guestTypes: readonly GuestType[],
  entries: readonly OptionEntry[],
): readonly OptionSchema[] =>
  entries.map((entry) => ({
    ...entry,
    guestTypes: entry.guestTypes ?? guestTypes,
    use: entry.use ?? 5,
  }));

/** Both ends are included, a missing end is open. Outside its lifetime the range does not hold. */
export interface NumberRange extends Partial<Lifetime> {
  readonly min?: number;
  readonly max?: number;
  /** Where xl looks at what an int keeps of the number: its lowest 32 bits, with a sign. */
  readonly stored?: 'int';
  readonly outside: BadValueEffect;
}

/** An option of xm, the toolstack before xl, that no xl has ever read. */
export interface XendOption {
  readonly name: string;
  /** What it did, and what to write for xl, in one sentence. */
  readonly instead: string;
  /** True where nothing takes its place: the line can go. */
  readonly superfluous?: true;
  /** The values for which the line can go, of an option that is not superfluous otherwise. */
  readonly superfluousFor?: readonly string[];
  /** The option of xl that takes the same values with the same meaning. */
  readonly renamed?: string;
}

/** One parameter or flag of a spec string such as a disk's. */
export interface ParameterSchema extends Documentation, Sourced, Lifetime {
  readonly name: string;
  /** A flag stands alone, without `=`. */
  readonly form: 'value' | 'flag';
  /** What its value names. Absent: nothing but itself. */
  readonly content?: TextContent;
  readonly values?: readonly ValueDoc[];
  readonly mandatory?: boolean;
  /** When it is mandatory, or when it isn't after all: "except for a CD-ROM drive". Markdown. */
  readonly condition?: string;
  /** Its position, from 1, among the values that need no key. Absent: it has none. */
  readonly position?: 1 | 2 | 3 | 4;
  readonly deprecated?: string;
  /** Other spellings that xl still accepts, and what to write instead. Markdown. */
  readonly deprecatedForms?: string;
  /** What the xl of Xen 4.1 made of it, in 2011. Markdown. */
  readonly history?: string;
  /** What it sets, where other parameters set it too: two of them repeat or contradict each other. */
  readonly field?: string;
  /** True where the value takes the rest of the string, separators included, so that it must come last. */
  readonly takesRest?: true;
  /** The experimental feature of Xen without which it is of no use. Lists of parameters have it last, and in short. */
  readonly experimental?: 'COLO';
}

/** A parameter as a language lists it. What sets something is a flag. Its sources come after that of the language. */
export type ParameterEntry<Parameter extends ParameterSchema> = Parameter extends unknown
  ? Omit<Parameter, 'form' | 'since' | 'source'> & Partial<Pick<Parameter, 'since' | 'source'>>
  : never;

/** The values of a switch. */
export const onOff = (on: string, off: string): readonly ValueDoc[] => [
  { name: '1', summary: on },
  { name: '0', summary: off },
];

/** A deprecated prefix such as `tap:` before a disk's target. */
export interface PrefixSchema extends Documentation, Sourced, Lifetime {
  readonly name: string;
  /** What to write today. Markdown. */
  readonly instead: string;
  /** What it sets in addition, as the parameters of the same field do. Absent: nothing. */
  readonly field?: string;
  /** What it meant to the xl of Xen 4.1, in 2011, or to xend. Markdown. */
  readonly history?: string;
}
