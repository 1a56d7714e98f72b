/** What is wrong with the value of an option, by its schema. */
import { readConfigNumber } from '../cNumbers.ts';
import { memoizeByText } from '../memoize.ts';
import {
  effectOfUnknownWord,
  effectOfWrongKind,
  rangeViolated,
  type SchemaContext,
  wordFor,
} from '../schema/options/matching.ts';
import type { BadValueEffect, NumberRange, OptionKind, OptionSchema } from '../schema/types.ts';
import { atLeast } from '../schema/xenVersions.ts';
import { type Span, spanOf } from '../span.ts';
import type { Value } from '../syntax/index.ts';
import type { OptionSetting } from './classifyOptions.ts';
import { atomText } from './effectiveSettings.ts';
import type { EffectiveValue } from './guest.ts';

/** What is wrong with a value, and what xl does about it. */
export type ValueFault = { readonly effect: BadValueEffect } & (
  | { readonly kind: 'list-expected' }
  | { readonly kind: 'value-expected' }
  | { readonly kind: 'bad-number'; readonly reason: 'notANumber' | 'tooLarge' | 'added' }
  | { readonly kind: 'out-of-range'; readonly range: NumberRange; readonly value: bigint }
  | { readonly kind: 'unknown-word'; readonly word: string }
  | { readonly kind: 'bad-form'; readonly text: string }
);

/** A fault, and the value in the file that has it. */
export interface InvalidValue extends OptionSetting {
  readonly fault: ValueFault;
  /** The value, or the item of the list. */
  readonly span: Span;
}

/** Everything that is wrong with the values of these options. */
export function validateValues(
  options: readonly OptionSetting[],
  context: SchemaContext,
): readonly InvalidValue[] {
  const invalid: InvalidValue[] = [];
  for (const one of options) for (const value of validateValue(one, context)) invalid.push(value);
  return invalid;
}

/** Which forms of a value an option accepts. */
const ACCEPTED_FORMS: Readonly<Record<OptionKind, { list?: true; word?: true; number?: true }>> = {
  string: { word: true },
  number: { number: true },
  boolean: { number: true },
  list: { list: true },
  stringOrList: { word: true, list: true },
  numberOrString: { number: true, word: true },
  booleanOrString: { number: true, word: true },
  booleanOrList: { number: true, list: true },
};

/** What is wrong with the value: at most one fault for a single value, one for each item of a list of words. */
export function validateValue(
  { option, setting }: OptionSetting,
  context: SchemaContext,
): readonly InvalidValue[] {
  const { value } = setting;
  const last = setting.parts.at(-1);
  if (value.kind === 'invalid' || !last?.value) return NONE;
  if (value.kind === 'list' && acceptsList(option, context)) {
    return faultsOfItems(option, value.items, context).map((one) => ({ option, setting, ...one }));
  }
  const fault = faultOfValue(option, value, context, last.operator?.text === '+=');
  return fault ? [{ option, setting, fault, span: spanOf(last.value) }] : NONE;
}

const acceptsList = ({ kind, listSince }: OptionSchema, { xenVersion }: SchemaContext): boolean =>
  ACCEPTED_FORMS[kind].list === true && (!listSince || atLeast(xenVersion, listSince));

function faultOfValue(
  option: OptionSchema,
  value: Exclude<EffectiveValue, { kind: 'invalid' }>,
  context: SchemaContext,
  added: boolean,
): ValueFault | undefined {
  const { number, word } = ACCEPTED_FORMS[option.kind];
  if (value.kind === 'list') return { kind: 'value-expected', effect: wrongKind(option, context) };
  if (!number && !word) return { kind: 'list-expected', effect: wrongKind(option, context) };
  return faultOfText(option, value.text, context, added);
}

/** Most values are valid. */
const NONE: readonly never[] = [];

const wrongKind = (option: OptionSchema, { xenVersion }: SchemaContext): BadValueEffect =>
  effectOfWrongKind(option, xenVersion) === 'refused' ? 'refused' : 'ignored';

/** xl stops at the first item that is a list. */
function faultsOfItems(
  option: OptionSchema,
  items: readonly Value[],
  context: SchemaContext,
): readonly Pick<InvalidValue, 'fault' | 'span'>[] {
  // Most lists hold strings of a language, which are validated there.
  if (!option.values && !option.pattern) return NONE;
  const faults: Pick<InvalidValue, 'fault' | 'span'>[] = [];
  for (const item of items) {
    if (item.kind === 'list' || item.kind === 'invalid') break;
    const fault = faultOfWord(option, atomText(item), context);
    if (fault) faults.push({ fault, span: spanOf(item) });
  }
  return faults;
}

/** What is wrong with a single value of this text. `added`: it was built with `+=`, which numbers do not support. */
export function faultOfText(
  option: OptionSchema,
  text: string,
  context: SchemaContext,
  added = false,
): ValueFault | undefined {
  const accepted = ACCEPTED_FORMS[option.kind];
  const number = accepted.number ? readConfigNumber(text) : undefined;
  if (number?.kind === 'number' && !added) {
    const { value } = number;
    const range = rangeViolated(option, value, context.xenVersion);
    return range && { kind: 'out-of-range', range, value, effect: range.outside };
  }
  if (number && !accepted.word) {
    const reason = number.kind === 'number' ? 'added' : number.kind;
    return { kind: 'bad-number', reason, effect: wrongKind(option, context) };
  }
  return faultOfWord(option, text, context);
}

function faultOfWord(option: OptionSchema, text: string, context: SchemaContext): ValueFault | undefined {
  const { values, pattern } = option;
  const effect = values && effectOfUnknownWord(option, context);
  if (effect && !wordFor(option, text, context)) return { kind: 'unknown-word', word: text, effect };
  if (pattern && !patternOf(pattern.source).test(text))
    return { kind: 'bad-form', text, effect: pattern.outside };
  return undefined;
}

/** The patterns of the schema, each compiled once. */
const patternOf = memoizeByText((source) => new RegExp(`^(?:${source})$`, 's'));
