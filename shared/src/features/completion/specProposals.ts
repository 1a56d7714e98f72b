/**
 * What is offered inside a string of a small language: whatever the language itself reads there. Each candidate is put
 * into the text and read with it, so that releases, places and parts that exclude each other need no tables here.
 */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ParsedSpec, SpecFault, SpecFaultKind, SpecLanguage } from '../../languages/language.ts';
import type { GuestType, ParameterSchema, ValueDoc } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { ordinal, type Proposal } from './items.ts';
import { exampleValue } from './specExamples.ts';
import type { SpecField } from './specField.ts';

/** Who reads what is offered. */
export interface Reader {
  readonly xenVersion: XenVersion;
  readonly guestType: GuestType;
}

/** The values of a parameter that make sense for the guest and its xl. */
export const valuesFor = (
  { values = [], since: first }: ParameterSchema,
  { xenVersion, guestType }: Reader,
): readonly ValueDoc[] =>
  values.filter(
    ({ internal, guestTypes, since = first, last }) =>
      !internal &&
      (guestTypes?.includes(guestType) ?? true) &&
      existsIn(xenVersion, { since, ...(last ? { last } : {}) }),
  );

/** The text around the field, and the language as it reads it. */
export interface Surroundings extends Reader {
  readonly language: SpecLanguage;
  readonly option: string;
  readonly before: string;
  readonly after: string;
  /** Reads the string as it would be, among its neighbours where they belong together. */
  readonly read: (text: string) => ParsedSpec;
  /** Keys and words that are there already. */
  readonly used: ReadonlySet<string>;
}

/** Values and words sort before keys. */
const VALUES_FIRST = 1;
const THEN_KEYS = 2;
const OLD_LAST = 3;

export function specProposals(field: SpecField, around: Surroundings): readonly Proposal[] {
  const { parameter } = field;
  if (parameter) return existsIn(around.xenVersion, parameter) ? valueProposals(parameter, around) : [];
  return [...(field.isName ? [] : wordProposals(field, around)), ...keyProposals(field, around)];
}

/** Something put into the text, and what the language makes of it. */
interface Trial {
  readonly spec: ParsedSpec;
  readonly start: number;
  readonly end: number;
}

const tryOut = ({ before, after, read }: Surroundings, text: string): Trial => ({
  spec: read(`${before}${text}${after}`),
  start: before.length,
  end: before.length + text.length,
});

/** The faults that a part has by itself. */
const OWN_FAULTS: ReadonlySet<SpecFaultKind> = new Set(['unknown-key', 'bad-form', 'bad-value']);

/** Faults of what was put in; those of the string as a whole are not its own. */
const faultsIn = ({ spec, start, end }: Trial): readonly SpecFault[] =>
  spec.faults.filter(
    (fault) =>
      fault.effect !== 'none' &&
      OWN_FAULTS.has(fault.kind) &&
      fault.start < end &&
      fault.end > start &&
      !(fault.start < start && fault.end > end),
  );

const hasKind = (faults: readonly SpecFault[], kinds: readonly SpecFaultKind[]): boolean =>
  faults.some(({ kind }) => kinds.includes(kind));

/** What xl does not take together. Where the guest merely does not start, the rest may still be to come. */
const excludes = ({ kind, effect }: SpecFault): boolean =>
  kind === 'repeated' || (kind === 'conflict' && (effect === 'refused' || effect === 'crashes'));

/** Whether the text put in contradicts, or repeats, what is there without it. */
const clashes = ({ spec }: Trial, without: ParsedSpec): boolean =>
  spec.faults.filter(excludes).length > without.faults.filter(excludes).length;

function valueProposals(parameter: ParameterSchema, around: Surroundings): readonly Proposal[] {
  const taken = valuesFor(parameter, around).filter(
    ({ name }) => !hasKind(faultsIn(tryOut(around, name)), ['bad-value', 'bad-form']),
  );
  return taken.map((value, index) => valueProposal(parameter, value, index, around, ''));
}

const valueProposal = (
  { name: parameter }: ParameterSchema,
  { name, deprecated }: ValueDoc,
  index: number,
  { option }: Surroundings,
  separator: string,
): Proposal => ({
  label: name,
  kind: CompletionItemKind.EnumMember,
  detail: parameter,
  text: `${name}${separator}`,
  order: `${deprecated === undefined ? VALUES_FIRST : OLD_LAST}${ordinal(index)}`,
  deprecated: deprecated !== undefined,
  data: { kind: 'specValue', option, parameter, value: name },
});

/** No language has it as a word of its own: it is taken only where any text is. */
const MADE_UP = 'zzqx';

/** Words without a key: those that are a part by themselves, and values where a value may stand alone. */
function wordProposals(field: SpecField, around: Surroundings): readonly Proposal[] {
  const { language, xenVersion, used } = around;
  const separator = field.isSqueezed ? language.separator : '';
  const without = around.read(`${around.before}${around.after}`);
  const roleOf = remembering((word: string): string | undefined => {
    const trial = tryOut(around, `${word}${separator}`);
    const part = trial.spec.parts.find(({ start }) => start === trial.start);
    const fits = part?.kind === 'word' && part.text === word;
    return fits && faultsIn(trial).length === 0 && !clashes(trial, without) ? part.role : undefined;
  });
  const anyRole = roleOf(MADE_UP);
  return language.parameters
    .filter((parameter) => existsIn(xenVersion, parameter))
    .flatMap((parameter) => {
      const { name, form } = parameter;
      const isWord = form === 'flag' && !used.has(name) && name !== anyRole && roleOf(name) === name;
      const taken = valuesFor(parameter, around).filter((value) => roleOf(value.name) === name);
      return [
        ...taken.map((value, place) => valueProposal(parameter, value, place, around, separator)),
        ...(isWord ? [wordProposal(parameter, around, separator)] : []),
      ];
    });
}

/** Keys and words in the order of the table, the mandatory ones first, the deprecated ones last. */
function orderOf({ parameters }: SpecLanguage, parameter: ParameterSchema): string {
  const { mandatory, deprecated } = parameter;
  const rank = deprecated === undefined ? `${THEN_KEYS}${mandatory ? 0 : 1}` : OLD_LAST;
  return `${rank}${ordinal(parameters.indexOf(parameter))}`;
}

const wordProposal = (
  parameter: ParameterSchema,
  { option, language }: Surroundings,
  separator: string,
): Proposal => ({
  label: parameter.name,
  kind: CompletionItemKind.Keyword,
  detail: 'word',
  text: `${parameter.name}${separator}`,
  order: orderOf(language, parameter),
  deprecated: parameter.deprecated !== undefined,
  data: { kind: 'specParameter', option, name: parameter.name },
});

/** A value for the trial of a key. */
const someValue = (parameter: ParameterSchema, around: Surroundings): string =>
  exampleValue(around.language, parameter) ?? valuesFor(parameter, around)[0]?.name ?? '1';

/** Many parameters have the same words. */
function remembering<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const found = known.get(text) ?? { result: compute(text) };
    known.set(text, found);
    return found.result;
  };
}

/** Keys that are not there yet. */
function keyProposals(field: SpecField, around: Surroundings): readonly Proposal[] {
  const { language, xenVersion, used, option } = around;
  const without = around.read(`${around.before}${around.after}`);
  const separator = field.isSqueezed ? language.separator : '';
  const isTaken = (parameter: ParameterSchema): boolean => {
    const name = `${parameter.name}=`;
    // The value that is there already stays.
    const text = field.isName ? parameter.name : `${name}${someValue(parameter, around)}${separator}`;
    const trial = tryOut(around, text);
    const ofName = faultsIn({ ...trial, end: trial.start + name.length });
    return !hasKind(ofName, ['unknown-key', 'bad-form']) && !clashes(trial, without);
  };
  return language.parameters
    .filter(
      (parameter) =>
        parameter.form === 'value' &&
        existsIn(xenVersion, parameter) &&
        !used.has(parameter.name) &&
        isTaken(parameter),
    )
    .map((parameter) => {
      const { name, mandatory, deprecated } = parameter;
      return {
        label: `${name}=`,
        kind: CompletionItemKind.Field,
        detail: mandatory ? 'key, mandatory' : 'key',
        text: field.isName ? name : `${name}=${field.isSqueezed ? `$0${separator}` : ''}`,
        snippet: field.isSqueezed,
        order: orderOf(language, parameter),
        filter: name,
        deprecated: deprecated !== undefined,
        data: { kind: 'specParameter', option, name },
      };
    });
}
