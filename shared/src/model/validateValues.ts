/** What xl does with the value of one option, by what the schema says of it. */
import {
  effectOfOtherWord,
  effectOfWrongKind,
  type Reader,
  rangeViolated,
  wordFor,
} from '../schema/options/matching.ts';
import type { BadValueEffect, NumberRange, OptionKind, OptionSchema } from '../schema/types.ts';
import { atLeast } from '../schema/xenVersions.ts';
import type { Span } from '../span.ts';
import type { SetOption } from './classifyOptions.ts';
import { readNumber } from './configNumber.ts';
import { atomText } from './effectiveSettings.ts';
import type { EffectiveSetting, EffectiveValue } from './guest.ts';

export type ValueFault = { readonly span: Span; readonly effect: BadValueEffect } & (
  | { readonly kind: 'list-expected' }
  | { readonly kind: 'value-expected' }
  | { readonly kind: 'bad-number'; readonly reason: 'notANumber' | 'tooLarge' | 'added' }
  | { readonly kind: 'out-of-range'; readonly range: NumberRange; readonly value: bigint }
  | { readonly kind: 'unknown-word'; readonly word: string }
  | { readonly kind: 'bad-form'; readonly text: string }
);

/** A judgement, and what it is of. */
export interface InvalidValue extends SetOption {
  readonly judgement: ValueFault;
}

/** All that is wrong with the values of these options. */
export function validateValues(options: readonly SetOption[], context: Reader): readonly InvalidValue[] {
  const judged: InvalidValue[] = [];
  for (const { option, setting } of options) {
    for (const judgement of validateValue(option, setting, context))
      judged.push({ option, setting, judgement });
  }
  return judged;
}

/** Which shapes of a value an option takes. */
const TAKES: Readonly<Record<OptionKind, { list?: true; word?: true; number?: true }>> = {
  string: { word: true },
  number: { number: true },
  boolean: { number: true },
  list: { list: true },
  stringOrList: { word: true, list: true },
  numberOrString: { number: true, word: true },
  booleanOrString: { number: true, word: true },
  booleanOrList: { number: true, list: true },
};

/** What is wrong with the value, at most one thing for a single value, one for each item of a list of words. */
export function validateValue(
  option: OptionSchema,
  setting: EffectiveSetting,
  context: Reader,
): readonly ValueFault[] {
  const { value } = setting;
  const last = setting.parts.at(-1)?.value;
  if (value.kind === 'invalid' || !last) return NONE;
  const takes = TAKES[option.kind];
  if (value.kind === 'list') {
    const takesList = takes.list && (!option.listSince || atLeast(context.xenVersion, option.listSince));
    if (takesList) return judgeItems(option, value, context);
    return [{ kind: 'value-expected', span: spanOf(last), effect: wrongKind(option, context) }];
  }
  if (!takes.number && !takes.word)
    return [{ kind: 'list-expected', span: spanOf(last), effect: wrongKind(option, context) }];
  const judgement = judgeAtom(option, setting, value.text, last, context);
  return judgement ? [judgement] : NONE;
}

/** Most values are in order. */
const NONE: readonly never[] = [];

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const wrongKind = (option: OptionSchema, { xenVersion }: Reader): BadValueEffect =>
  effectOfWrongKind(option, xenVersion) === 'refused' ? 'refused' : 'ignored';

function judgeItems(
  option: OptionSchema,
  value: EffectiveValue & { kind: 'list' },
  context: Reader,
): ValueFault[] {
  const judgements: ValueFault[] = [];
  for (const item of value.items) {
    if (item.kind === 'list' || item.kind === 'invalid') break;
    const judgement = judgeText(option, atomText(item), item, context);
    if (judgement) judgements.push(judgement);
  }
  return judgements;
}

function judgeAtom(
  option: OptionSchema,
  setting: EffectiveSetting,
  text: string,
  place: Span,
  context: Reader,
): ValueFault | undefined {
  const takes = TAKES[option.kind];
  const number = takes.number ? readNumber(text) : undefined;
  const added = setting.parts.at(-1)?.operator?.text === '+=';
  if (number?.kind === 'number' && !added) {
    const range = rangeViolated(option, number.value, context.xenVersion);
    return (
      range && {
        kind: 'out-of-range',
        range,
        value: number.value,
        span: spanOf(place),
        effect: range.outside,
      }
    );
  }
  if (number && !takes.word) {
    const reason =
      added && number.kind === 'number' ? 'added' : number.kind === 'tooLarge' ? 'tooLarge' : 'notANumber';
    return { kind: 'bad-number', reason, span: spanOf(place), effect: wrongKind(option, context) };
  }
  return judgeText(option, text, place, context);
}

function judgeText(option: OptionSchema, text: string, place: Span, context: Reader): ValueFault | undefined {
  const { values, pattern } = option;
  const effect = values && effectOfOtherWord(option, context);
  if (effect && !wordFor(option, text, context))
    return { kind: 'unknown-word', word: text, span: spanOf(place), effect };
  if (pattern && !formOf(pattern.source).test(text))
    return { kind: 'bad-form', text, span: spanOf(place), effect: pattern.outside };
  return undefined;
}

const forms = new Map<string, RegExp>();

/** The forms of the schema, each made once. */
function formOf(source: string): RegExp {
  const before = forms.get(source);
  if (before) return before;
  const form = new RegExp(`^(?:${source})$`, 's');
  forms.set(source, form);
  return form;
}
