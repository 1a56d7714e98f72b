/** What the entries of the options mean for one value, one guest type and one release. Pure look-ups, no texts. */
import { toInt32 } from '../../cNumbers.ts';
import type { BadValueEffect, GuestType, NumberRange, OptionSchema, ValueDoc, WordMatch } from '../types.ts';
import { atLeast, existsIn, type XenVersion } from '../xenVersions.ts';

/** Who reads the file: the type of the guest, and the release of xl. */
export interface Reader {
  readonly guestType: GuestType;
  readonly xenVersion: XenVersion;
}

const equalWords: Record<WordMatch, (written: string, known: string) => boolean> = {
  exact: (written, known) => written === known,
  ignoreCase: (written, known) => written.toLowerCase() === known.toLowerCase(),
  prefix: (written, known) => known.startsWith(written),
};

/** The words of the option that this reader knows, in the order of the schema. */
export const wordsFor = (option: OptionSchema, { guestType, xenVersion }: Reader): readonly ValueDoc[] =>
  (option.values ?? []).filter(
    (word) =>
      (word.guestTypes ?? option.guestTypes).includes(guestType) && existsIn(xenVersion, word, option),
  );

/**
 * The word that xl takes `written` for; undefined where it is none of them. A leading `!` counts where the word can be
 * turned off. A word in full goes before the beginning of another one, as in libxl_bios_type_from_string for `firmware`.
 */
export const wordFor = (option: OptionSchema, written: string, reader: Reader): ValueDoc | undefined => {
  const words = wordsFor(option, reader);
  const matches = (text: string, word: ValueDoc): boolean =>
    equalWords[word.match ?? option.match ?? 'exact'](text, word.name);
  const byMatch = (match: boolean): ValueDoc | undefined =>
    words.find((word) => ((word.match ?? option.match) === 'prefix') === match && matches(written, word));
  const negated = written.startsWith('!')
    ? words.find((word) => word.negatable === true && matches(written.slice(1), word))
    : undefined;
  return byMatch(false) ?? byMatch(true) ?? negated;
};

const isStrict = (option: OptionSchema, xenVersion: XenVersion): boolean =>
  option.strictSince === undefined || atLeast(xenVersion, option.strictSince);

/** What this reader does with a word that is none of the option's; undefined where any value goes. */
export const effectOfOtherWord = (
  option: OptionSchema,
  { guestType, xenVersion }: Reader,
): BadValueEffect | undefined =>
  isStrict(option, xenVersion) && (option.otherValuesFor ?? option.guestTypes).includes(guestType)
    ? option.otherValues
    : undefined;

/** What xl of this release does with a value of the wrong kind or a bad number. */
export const effectOfWrongKind = (
  option: OptionSchema,
  xenVersion: XenVersion,
): 'refused' | 'silent' | 'warned' =>
  (isStrict(option, xenVersion) ? option.wrongKind : undefined) ?? 'warned';

/** The first range of the option that holds in this release and that the number lies outside of. */
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

/** Whether xl refuses the file of this reader for having the option at all. */
export const isRefusedOption = ({ refusedFor }: OptionSchema, { guestType, xenVersion }: Reader): boolean =>
  refusedFor?.guestTypes.includes(guestType) === true && atLeast(xenVersion, refusedFor.since);
