/**
 * The small languages inside strings, in one shape: what a spec consists of, what is wrong with it, what xl makes of
 * it. Disks have a grammar and a tree of their own (`disk/`); all others are described here and listed in languages.ts.
 * Offsets are UTF-16 code units into the decoded text of one string.
 */

import type { GuestType, ParameterSchema } from '../schema/types.ts';
import type { XenVersion } from '../schema/xenVersions.ts';
import type { Span } from '../span.ts';

/** One string, read. */
export interface ParsedSpec<Fields = unknown> {
  readonly text: string;
  /** In the order of the text, separators and skipped blanks left out. */
  readonly parts: readonly SpecPart[];
  readonly faults: readonly SpecFault[];
  /** What xl makes of it, by the names and in the shape of its JSON; as far as it got where it refuses. */
  readonly fields: Fields;
}

export type SpecPart = SpecParameter | SpecWord;

/** `key=value`. */
export interface SpecParameter extends Span {
  readonly kind: 'parameter';
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

/** A piece without a key: an address, a range, a flag. */
export interface SpecWord extends Span {
  readonly kind: 'word';
  readonly text: string;
  /** What it stands for: the name of a parameter of the language, such as `bdf`. Absent: xl knows no such word. */
  readonly role?: string;
}

/**
 * What xl does about a fault.
 * - refused: it exits, no guest.
 * - crashes: it dies, or never ends; no guest either.
 * - createFails: xl takes the file, and libxl refuses it before there is a guest (`xl create` without `-n`).
 * - startFails: the guest is made, and something started for it gives up.
 * - ignored: it goes on without this part. - restIgnored: it goes on without this part and all behind it in the string.
 * - dropped: it goes on without the device.
 * - none: it works as written; there is a better way.
 */
export type SpecEffect =
  | 'refused'
  | 'crashes'
  | 'createFails'
  | 'startFails'
  | 'ignored'
  | 'restIgnored'
  | 'dropped'
  | 'none';

export type SpecFaultKind =
  /** A key that the language does not have, or not in this release (see the schema's lifetime). */
  | 'unknown-key'
  /** A piece without a key where there is none, or one of a form that does not parse. */
  | 'bad-form'
  /** A known key, a value that it does not have. */
  | 'bad-value'
  /** Something that has to be there is not. The span is the whole string. */
  | 'missing-key'
  /** Given before; which one counts is in the effect. */
  | 'repeated'
  /** Old: the schema's `deprecated` says what to write. */
  | 'deprecated'
  /** Parts that do not go together. */
  | 'conflict';

export interface SpecFault extends Span {
  readonly kind: SpecFaultKind;
  readonly effect: SpecEffect;
  /** The parameter that it is about. */
  readonly parameter?: string;
  /** The offending text, where it is not that of the span. */
  readonly value?: string;
  /**
   * What to write instead, and what exactly happens where the effect alone does not say it: one or two sentences that
   * end with full stops. "The rate is a number and a unit, such as 10Mb/s."
   */
  readonly cure?: string;
  /** A text for the span that cures it, if there is an obvious one, and whether xl makes the same of it. */
  readonly replacement?: { readonly newText: string; readonly safe?: boolean };
}

/** Where and for whom a spec is read. */
export interface SpecContext {
  readonly xenVersion: XenVersion;
  readonly guestType: GuestType;
  /** The number that an option of the guest has to xl, or null where it is absent or no number: `vcpus` for `cpus`. */
  readonly numberOf: (option: string) => bigint | null;
  /** Whether the value is one text, or a list of them: `cpus`, `cpuid` and `bootloader_args` read the two otherwise. */
  readonly form?: 'text' | 'list';
}

/**
 * How the strings stand in the value of the option.
 * - text: the value is one spec.
 * - items: a list, each item a spec.
 * - textOrItems: either.
 * - groups: a list of lists of specs (vnuma, vsnd); the strings of one inner list belong together.
 */
export type SpecShape = 'text' | 'items' | 'textOrItems' | 'groups';

export interface SpecLanguage<Fields = unknown> {
  /** The options whose strings are in this language. */
  readonly options: readonly string[];
  /** What one string describes, for a sentence: "network interface". */
  readonly noun: string;
  readonly shape: SpecShape;
  /** What goes between the parts, for completion: `,` as a rule. Empty: one string is one value. */
  readonly separator: string;
  /** Everything that may stand in a string, in the order in which to offer it; `role` of a word names its entry here. */
  readonly parameters: readonly ParameterSchema[];
  /** What xl does with an item that is no string (a list within the list; a string where a list belongs in groups). */
  readonly wrongItem: SpecEffect | 'restDropped';
  /** In groups: what xl does with a list among the strings of one. Absent: it stops reading the group there. */
  readonly wrongInGroup?: 'ignored';
  /** The same where it depends on the place of the item, which counts from 0. */
  readonly wrongItemAt?: (index: number, context: SpecContext) => SpecEffect | 'restDropped';
  /**
   * Reads all strings of the option (of one group), since some depend on those before them. Never throws; linear in
   * the text. Gives one result for each.
   */
  readonly parse: (texts: readonly string[], context: SpecContext) => readonly ParsedSpec<Fields>[];
  /** Reads all groups of the option at once, where they depend on each other. Gives one result for each string. */
  readonly parseGroups?: (
    groups: readonly (readonly string[])[],
    context: SpecContext,
  ) => readonly (readonly ParsedSpec<Fields>[])[];
}
