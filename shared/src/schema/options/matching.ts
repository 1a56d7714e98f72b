/** What the entries of the options mean for one value, one guest type and one version of Xen. Lookups only, no prose. */
import { toInt32 } from '../../cNumbers.ts';
import type { Architecture } from '../platform.ts';
import type { BadValueEffect, GuestType, NumberRange, OptionSchema, ValueDoc, WordMatch } from '../types.ts';
import { atLeast, existsIn, type XenVersion } from '../xenVersions.ts';

/** What the schema is asked for: a type of guest, the version of Xen whose xl reads the file, and its architecture. */
export interface SchemaContext {
  readonly guestType: GuestType;
  readonly xenVersion: XenVersion;
  readonly architecture: Architecture;
}

/** For results that are kept for a context. */
export const isSameContext = (a: SchemaContext, b: SchemaContext): boolean =>
  a.guestType === b.guestType && a.xenVersion === b.xenVersion && a.architecture === b.architecture;

const MATCHERS: Record<WordMatch, (written: string, known: string) => boolean> = {
  exact: (written, known) => written === known,
  ignoreCase: (written, known) => written.toLowerCase() === known.toLowerCase(),
  prefix: (written, known) => known.startsWith(written),
};

/** The words of the option that xl knows here, in the order of the schema. */
export const wordsFor = (
  option: OptionSchema,
  { guestType, xenVersion }: SchemaContext,
): readonly ValueDoc[] =>
  (option.values ?? []).filter(
    (word) =>
      (word.guestTypes ?? option.guestTypes).includes(guestType) && existsIn(xenVersion, word, option),
  );

/**
 * The word that xl takes `written` for; undefined where it is none of them. A leading `!` is accepted where the word can
 * be turned off. A full word goes before a prefix of another one, as in libxl_bios_type_from_string for `firmware`.
 */
export const wordFor = (
  option: OptionSchema,
  written: string,
  reader: SchemaContext,
): ValueDoc | undefined => {
  const words = wordsFor(option, reader);
  const matches = (text: string, word: ValueDoc): boolean =>
    MATCHERS[word.match ?? option.match ?? 'exact'](text, word.name);
  const byMatch = (match: boolean): ValueDoc | undefined =>
    words.find((word) => ((word.match ?? option.match) === 'prefix') === match && matches(written, word));
  const negated = written.startsWith('!')
    ? words.find((word) => word.negatable === true && matches(written.slice(1), word))
    : undefined;
  return byMatch(false) ?? byMatch(true) ?? negated;
};

/** The word that means the same as the number, for an option that accepts both. */
export const wordForNumber = (
  option: OptionSchema,
  number: bigint,
  context: SchemaContext,
): ValueDoc | undefined =>
  wordsFor(option, context).find((word) => word.number !== undefined && BigInt(word.number) === number);

/**
 * The same context where xl reads the option in it; else the nearest one in which it does: a guest type that has the
 * option, the first or the last version that has it.
 */
export const contextWithOption = (
  { guestTypes, since, last }: OptionSchema,
  { guestType, xenVersion, architecture }: SchemaContext,
): SchemaContext => ({
  architecture,
  guestType: guestTypes.includes(guestType) ? guestType : (guestTypes[0] ?? guestType),
  xenVersion: !atLeast(xenVersion, since)
    ? since
    : last !== undefined && !atLeast(last, xenVersion)
      ? last
      : xenVersion,
});

const isStrict = (option: OptionSchema, xenVersion: XenVersion): boolean =>
  option.strictSince === undefined || atLeast(xenVersion, option.strictSince);

/** What xl does with a word that is none of the option's; undefined where it accepts any value. */
export const effectOfUnknownWord = (
  option: OptionSchema,
  { guestType, xenVersion }: SchemaContext,
): BadValueEffect | undefined =>
  isStrict(option, xenVersion) && (option.otherValuesFor ?? option.guestTypes).includes(guestType)
    ? option.otherValues
    : undefined;

/** What the xl of this version does with a value of the wrong kind or a bad number. */
export const effectOfWrongKind = (
  option: OptionSchema,
  xenVersion: XenVersion,
): 'refused' | 'silent' | 'warned' =>
  (isStrict(option, xenVersion) ? option.wrongKind : undefined) ?? 'warned';

/** The first range of the option that applies to this version and that the number lies outside of. */
export const rangeViolated = (
  option: OptionSchema,
  value: number | bigint,
  xenVersion: XenVersion,
): NumberRange | undefined =>
  option.range?.find((range) => {
    const { min = -Infinity, max = Infinity, stored } = range;
    const kept = stored === 'int' ? toInt32(BigInt(value)) : value;
    return existsIn(xenVersion, range, option) && (kept < min || kept > max);
  });

/** Whether xl rejects the file merely because the option is set. */
export const isRejectedOption = (
  { refusedFor }: OptionSchema,
  { guestType, xenVersion }: SchemaContext,
): boolean => refusedFor?.guestTypes.includes(guestType) === true && atLeast(xenVersion, refusedFor.since);

/** The only architecture on which the option has an effect; undefined where it has one on both. HVM guests are x86's. */
export const onlyArchitecture = ({ architecture, guestTypes }: OptionSchema): Architecture | undefined =>
  architecture ?? (guestTypes.every((type) => type === 'hvm') ? 'x86' : undefined);

/** Whether the option has an effect on another architecture only. */
export function isForOtherArchitecture(option: OptionSchema, architecture: Architecture): boolean {
  const only = onlyArchitecture(option);
  return only !== undefined && only !== architecture;
}
