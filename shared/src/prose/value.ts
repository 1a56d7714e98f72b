/** What one value of an option means. */
import { fitsLong, readInteger } from '../cNumbers.ts';
import type { XlDocument } from '../document/document.ts';
import type {
  BadValueEffect,
  GuestType,
  NumberRange,
  OptionKind,
  OptionSchema,
  ValueDoc,
  WordMatch,
} from '../schema/types.ts';
import { existsIn, type XenVersion } from '../schema/xenVersions.ts';
import { inLargerUnit } from './amount.ts';
import { kindOf, valueDocumentation, versionNote } from './documentation.ts';
import { code, paragraphs, plain } from './markdown.ts';
import { optionNotes } from './option.ts';

const MATCHES: Readonly<Record<WordMatch, (word: string, written: string) => boolean>> = {
  exact: (word, written) => word === written,
  ignoreCase: (word, written) => word.toLowerCase() === written.toLowerCase(),
  prefix: (word, written) => word.startsWith(written),
};

/** The known word that `written` is to xl. */
export function valueNamed(option: OptionSchema, written: string): ValueDoc | undefined {
  const matches = (value: ValueDoc, text: string): boolean =>
    MATCHES[value.match ?? option.match ?? 'exact'](value.name, text);
  const plainOne = option.values?.find((value) => matches(value, written));
  if (plainOne || !written.startsWith('!')) return plainOne;
  return option.values?.find((value) => value.negatable && matches(value, written.slice(1)));
}

/** The kinds whose values are read as numbers, where they are no word. */
const NUMERIC: ReadonlySet<OptionKind> = new Set<OptionKind>(['number', 'numberOrString']);
const BOOLEAN: ReadonlySet<OptionKind> = new Set<OptionKind>(['boolean', 'booleanOrString', 'booleanOrList']);

const EFFECTS: Readonly<Record<BadValueEffect, string>> = {
  refused: 'xl refuses the file.',
  ignored: 'xl goes on as if it were not there.',
  startFails: 'xl takes the file, and the guest does not start.',
};

/** The value as text of the file, what it means, what the option is. Markdown. */
export function valueHover(doc: XlDocument, option: OptionSchema, written: string): string {
  const notes = optionNotes(doc, option);
  return paragraphs([
    `${code(written)} (${code(option.name)}: ${plain(kindOf(option))})`,
    ...notes,
    meaning(option, written, {
      xenVersion: doc.settings.xenVersion,
      type: doc.guest.type,
      counts: notes.length === 0,
    }),
    plain(option.summary),
  ]);
}

/** Who reads the value. What does not count has no effect either. */
interface Reader {
  readonly xenVersion: XenVersion;
  readonly type: GuestType;
  readonly counts: boolean;
}

const effectOf = (effect: BadValueEffect, { counts }: Reader): string =>
  counts ? ` ${EFFECTS[effect]}` : '';

function meaning(option: OptionSchema, written: string, reader: Reader): string | undefined {
  const { xenVersion } = reader;
  const value = valueNamed(option, written);
  if (value) return wordMeaning(value, written, xenVersion);
  const number = readNumber(written);
  if (BOOLEAN.has(option.kind) && number !== null) return number === 0n ? 'Off.' : 'On.';
  if (NUMERIC.has(option.kind) && number !== null) return numberMeaning(option, written, number, reader);
  if (option.kind === 'number' || option.kind === 'boolean') {
    const effect = option.wrongKind === 'refused' ? 'refused' : 'ignored';
    return `Not a number to xl.${effectOf(effect, reader)}`;
  }
  const { values, otherValues, otherValuesFor } = option;
  const judged = otherValuesFor?.includes(reader.type) ?? true;
  return values && otherValues && judged
    ? `xl does not know this word.${effectOf(otherValues, reader)}`
    : undefined;
}

function wordMeaning(value: ValueDoc, written: string, xenVersion: XenVersion): string {
  const negated = written.startsWith('!') && !value.name.startsWith('!');
  const exact = written === value.name || negated;
  return [
    ...(exact ? [] : [`The same as ${code(value.name)}.`]),
    ...(negated ? ['Turned off:'] : []),
    valueDocumentation(value),
    ...versionNote(xenVersion, value),
  ].join(' ');
}

/** The whole text as strtol with base 0 reads it; null where xl finds no number. */
function readNumber(text: string): bigint | null {
  const read = readInteger(text, 0);
  return read && read.length === text.length && fitsLong(read.value) ? read.value : null;
}

function numberMeaning(option: OptionSchema, written: string, number: bigint, reader: Reader): string {
  const { unit } = option;
  const larger = unit === undefined ? undefined : inLargerUnit(number, unit);
  const inLarger = larger ? ` (${larger.isExact ? '' : '≈ '}${larger.text})` : '';
  const amount = unit === undefined ? `${number}` : `${number} ${plain(unit)}${inLarger}`;
  const word = option.values?.find((value) => value.number !== undefined && BigInt(value.number) === number);
  return [
    ...(word ? [wordMeaning(word, written, reader.xenVersion)] : amount === written ? [] : [`${amount}.`]),
    ...(option.range ?? []).flatMap((range) => outside(range, number, reader)),
  ].join(' ');
}

/** Whether the number lies outside, and what follows from that. */
function outside(range: NumberRange, number: bigint, reader: Reader): readonly string[] {
  if (!existsIn(reader.xenVersion, range)) return [];
  const low = range.min !== undefined && number < BigInt(range.min);
  const high = range.max !== undefined && number > BigInt(range.max);
  return low || high ? [`Too ${low ? 'small' : 'large'} for xl.${effectOf(range.outside, reader)}`] : [];
}
