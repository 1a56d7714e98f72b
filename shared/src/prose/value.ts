/** What one value of an option means. */

import { readConfigNumber } from '../cNumbers.ts';
import type { XlDocument } from '../document/document.ts';
import { schemaContext } from '../model/schemaContext.ts';
import { faultOfText, type ValueFault } from '../model/validateValues.ts';
import { contextWithOption, type SchemaContext, wordFor, wordForNumber } from '../schema/options/matching.ts';
import type { OptionKind, OptionSchema, ValueDoc } from '../schema/types.ts';
import { code, paragraphs, plain } from '../text/markdown.ts';
import { inRange } from '../text/sentences.ts';
import { inLargerUnit } from './amount.ts';
import { kindOf, valueDocumentation, valueLimits } from './documentation.ts';
import { OPTION_EFFECTS } from './faults.ts';
import { optionNotes } from './option.ts';

/** The kinds whose values are read as numbers, where they are no word. */
const NUMERIC: ReadonlySet<OptionKind> = new Set<OptionKind>(['number', 'numberOrString']);
const BOOLEAN: ReadonlySet<OptionKind> = new Set<OptionKind>(['boolean', 'booleanOrString', 'booleanOrList']);

/**
 * The word that xl takes a value for, if it is one. Where xl does not read the option in this document, the word of a
 * guest and a version that have it: the hover says apart from that that it has no effect here.
 */
export const wordIn = (doc: XlDocument, option: OptionSchema, written: string): ValueDoc | undefined =>
  wordFor(option, written, contextOf(doc, option));

const contextOf = ({ guest, settings }: XlDocument, option: OptionSchema): SchemaContext =>
  contextWithOption(option, schemaContext(guest, settings));

/** The value as text of the file, what it means, what the option is. Markdown. */
export function valueHover(doc: XlDocument, option: OptionSchema, written: string): string {
  const notes = optionNotes(doc, option);
  return paragraphs([
    `${code(written)} (${code(option.name)}: ${plain(kindOf(option))})`,
    ...notes,
    meaning(option, written, contextOf(doc, option), notes.length === 0),
    plain(option.summary),
  ]);
}

/** `isRead`: what xl does not read has no effect. */
function meaning(
  option: OptionSchema,
  written: string,
  context: SchemaContext,
  isRead: boolean,
): string | undefined {
  const word = wordFor(option, written, context);
  if (word) return wordMeaning(word, written);
  const fault = faultOfText(option, written, context);
  const number = readConfigNumber(written);
  const sentences = [
    ...(number.kind === 'number' ? numberMeaning(option, written, number.value, context) : []),
    ...(fault ? [faultMeaning(option, fault), ...(isRead ? [`${OPTION_EFFECTS[fault.effect]}.`] : [])] : []),
    ...(fault ? [] : wordOfOtherGuests(option, written)),
  ];
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

function faultMeaning(option: OptionSchema, fault: ValueFault): string {
  switch (fault.kind) {
    case 'bad-number':
      return fault.reason === 'tooLarge' ? 'Too large a number for xl.' : 'Not a number to xl.';
    case 'out-of-range':
      return `Out of range: xl accepts ${inRange(fault.range)}.`;
    case 'unknown-word':
      return wordOfOtherGuests(option, fault.word)[0] ?? 'xl does not know this word.';
    case 'bad-form':
      return `Not of the form that ${code(option.name)} needs.`;
    case 'list-expected':
      return `Not a list, which ${code(option.name)} must be.`;
    case 'value-expected':
      return `A list, where ${code(option.name)} takes a single value.`;
  }
}

/** That a word exists, but not for this guest or this version. */
function wordOfOtherGuests({ values = [] }: OptionSchema, written: string): readonly string[] {
  const value = values.find(({ name }) => name === written);
  const limits = value && valueLimits(value);
  return limits ? [`xl does not know this word here (${limits}).`] : [];
}

function wordMeaning(value: ValueDoc, written: string): string {
  const negated = written.startsWith('!') && !value.name.startsWith('!');
  const exact = written === value.name || negated;
  return [
    ...(exact ? [] : [`The same as ${code(value.name)}.`]),
    ...(negated ? ['Turned off:'] : []),
    valueDocumentation(value),
  ].join(' ');
}

function numberMeaning(
  option: OptionSchema,
  written: string,
  number: bigint,
  context: SchemaContext,
): readonly string[] {
  const { kind, unit } = option;
  if (BOOLEAN.has(kind)) return [number === 0n ? 'Off.' : 'On.'];
  if (!NUMERIC.has(kind)) return [];
  const word = wordForNumber(option, number, context);
  if (word) return [wordMeaning(word, written)];
  const larger = unit === undefined ? undefined : inLargerUnit(number, unit);
  const inLarger = larger ? ` (${larger.isExact ? '' : '≈ '}${larger.text})` : '';
  const amount = unit === undefined ? `${number}` : `${number} ${plain(unit)}${inLarger}`;
  return amount === written ? [] : [`${amount}.`];
}
