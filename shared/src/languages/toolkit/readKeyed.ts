/** Reads one string of `key=value` fields by a table of its keys. Linear in the text; never throws. */
import { bothSources } from '../../schema/source.ts';
import type { ParameterEntry, ParameterSchema } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';
import type { Encoding } from '../../syntax/index.ts';
import type {
  ParsedSpec,
  SpecContext,
  SpecEffect,
  SpecFault,
  SpecFaultKind,
  SpecParameter,
  SpecPart,
} from '../language.ts';
import { type FaultDetails, faultAt } from './draft.ts';
import { type Field, splitFields } from './fields.ts';
import { paddingFault, separatorFault } from './padding.ts';
import { wholeOf } from './slice.ts';
import type { FieldValue, ValueReader, ValueReading, Values } from './valueReaders.ts';

/** A key, and how its value is read; or a flag, and the fields that it sets. */
export type KeyedParameter =
  | (ParameterSchema & { readonly form: 'value'; readonly read: ValueReader })
  | (ParameterSchema & { readonly form: 'flag'; readonly sets: ValueReading['set'] });

/** The keys of a language from their entries. An entry without `since` is as old as the language. */
export const keyedParameters = (
  since: XenVersion,
  source: string,
  entries: readonly ParameterEntry<KeyedParameter>[],
): readonly KeyedParameter[] =>
  entries.map((entry) =>
    'sets' in entry
      ? { ...entry, form: 'flag', since: entry.since ?? since, source: bothSources(source, entry.source) }
      : { ...entry, form: 'value', since: entry.since ?? since, source: bothSources(source, entry.source) },
  );

export interface KeyedGrammar {
  /** Absent: at the commas. */
  readonly split?: (text: string, xenVersion: XenVersion) => readonly Field[];
  /** Readers that replace those of the parameters. */
  readonly readers?: Readonly<Record<string, ValueReader>>;
  /** Keys whose values are lists with spaces between, where one more does no harm. */
  readonly spaceSeparated?: readonly string[];
  /** What xl does about a key that it does not know. */
  readonly unknownKey: SpecEffect;
  /** What xl does about a field that has no `=`. */
  readonly bareWord: SpecEffect;
  /** What xl does about a string without any field. Absent: nothing. */
  readonly noFields?: SpecEffect;
}

/** Its faults are in the order in which xl meets them. */
export interface KeyedReading extends Omit<ParsedSpec, 'fields'> {
  /** As far as xl gets before it rejects the string. */
  readonly values: Values;
  /** The part that set a field; none where the value was there before. */
  readonly setBy: ReadonlyMap<string, SpecPart>;
}

/** True for an effect after which xl reads nothing more. */
export const isFatal = (effect: SpecEffect): boolean => effect === 'refused' || effect === 'crashes';

interface State extends KeyedReading {
  readonly grammar: KeyedGrammar;
  readonly parameters: ReadonlyMap<string, KeyedParameter>;
  readonly xenVersion: XenVersion;
  readonly encoding?: Encoding | undefined;
  readonly parts: SpecPart[];
  readonly faults: SpecFault[];
  readonly values: Map<string, FieldValue>;
  readonly setBy: Map<string, SpecPart>;
  /** True after a fault at which xl exits: further faults still count, further fields do not. */
  rejected: boolean;
  /** True after a field at which xl stops reading: further parts are only for highlighting. */
  stopped: boolean;
}

/** Reads `text`. `parameters` are those of the language by their names, `initial` the values that hold before it. */
export function readKeyed(
  text: string,
  grammar: KeyedGrammar,
  parameters: ReadonlyMap<string, KeyedParameter>,
  { xenVersion, encoding }: Pick<SpecContext, 'xenVersion' | 'encoding'>,
  initial: Values = new Map(),
): KeyedReading {
  const state: State = {
    text,
    grammar,
    parameters,
    xenVersion,
    encoding,
    parts: [],
    faults: [],
    values: new Map(initial),
    setBy: new Map(),
    rejected: false,
    stopped: false,
  };
  const fields = (grammar.split ?? splitFields)(text, xenVersion);
  for (const [index, field] of fields.entries()) {
    if (field.parameter) readParameter(state, field, field.parameter);
    else readWord(state, field, index === fields.length - 1);
  }
  if (fields.length === 0 && grammar.noFields) {
    const advice = 'The string is empty. Fill it in, or remove it.';
    addFault(state, wholeOf(text), 'bad-form', grammar.noFields, { advice });
  }
  const { parts, faults, values, setBy } = state;
  return { text, parts, faults, values, setBy };
}

function addFault(
  state: State,
  at: Span,
  kind: SpecFaultKind,
  effect: SpecEffect,
  details?: FaultDetails,
): void {
  state.faults.push(faultAt(at, kind, effect, details));
  if (isFatal(effect)) state.rejected = true;
  if (effect === 'restIgnored') state.stopped = true;
}

function parameterNamed({ parameters, xenVersion }: State, name: string): KeyedParameter | undefined {
  const parameter = parameters.get(name);
  return parameter && existsIn(xenVersion, parameter) ? parameter : undefined;
}

function readParameter(state: State, { unread, crash }: Field, part: SpecParameter): void {
  const { name, nameSpan, value, valueSpan } = part;
  state.parts.push(part);
  if (state.stopped) return;
  if (crash !== undefined) {
    addFault(state, valueSpan, 'bad-value', 'crashes', { parameter: name, advice: crash });
    return;
  }
  if (unread) {
    addFault(state, unread, 'bad-form', 'ignored', {
      advice: 'The value ends at the second =. Remove the rest.',
    });
  }
  const parameter = parameterNamed(state, name);
  if (parameter?.form !== 'value') {
    addFault(state, nameSpan, 'unknown-key', state.grammar.unknownKey, { parameter: name });
    return;
  }
  const { values, xenVersion, encoding, text: spec } = state;
  const read = state.grammar.readers?.[name] ?? parameter.read;
  const context = { part, spec, values, parameter, xenVersion, encoding };
  const { set, fault } = read(value, context);
  setFields(state, set, part, name);
  const isKey = (key: string): boolean => parameterNamed(state, key)?.form === 'value';
  // A comma or a quote that went wrong explains whatever else is wrong with the value.
  const slip =
    separatorFault(value, valueSpan, name, isKey) ??
    paddingFault(state.grammar.spaceSeparated?.includes(name) ? value.trim() : value, valueSpan, name);
  const explainsAll =
    !fault || slip?.kind === 'separator' || !read(slip?.replacement?.newText ?? value, context).fault;
  if (slip && explainsAll) {
    const { kind, effect, start, end, ...details } = slip;
    addFault(state, span(start, end), kind, fault?.effect ?? effect, details);
    return;
  }
  if (!fault) return;
  const { effect, kind = 'bad-value', at = valueSpan, ...details } = fault;
  addFault(state, at, kind, effect, { parameter: name, ...details });
}

/** Fields of nothing but spaces, one after the other. */
const EMPTY_FIELDS = /^ *(?:, +(?=,|$))*/;

function readWord(state: State, { text, start, end }: Field, isLast: boolean): void {
  const parameter = parameterNamed(state, text);
  const sets = parameter?.form === 'flag' ? parameter.sets : undefined;
  const part: SpecPart = { kind: 'word', text, start, end, ...(sets ? { role: text } : {}) };
  if (text !== '') state.parts.push(part);
  if (state.stopped) return;
  if (sets) {
    setFields(state, sets, part, text);
    return;
  }
  const effect = state.grammar.bareWord;
  // Trailing spaces are harmless where xl stops reading anyway.
  if (text === '' && isLast && effect === 'restIgnored') return;
  const at = text === '' ? spacesBefore(state.text, end) : part;
  if (text === '' && effect === 'ignored') {
    // Several in a row are one fault.
    if ((state.faults.findLast(({ kind }) => kind === 'padding')?.end ?? -1) >= end) return;
    const [run = ''] = EMPTY_FIELDS.exec(state.text.slice(at.start)) ?? [];
    const replacement = { newText: run.replaceAll(' ', ''), safe: true };
    addFault(state, span(at.start, at.start + run.length), 'padding', 'none', { value: '', replacement });
    return;
  }
  if (state.parameters.get(text)?.form === 'flag')
    addFault(state, at, 'unknown-key', effect, { parameter: text });
  else {
    const meant = keyOfValue(state, text);
    const details = meant
      ? { advice: `Use \`${meant}=${text}\`.`, replacement: { newText: `${meant}=${text}` } }
      : { advice: adviceOnWord(state, text) };
    addFault(state, at, 'bad-form', effect, details);
  }
}

/** The key that has the word as a value, where only one has. */
function keyOfValue(state: State, word: string): string | undefined {
  const keys = [...state.parameters.values()].filter(
    ({ name, form, values = [] }) =>
      form === 'value' && parameterNamed(state, name) && values.some((value) => value.name === word),
  );
  return keys.length === 1 && !/^[0-9]*$/.test(word) ? keys[0]?.name : undefined;
}

function spacesBefore(text: string, end: number): Span {
  let start = end;
  while (text[start - 1] === ' ') start--;
  return span(start, end);
}

function adviceOnWord({ parameters }: State, text: string): string {
  if (text.includes('=')) return 'Use `key=value`, with text on both sides.';
  if (text === '') return 'There are only spaces between the commas: remove them.';
  if (parameters.has(text)) return `Use ${text}=... instead.`;
  const [only = 'key', ...others] = parameters.keys();
  return `Use ${others.length === 0 ? only : 'key'}=value, or remove it.`;
}

/** Sets fields, unless xl has given up already. An earlier part that set one of them has no effect then. */
function setFields(state: State, set: ValueReading['set'], part: SpecPart, parameter: string): void {
  let overridden: SpecPart | undefined;
  for (const [field, value] of Object.entries(set)) {
    const earlier = state.setBy.get(field);
    // One part may have set several of them.
    if (earlier && earlier !== overridden) {
      overridden = earlier;
      const name = earlier.kind === 'parameter' ? earlier.name : earlier.text;
      const advice =
        name === parameter
          ? 'The last one counts: remove this one.'
          : `The ${parameter} after it counts: remove one of them.`;
      addFault(state, earlier, 'repeated', 'ignored', { parameter: name, advice });
    }
    state.setBy.set(field, part);
    if (!state.rejected) state.values.set(field, value);
  }
}
