/** Where the values of a configuration come from: the options of the file, each read in the way of xl. */

import { toKib } from '../cNumbers.ts';
import type { ParsedSpec, SpecLanguage } from '../languages/language.ts';
import type { EffectiveSetting, Guest } from '../model/guest.ts';
import type { GuestSpec, GuestSpecs } from '../model/guestSpecs.ts';
import type { OptionValues } from '../model/optionValues.ts';
import { optionByName } from '../schema/index.ts';
import { wordForNumber } from '../schema/options/matching.ts';
import { existsIn, type Lifetime, type XenVersion } from '../schema/xenVersions.ts';
import {
  type ConfigNode,
  integer,
  listOrNothing,
  type ObjectNode,
  type Origin,
  object,
  scalar,
} from './node.ts';

/** What is known of the machine that xl runs on. */
export interface Host {
  /** Numbers of its processors, counted from 0; xl keeps sets of them in whole bytes. */
  readonly cpus: number;
  /** The processors of each NUMA node. */
  readonly nodes: readonly (readonly number[])[];
  /** Where Xen's firmware is, without a slash at the end. */
  readonly firmwareFolder: string;
  /** Where Xen's logs are, likewise. */
  readonly logFolder: string;
}

export interface ConfigurationSource {
  readonly guest: Guest;
  readonly specs: GuestSpecs;
  readonly xenVersion: XenVersion;
  /** Absent: what the host decides stays open. */
  readonly host?: Host;
}

export interface Context extends ConfigurationSource {
  readonly values: OptionValues;
  /** The strings in a language, in their order, without those that xl goes on without. */
  readonly specsOf: <Spec extends ParsedSpec>(language: SpecLanguage<Spec>) => readonly GuestSpec<Spec>[];
  /** Those of an option, which may share its language with others. */
  readonly stringsOf: (option: string) => readonly GuestSpec[];
}

/** Gives the value of one field; nothing where xl would leave it out because it has its default. */
export type Source = (context: Context) => ConfigNode | undefined;

export interface Field {
  readonly name: string;
  readonly source: Source;
  /** The versions whose libxl has the field at this place. */
  readonly lifetime: Partial<Lifetime>;
}

/**
 * A field of the configuration.
 *
 * @param lifetime absent: every version has it, or each that reads the option that it is made from
 */
export const field = (name: string, source: Source, lifetime: Partial<Lifetime> = {}): Field => ({
  name,
  source,
  lifetime,
});

/** An object of these fields, in this order. xl prints it even where it has no entries. */
export const structure =
  (fields: readonly Field[]) =>
  (context: Context): ObjectNode =>
    object(
      fields
        .filter(({ lifetime }) => existsIn(context.xenVersion, lifetime))
        .map(({ name, source }) => [name, source(context)]),
    );

/** The settings that make up the value of an option, as origins. */
export const originsOf = (setting: EffectiveSetting | undefined): readonly Origin[] =>
  (setting?.parts ?? []).map(({ start, end, name }) => ({ start, end, option: name.text, isSetting: true }));

/** The settings of an option that xl reads. */
export const originsIn = ({ values }: Context, option: string): readonly Origin[] =>
  originsOf(values.setting(option));

/** One string of a list. */
export const originOfItem = ({ node, option }: Pick<GuestSpec, 'node' | 'option'>): readonly Origin[] => [
  { start: node.start, end: node.end, option, isSetting: false },
];

/** The place of a spec: its string in a list, or the settings of the option where it is the value of it. */
export const originsOfSpec = (context: Context, spec: GuestSpec): readonly Origin[] =>
  context.values.list(spec.option) ? originOfItem(spec) : originsIn(context, spec.option);

/** What is the same in all files, unless xl.conf says otherwise. */
export const always =
  (value: string): Source =>
  () =>
    scalar(value);

/** A text; it may be empty. */
export const text =
  (option: string): Source =>
  (context) => {
    const value = context.values.text(option);
    return value === null ? undefined : scalar(value, originsIn(context, option));
  };

/** What libxl prints of a yes or no that may also be left open. */
export const printedFlag = (on: boolean): string => (on ? 'True' : 'False');

export const flag =
  (option: string): Source =>
  (context) => {
    const value = context.values.flag(option);
    return value === null ? undefined : scalar(printedFlag(value), originsIn(context, option));
  };

/** A number as C stores it, left out where that is the default. */
const stored =
  (option: string, store: (value: bigint) => bigint, without: bigint | undefined): Source =>
  (context) => {
    const value = context.values.number(option);
    if (value === null || store(value) === without) return undefined;
    return integer(store(value), originsIn(context, option));
  };

/** An int. */
export const int = (option: string, without = 0n): Source =>
  stored(option, (value) => BigInt.asIntN(32, value), without);

/** An unsigned number of 32 bits; its default can be a number that no file gives. */
export const unsigned = (option: string, without?: bigint): Source =>
  stored(option, (value) => BigInt.asUintN(32, value), without);

/** A number of MiB in the file, of KiB in the configuration. Its default is a number that no file gives. */
export const mebibytes = (option: string): Source => stored(option, toKib, undefined);

/** One of some words. `without` is left out; `names` are those that libxl has for words that xl calls otherwise. */
export const word =
  (option: string, without: string | undefined, names: Readonly<Record<string, string>> = {}): Source =>
  (context) => {
    const known = context.values.word(option);
    if (!known || known.name === without) return undefined;
    return scalar(names[known.name] ?? known.name, originsIn(context, option));
  };

/** The same, where a number can replace the word. */
export const wordOrNumber = (option: string, without: string | undefined): Source => {
  const byWord = word(option, without);
  const schema = optionByName.get(option);
  return (context) => {
    const { values } = context;
    const value = values.number(option);
    if (value === null || !schema) return byWord(context);
    const known = wordForNumber(schema, value, values);
    return known && known.name !== without ? scalar(known.name, originsIn(context, option)) : undefined;
  };
};

/** The strings of a list, up to the first item that is none. */
export const texts =
  (option: string): Source =>
  (context) =>
    listOrNothing(
      context.stringsOf(option).map((spec) => scalar(spec.node.content.text, originOfItem(spec))),
    );

/** The same, where the value may also be one text, which is then no list. */
export const textsOfList = (option: string): Source => {
  const all = texts(option);
  return (context) => (context.values.list(option) ? all(context) : undefined);
};
