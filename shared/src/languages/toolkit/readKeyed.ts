/** Reads one string of `key=value` fields by a table of its keys. Linear in the text; never throws. */

import type { ParameterSchema } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';
import type { SpecEffect, SpecFault, SpecPart } from '../language.ts';
import type { Field, Pair } from './fields.ts';
import type { FieldValue, Reading, ValueFault, ValueReader, Values } from './valueReaders.ts';

export interface KeyedGrammar {
  readonly cut: (text: string) => readonly Field[];
  /** Names and lifetimes. A key is known where it has an entry here and a reader below. */
  readonly parameters: readonly ParameterSchema[];
  readonly readers: Readonly<Record<string, ValueReader>>;
  /** What words without `=` set. */
  readonly flags?: Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;
  /** What xl does about a key that it does not know. */
  readonly unknownKey: SpecEffect;
  /** What xl does about a field that has no `=`. */
  readonly bareWord: SpecEffect;
  /** What xl does about a string without any field. Absent: nothing of its own. */
  readonly noFields?: SpecEffect;
}

export interface KeyedReading {
  readonly text: string;
  readonly parts: readonly SpecPart[];
  /** In the order in which xl meets them. */
  readonly faults: readonly SpecFault[];
  /** As far as xl gets before it refuses the string. */
  readonly values: Values;
  /** The part that set a field; none where the value was there before. */
  readonly setBy: ReadonlyMap<string, SpecPart>;
}

/** True for an effect after which xl reads nothing more. */
export const isFatal = (effect: SpecEffect): boolean => effect === 'refused' || effect === 'crashes';

interface State {
  readonly text: string;
  readonly xenVersion: XenVersion;
  readonly parts: SpecPart[];
  readonly faults: SpecFault[];
  readonly values: Map<string, FieldValue>;
  readonly setBy: Map<string, SpecPart>;
  /** True behind a fault at which xl exits: what is wrong further on still counts, what is set does not. */
  refused: boolean;
  /** True behind a field at which xl stops reading: the rest is there for the eye only. */
  stopped: boolean;
}

/** Reads `text`. `initial` are the values that hold before it. Offsets: UTF-16 code units into `text`. */
export function readKeyed(
  text: string,
  grammar: KeyedGrammar,
  xenVersion: XenVersion,
  initial: Values = new Map(),
): KeyedReading {
  const parts: SpecPart[] = [];
  const faults: SpecFault[] = [];
  const state: State = {
    text,
    xenVersion,
    parts,
    faults,
    values: new Map(initial),
    setBy: new Map(),
    refused: false,
    stopped: false,
  };
  const fields = grammar.cut(text);
  for (const [index, field] of fields.entries()) {
    if (field.pair) takePair(state, grammar, field, field.pair);
    else takeWord(state, grammar, field, index === fields.length - 1);
  }
  if (fields.length === 0 && grammar.noFields) {
    const cure = 'The string is empty: fill it in, or remove it.';
    note(state, { kind: 'bad-form', effect: grammar.noFields, cure, ...span(0, text.length) });
  }
  return state;
}

function schemaOf(
  { parameters }: KeyedGrammar,
  name: string,
  { xenVersion }: State,
): ParameterSchema | undefined {
  const schema = parameters.find((parameter) => parameter.name === name);
  return schema && existsIn(xenVersion, schema) ? schema : undefined;
}

function takePair(state: State, grammar: KeyedGrammar, field: Field, pair: Pair): void {
  const { name, nameSpan, value, valueSpan } = pair;
  const { start, end } = field;
  const part: SpecPart = { kind: 'parameter', name, nameSpan, value, valueSpan, start, end };
  state.parts.push(part);
  if (state.stopped) return;
  if (field.diesOf) {
    note(state, { kind: 'bad-value', effect: 'crashes', parameter: name, cure: field.diesOf, ...valueSpan });
    return;
  }
  if (field.lost) {
    const cure = 'The value ends at the second =. Remove the rest.';
    note(state, { kind: 'bad-form', effect: 'ignored', cure, ...field.lost });
  }
  const reader = Object.hasOwn(grammar.readers, name) ? grammar.readers[name] : undefined;
  if (!reader || schemaOf(grammar, name, state)?.form !== 'value') {
    note(state, { kind: 'unknown-key', effect: grammar.unknownKey, parameter: name, ...nameSpan });
    return;
  }
  const { text, values, xenVersion } = state;
  const reading = reader(value, { text, valueSpan, values, xenVersion });
  apply(state, reading.set, part, name);
  if (reading.fault) takeFault(state, reading.fault, name, { nameSpan, valueSpan });
}

function takeFault(
  state: State,
  fault: ValueFault,
  parameter: string,
  { nameSpan, valueSpan }: Pick<Pair, 'nameSpan' | 'valueSpan'>,
): void {
  const { effect, kind = 'bad-value', cure, replacement, within, ofKey } = fault;
  const inner = within ? span(valueSpan.start + within.start, valueSpan.start + within.end) : valueSpan;
  note(state, {
    kind,
    effect,
    parameter,
    ...(cure ? { cure } : {}),
    ...(replacement ? { replacement } : {}),
    ...(ofKey ? nameSpan : inner),
  });
}

function takeWord(state: State, grammar: KeyedGrammar, field: Field, isLast: boolean): void {
  const { text, start, end } = field;
  const schema = schemaOf(grammar, text, state);
  const sets = schema?.form === 'flag' && grammar.flags ? grammar.flags[text] : undefined;
  const part: SpecPart = { kind: 'word', text, start, end, ...(sets ? { role: text } : {}) };
  if (text !== '') state.parts.push(part);
  if (state.stopped) return;
  if (sets) {
    apply(state, sets, part, text);
    return;
  }
  const effect = grammar.bareWord;
  // Blanks before the end are harmless where xl stops or goes on in silence anyway.
  if (text === '' && !isFatal(effect) && (isLast || effect === 'ignored')) return;
  const place: Span = text === '' ? blanksBefore(state.text, end) : { start, end };
  const isFlagElsewhere = grammar.parameters.some(({ name, form }) => name === text && form === 'flag');
  note(
    state,
    isFlagElsewhere
      ? { kind: 'unknown-key', effect, parameter: text, ...place }
      : { kind: 'bad-form', effect, ...place, cure: wordCure(grammar, text) },
  );
}

function note(state: State, fault: SpecFault): void {
  state.faults.push(fault);
  if (isFatal(fault.effect)) state.refused = true;
  if (fault.effect === 'restIgnored') state.stopped = true;
}

function blanksBefore(text: string, end: number): Span {
  let start = end;
  while (text[start - 1] === ' ') start--;
  return span(start, end);
}

function wordCure({ readers }: KeyedGrammar, text: string): string {
  if (text.includes('=')) return 'Write key=value, with something on both sides.';
  if (text === '') return 'There is nothing between the commas but blanks: remove them.';
  return Object.hasOwn(readers, text) ? `Write ${text}=... instead.` : 'Write key=value, or remove it.';
}

/** Sets fields, unless xl has given up already; a part that set one of them before has then done so in vain. */
function apply(state: State, set: Reading['set'], part: SpecPart, parameter: string): void {
  const fields = Object.entries(set);
  const inVain = new Set<SpecPart>();
  for (const [field] of fields) {
    const before = state.setBy.get(field);
    if (before) inVain.add(before);
  }
  for (const before of inVain) {
    const name = before.kind === 'parameter' ? before.name : before.text;
    const cure =
      name === parameter
        ? 'The last one counts: remove this one.'
        : `The ${parameter} behind it counts: remove one of them.`;
    note(state, {
      kind: 'repeated',
      effect: 'ignored',
      parameter: name,
      cure,
      start: before.start,
      end: before.end,
    });
  }
  for (const [field, value] of fields) {
    state.setBy.set(field, part);
    if (!state.refused) state.values.set(field, value);
  }
}
