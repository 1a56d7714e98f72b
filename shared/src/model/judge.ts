/** What xl does with the value of one option, by what the schema says of it. */
import {
  effectOfOtherWord,
  effectOfWrongKind,
  type Reader,
  rangeViolated,
  wordFor,
} from '../schema/options/judge.ts';
import { atLeast } from '../schema/releases.ts';
import type { BadValueEffect, NumberRange, OptionKind, OptionSchema } from '../schema/types.ts';
import type { Span } from '../span.ts';
import { atomText } from './effective.ts';
import type { EffectiveSetting, EffectiveValue } from './guest.ts';
import { readNumber } from './number.ts';

export type Judgement = { readonly span: Span; readonly effect: BadValueEffect } & (
  | { readonly kind: 'list-expected' }
  | { readonly kind: 'value-expected' }
  | { readonly kind: 'bad-number'; readonly reason: 'notANumber' | 'tooLarge' | 'added' }
  | { readonly kind: 'out-of-range'; readonly range: NumberRange; readonly value: bigint }
  | { readonly kind: 'unknown-word'; readonly word: string }
  | { readonly kind: 'bad-form'; readonly text: string }
);

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
export function judgeValue(
  option: OptionSchema,
  setting: EffectiveSetting,
  context: Reader,
): readonly Judgement[] {
  const { value } = setting;
  const span = valueSpan(setting);
  if (value.kind === 'invalid' || !span) return [];
  const takes = TAKES[option.kind];
  const wrongKind = effectOfWrongKind(option, context.release) === 'refused' ? 'refused' : 'ignored';
  if (value.kind === 'list') {
    const takesList = takes.list && (!option.listSince || atLeast(context.release, option.listSince));
    if (!takesList) return [{ kind: 'value-expected', span, effect: wrongKind }];
    return judgeItems(option, value, context);
  }
  if (!takes.number && !takes.word) return [{ kind: 'list-expected', span, effect: wrongKind }];
  return judgeAtom(option, setting, value.text, span, wrongKind, context);
}

function valueSpan({ parts }: EffectiveSetting): Span | undefined {
  const value = parts.at(-1)?.value;
  return value && { start: value.start, end: value.end };
}

function judgeItems(
  option: OptionSchema,
  value: EffectiveValue & { kind: 'list' },
  context: Reader,
): Judgement[] {
  const judgements: Judgement[] = [];
  for (const item of value.items) {
    if (item.kind === 'list' || item.kind === 'invalid') break;
    const span = { start: item.start, end: item.end };
    const text = atomText(item);
    const judgement = judgeWord(option, text, span, context) ?? judgeForm(option, text, span);
    if (judgement) judgements.push(judgement);
  }
  return judgements;
}

function judgeAtom(
  option: OptionSchema,
  setting: EffectiveSetting,
  text: string,
  span: Span,
  wrongKind: BadValueEffect,
  context: Reader,
): readonly Judgement[] {
  const takes = TAKES[option.kind];
  const number = takes.number ? readNumber(text) : undefined;
  const added = setting.parts.at(-1)?.operator?.text === '+=';
  if (number?.kind === 'number' && !added) {
    const range = rangeViolated(option, number.value, context.release);
    return range ? [{ kind: 'out-of-range', range, value: number.value, span, effect: range.outside }] : [];
  }
  if (number && !takes.word) {
    const reason =
      added && number.kind === 'number' ? 'added' : number.kind === 'tooLarge' ? 'tooLarge' : 'notANumber';
    return [{ kind: 'bad-number', reason, span, effect: wrongKind }];
  }
  const judgement = judgeWord(option, text, span, context) ?? judgeForm(option, text, span);
  return judgement ? [judgement] : [];
}

function judgeWord(option: OptionSchema, word: string, span: Span, context: Reader): Judgement | undefined {
  const effect = option.values && effectOfOtherWord(option, context);
  if (!effect || wordFor(option, word, context)) return undefined;
  return { kind: 'unknown-word', word, span, effect };
}

function judgeForm({ pattern }: OptionSchema, text: string, span: Span): Judgement | undefined {
  if (!pattern || new RegExp(`^(?:${pattern.source})$`, 's').test(text)) return undefined;
  return { kind: 'bad-form', text, span, effect: pattern.outside };
}
