/**
 * The languages inside strings, in one shape: what a spec consists of, what is wrong with it, what xl makes of it. Each
 * has its own room; index.ts lists them. Offsets are UTF-16 code units into the decoded text of one string.
 */
import type { SymbolKind } from 'vscode-languageserver-types';
import type { SchemaContext } from '../schema/options/matching.ts';
import type { Architecture } from '../schema/platform.ts';
import type { CreateStage, GuestType, ParameterSchema, PrefixSchema, ValueDoc } from '../schema/types.ts';
import type { Lifetime } from '../schema/xenVersions.ts';
import type { Span } from '../span.ts';
import type { Encoding } from '../syntax/index.ts';
import type { SpecFact } from './facts.ts';
import type { JsonObject, KeyOrder } from './json.ts';

/** One string, read. */
export interface ParsedSpec<Fields = unknown> {
  readonly text: string;
  /** In the order of the text, separators and skipped blanks left out. */
  readonly parts: readonly SpecPart[];
  readonly faults: readonly SpecFault[];
  /** What xl makes of it, by the names and in the shape of its JSON; as far as it got where it rejects. */
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

/** A piece without a key: an address, a range, a flag, the target of a disk. */
export interface SpecWord extends Span {
  readonly kind: 'word';
  readonly text: string;
  /**
   * The deprecated forms. `prefix`: before another word, with a colon that belongs to it (`tap:`). `suffix`: after one and
   * a colon, as `cdrom` in `hdc:cdrom`.
   */
  readonly form?: 'prefix' | 'suffix';
  /** What it is: the name of a parameter of the language, such as `bdf`. Absent: xl knows no such word. */
  readonly role?: string;
}

/**
 * What xl does about a fault.
 * - refused: it exits, no guest.
 * - crashes: it crashes, or never ends; no guest either.
 * - createFails: xl accepts the file, and libxl gives up while it creates the guest (`xl create` without `-n`).
 * - startFails: QEMU, a script, the hypervisor or the guest itself gives up.
 * - ignored: it goes on without this part. - restIgnored: it goes on without this part and all behind it in the string.
 * - dropped: it goes on without the device.
 * - unusable: it takes it as written, and the guest cannot use it.
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
  | 'unusable'
  | 'none';

/** What xl does about an item that is not a string. restDropped: it drops the item and all that follow it. */
export type ItemEffect = SpecEffect | 'restDropped';

export type SpecFaultKind =
  /** A key that the language does not have, or not in this release (see the schema's lifetime). */
  | 'unknown-key'
  /** A piece without a key where there is none, or one of a form that does not parse. */
  | 'bad-form'
  /** A known key, a value that it does not have. */
  | 'bad-value'
  /** Something that must be there is not. The span is the whole string. */
  | 'missing-key'
  /** Given before; which one counts is in the effect. */
  | 'repeated'
  /** Old: the schema's `deprecated` says what to write. */
  | 'deprecated'
  /** Spaces or quotes that belong to the value, or spaces where there is nothing. */
  | 'padding'
  /** Another character where a comma belongs, so that a field is a part of the value before it. */
  | 'separator'
  /** Parts that do not go together. */
  | 'conflict';

export interface SpecFault extends Span {
  readonly kind: SpecFaultKind;
  readonly effect: SpecEffect;
  /** How far `xl create` gets before it fails. Absent: `defaults`. */
  readonly stage?: CreateStage;
  /** The parameter that it is about. */
  readonly parameter?: string;
  /** The offending text, where it is not that of the span. */
  readonly value?: string;
  /** What is wrong, as a sentence, where kind and effect do not say it. */
  readonly message?: string;
  /**
   * What to write instead, and what exactly happens where the effect alone does not say it: one or two sentences that
   * end with full stops. "The rate is a number and a unit, such as 10Mb/s."
   */
  readonly advice?: string;
  /** The code of the rule that reports it. Absent: that of its kind. */
  readonly rule?: string;
  /** Fields that cure it, each by itself: `type=vif`. */
  readonly additions?: readonly string[];
  /** A text for the span that cures it, if there is an obvious one, and whether xl makes the same of it. */
  readonly replacement?: { readonly newText: string; readonly safe?: boolean };
}

/** Where and for whom a spec is read. */
export interface SpecContext extends SchemaContext {
  /**
   * The number that xl reads from the options in `asks`, or null where it is absent or no number: `vcpus` for `cpus`.
   */
  readonly numberOf: (option: string) => bigint | null;
  /** Whether the value is one text, or a list of them: `cpus`, `cpuid` and `bootloader_args` read the two otherwise. */
  readonly form?: 'text' | 'list';
  /** True where the strings are all of the option's, so that what they add up to is known. */
  readonly isWhole?: boolean;
  /** Of the file, for what xl reads byte by byte. Absent: UTF-8. */
  readonly encoding?: Encoding;
}

/**
 * Reads all strings of an option, group by group: one result for each string. Some strings depend on those beside them.
 * Never throws; linear in the text. It remembers what it has read: a string that comes again, in the next version of a
 * document, is not read again, and a group without a change gives the same array.
 */
export type SpecReader<Spec extends ParsedSpec = ParsedSpec> = (
  groups: readonly (readonly string[])[],
) => readonly (readonly Spec[])[];

/**
 * How the strings stand in the value of the option.
 * - text: the value is one spec.
 * - items: a list, each item a spec.
 * - textOrItems: either.
 * - groups: a list of lists of specs (vnuma, vsnd); the strings of one inner list belong together.
 */
export type SpecShape = 'text' | 'items' | 'textOrItems' | 'groups';

/** A list of devices, at its place in domain_config of libxl_types.idl. */
export interface DeviceList {
  readonly name: string;
  readonly after: string;
}

/** How libxl prints the device of a string. */
export interface DeviceJson<Spec extends ParsedSpec = ParsedSpec> {
  /** Its list in libxl's JSON, and the list or object before that. Absent: effective/ makes more of it than the fields. */
  readonly list?: DeviceList;
  readonly order: KeyOrder;
  /** The fields of the device, in any order. */
  fields(spec: Spec): JsonObject;
}

/** How a device is called in a list of symbols: the parameters that tell it from others. */
export interface SymbolParts<Spec extends ParsedSpec = ParsedSpec> {
  /** The first of them that is given is the name. Where none is, the name is what the language calls its strings. */
  readonly name: readonly string[];
  /** What else is shown of the device, in this order. */
  readonly detail: readonly string[];
  /** The same in words, where the parameters as written do not say it. */
  details?(spec: Spec): readonly string[];
  readonly kind?: SymbolKind;
}

/** Who reads a string, and the machine that the guest is. */
export interface MeaningContext extends SpecContext {
  readonly machine: GuestMachine;
}

/** What an HVM guest's devices are emulated by and on. */
export interface GuestMachine {
  /** `none`: there is no QEMU for the guest. */
  readonly deviceModel: 'qemu-xen' | 'qemu-xen-traditional' | 'none';
  /** As `hdtype` has it. */
  readonly diskController: 'ide' | 'ahci';
}

/** What a string or a value means beyond what the schema says. All texts are Markdown. */
export interface SpecMeaning<Spec extends ParsedSpec = ParsedSpec> {
  /** What a value of the parameter means in this string. Undefined: nothing beyond itself. */
  value?(spec: Spec, parameter: string, value: string, context: MeaningContext): string | undefined;
  /** The fields of the device, one line each. Absent: by their names in xl's JSON. */
  fields?(spec: Spec): readonly string[];
  /** What follows from the fields, such as who serves the device, and how the string is written today. */
  outcome?(spec: Spec, context: MeaningContext): string;
}

/** What an editor shows within or after a string. Spans are of its decoded text. */
export type SpecHint =
  /** Before an empty value, which is not a part of the spec: its parameter. */
  | { readonly kind: 'name'; readonly span: Span; readonly parameter: string }
  /** After a number: what it means. */
  | {
      readonly kind: 'number';
      readonly span: Span;
      readonly number: number;
      /** The name that it means, and a sentence on why. Markdown. */
      readonly name?: { readonly text: string; readonly why: string };
    }
  /** Before an empty value: what xl uses instead. */
  | { readonly kind: 'default'; readonly span: Span; readonly label: string; readonly tooltip: string }
  /** After the string: the backend that xl chooses for the device. */
  | { readonly kind: 'backend'; readonly label: string; readonly tooltip: string };

/** Where a value goes that completion offers. */
export interface ValueContext<Spec extends ParsedSpec = ParsedSpec> {
  readonly guestType: GuestType;
  /** The string without the value. */
  readonly spec: Spec;
  /** The other strings of the option, in the order of the file. */
  readonly others: () => readonly Spec[];
}

/** A value to offer: one of the schema, or one that is worked out for this guest. */
export interface OfferedValue extends Partial<ValueDoc> {
  readonly name: string;
  /** What sets it apart from the other values, in a few words. */
  readonly note?: string;
}

/** A whole string to begin with. */
export interface SpecTemplate extends Lifetime {
  readonly label: string;
  /** One sentence of plain text. */
  readonly summary: string;
  /** The values in it are proposals, each to be replaced. */
  readonly text: string;
}

/** How a part is written that needs no key, for the signature. */
export interface Notation {
  readonly text: string;
  /** Goes right behind the one before it. */
  readonly isAttached?: boolean;
}

/**
 * All that is known of one language. Members that take a spec are methods, so that a list of languages with specs of
 * different types has its own type; `GuestSpecs.of` gives each the specs that it has read.
 */
export interface SpecLanguage<Spec extends ParsedSpec = ParsedSpec> {
  /** The options whose strings are in this language. */
  readonly options: readonly string[];
  /** What one string describes, for a sentence: "network interface". */
  readonly noun: string;
  readonly shape: SpecShape;
  /** What goes between the parts, for completion: `,` as a rule. Empty: one string is one value. */
  readonly separator: string;
  /** The only architecture whose xl reads the strings. Absent: each. */
  readonly architecture?: Architecture;
  /** Everything that may stand in a string, in the order in which to offer it; `role` of a word names its entry here. */
  readonly parameters: readonly ParameterSchema[];
  /** What may stand in front of a word, with a colon. */
  readonly prefixes?: readonly PrefixSchema[];
  /** The options whose numbers its reader asks for. Absent: none. */
  readonly dependsOn?: readonly string[];
  /** What xl does with an item that is not a string (a list within the list; a string where a list belongs in groups). */
  readonly nonStringItem: ItemEffect;
  /** In groups: what xl does with a list among the strings of one. Absent: it stops reading the group there. */
  readonly nestedList?: 'ignored';
  /** The same where it depends on the place of the item, which counts from 0. */
  readonly nonStringItemAt?: (index: number, context: SpecContext) => ItemEffect;
  /** A reader for the strings of one option, in one context. */
  createReader(context: SpecContext): SpecReader<Spec>;
  /** The reference page that it has for itself. Absent: a section on the page of all others. */
  readonly page?: 'disks.md';
  /** How libxl prints the device of a string. Absent: it is not a device with its own fields. */
  readonly json?: DeviceJson<Spec>;
  /** How its strings are called in a list of symbols. Absent: they are short, and their own names. */
  readonly symbol?: SymbolParts<Spec>;
  /** What other files may be about too. Absent: nothing. */
  facts?(spec: Spec): readonly SpecFact[];
  /** The values to offer for a parameter, the best first. Absent: all that the schema has. */
  offeredValues?(parameter: ParameterSchema, context: ValueContext<Spec>): readonly OfferedValue[];
  /** Whole strings to begin with. Absent: the examples of the parameters. */
  readonly templates?: readonly SpecTemplate[];
  /** How those parameters are written that need no key. */
  readonly notations?: Readonly<Record<string, Notation>>;
  /** What its strings and values mean. Absent: what the schema says. */
  readonly meaning?: SpecMeaning<Spec>;
  /** What only the room knows of a string that an editor can show within it. Absent: nothing. */
  hints?(spec: Spec, context: SpecContext): readonly SpecHint[];
  /** Whether the value of a parameter whose content is `file` is the path of a file here. Absent: always. */
  isPath?(spec: Spec, parameter: string): boolean;
  /** The parameter that a text is a value of where nothing else is known: `xvda` is a vdev. Absent: none. */
  parameterOf?(text: string): string | undefined;
  /** The types of semantic tokens for values that have one whatever is written, by parameter. */
  readonly tokenTypes?: Readonly<Record<string, 'string' | 'type' | 'modifier'>>;
}

/** Reads strings once, as one group: nothing is remembered. */
export function readStrings<Spec extends ParsedSpec>(
  language: SpecLanguage<Spec>,
  texts: readonly string[],
  context: SpecContext,
): readonly Spec[] {
  // Several can only be the items of a list.
  const form = texts.length === 1 ? context.form : 'list';
  return language.createReader(form ? { ...context, form } : context)([texts])[0] ?? [];
}
