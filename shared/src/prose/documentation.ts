/** What the schema says, as Markdown: for hovers, and for completion items once they are resolved. */
import type { DiskParameterSchema, DiskPrefixSchema } from '../languages/disk/schema/index.ts';
import type { SpecLanguage } from '../languages/language.ts';
import type { FileKindName } from '../schema/kinds/index.ts';
import {
  type BadValueEffect,
  GUEST_TYPES,
  type NumberRange,
  type OptionKind,
  type OptionSchema,
  type ParameterSchema,
  type ValueDoc,
} from '../schema/types.ts';
import { existsIn, type Lifetime, type XenVersion } from '../schema/xenVersions.ts';
import { capitalized, listed } from '../text/sentences.ts';
import { bullets, code, codeBlock, paragraphs, plain } from './markdown.ts';

/** What users write for an option of each kind. Plain text. */
export const KIND_WORDS: Readonly<Record<OptionKind, string>> = {
  string: 'string',
  number: 'number',
  boolean: '0 or 1',
  list: 'list',
  stringOrList: 'string or list',
  numberOrString: 'number or string',
  booleanOrString: '0, 1 or string',
  booleanOrList: '0, 1 or list',
};

/** What happens to a value outside, after "Others:" and the like. */
const EFFECTS: Readonly<Record<BadValueEffect, string>> = {
  refused: 'xl refuses the file',
  ignored: 'xl goes on as if the option were not there',
  startFails: 'xl takes the file, and the guest does not start',
};

/** `number, MiB`: the kind, and the unit where there is one. Plain text. */
export const kindOf = ({ kind, unit }: OptionSchema): string =>
  unit === undefined ? KIND_WORDS[kind] : `${KIND_WORDS[kind]}, ${unit}`;

/**
 * The first line, then what the option of a file of kind `file` is; `notes` come between the summary and the details.
 * Markdown.
 */
export function optionDocumentation(
  option: OptionSchema,
  file: FileKindName,
  notes: readonly string[] = [],
): string {
  return paragraphs([
    `${code(option.name)} (${plain(kindOf(option))})`,
    plain(option.summary),
    ...notes,
    option.details,
    valueList(option.values),
    bullets(optionFacts(option, file)),
    example(option.example),
  ]);
}

function optionFacts(option: OptionSchema, file: FileKindName): readonly string[] {
  const { guestTypes, refusedFor, range, otherValues, values, deprecated, defaultValue } = option;
  const everyType = guestTypes.length === GUEST_TYPES.length;
  const guests = everyType ? 'Guests: all' : `Guests: ${listed(guestTypes.map(code), 'and')} only`;
  return [
    ...(option.mandatory ? ['Mandatory.'] : []),
    ...(defaultValue === undefined ? [] : [`Default: ${defaultValue}`]),
    ...(range ?? []).map(rangeFact),
    ...(values && otherValues ? [`Other words: ${EFFECTS[otherValues]}.`] : []),
    ...(file === 'guest' ? [guests] : []),
    ...(refusedFor
      ? [`Refused for ${listed(refusedFor.guestTypes.map(code), 'and')}${inBrackets(refusedFor)}.`]
      : []),
    ...lifetimeFacts(option),
    ...(deprecated ? [deprecation(deprecated)] : []),
  ];
}

const deprecation = ({ since, instead }: NonNullable<OptionSchema['deprecated']>): string =>
  `Deprecated${since ? ` since ${since}` : ''}: write ${instead}`;

function rangeFact(range: NumberRange): string {
  const { min, max, outside } = range;
  const from = min === undefined ? [] : [`from ${min}`];
  const to = max === undefined ? [] : [`up to ${max}`];
  return `Values ${[...from, ...to].join(' ')}${inBrackets(range)}; outside: ${EFFECTS[outside]}.`;
}

/** A note for what this version of Xen does not have; no note for what it has. `owner` as for `existsIn`. Markdown. */
export const versionNote = (
  xenVersion: XenVersion,
  lifetime: Partial<Lifetime>,
  owner?: Partial<Lifetime>,
): readonly string[] =>
  existsIn(xenVersion, lifetime, owner) ? [] : [`**The xl of ${xenVersion} does not know it.**`];

/** Nothing for what has been there as long as anybody could ask. */
const OLDEST = new Set<string>(['4.1', '4.2']);

function lifetimeWords({ since, last }: Partial<Lifetime>): string {
  const from = since !== undefined && !OLDEST.has(since) ? [`since ${since}`] : [];
  const to = last === undefined ? [] : [`up to ${last}`];
  return [...from, ...to].join(', ');
}

function inBrackets(lifetime: Partial<Lifetime>): string {
  const words = lifetimeWords(lifetime);
  return words === '' ? '' : ` (${words})`;
}

function lifetimeFacts(lifetime: Partial<Lifetime>): readonly string[] {
  const words = lifetimeWords(lifetime);
  return words === '' ? [] : [capitalized(words)];
}

const valueList = (values: readonly ValueDoc[] | undefined): string | undefined => {
  const shown = values?.filter((value) => !value.internal) ?? [];
  return shown.length === 0 ? undefined : paragraphs(['Values:', bullets(shown.map(valueLine))]);
};

/** `"pvh"`: what it means, and for whom and since when. */
function valueLine(value: ValueDoc): string {
  const number = value.number === undefined ? '' : ` (${value.number})`;
  return `${code(value.name)}${number}: ${valueDocumentation(value)}`;
}

const asCode = (text: string): string => (text.includes('`') ? text : code(text));

/** The guest types and versions that a word is limited to, such as `pv` only; empty where it is known to all. */
export function valueLimits(value: ValueDoc): string {
  const { guestTypes } = value;
  const versions = lifetimeWords(value);
  return [
    ...(guestTypes ? [`${listed(guestTypes.map(code), 'and')} only`] : []),
    ...(versions ? [versions] : []),
  ].join('; ');
}

/** What one word means, without the word itself. Markdown, one line. */
export function valueDocumentation(value: ValueDoc): string {
  const { deprecated } = value;
  const limits = valueLimits(value);
  return [
    plain(value.summary),
    ...(limits === '' ? [] : [`(${limits})`]),
    ...(deprecated === undefined ? [] : [`Deprecated: write ${asCode(deprecated)}`]),
  ].join(' ');
}

const example = (line: string | undefined): string | undefined =>
  line === undefined ? undefined : codeBlock(line.split('\n'));

/** A parameter or flag of the disk spec; `notes` as for options. Markdown. */
export function parameterDocumentation(
  parameter: DiskParameterSchema,
  notes: readonly string[] = [],
): string {
  return paragraphs([
    `${code(parameter.name)} (${parameterForm(parameter)})`,
    plain(parameter.summary),
    ...notes,
    parameter.details,
    valueList(parameter.values),
    bullets(parameterFacts(parameter)),
    parameter.history === undefined ? undefined : `In the disk document of 2011: ${parameter.history}`,
    example(parameter.example),
  ]);
}

const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;

/** What it looks like in a spec. Plain text. */
export function parameterForm({ form, position }: DiskParameterSchema): string {
  if (form === 'flag') return 'flag';
  const ordinal = position === undefined ? undefined : ORDINALS[position - 1];
  return ordinal === undefined ? 'by name only' : `by name, or ${ordinal} without a name`;
}

function parameterFacts(parameter: DiskParameterSchema): readonly string[] {
  const { form, mandatory, condition, defaultValue, deprecatedForms } = parameter;
  const needed = mandatory ? 'yes' : condition === undefined ? 'no' : 'yes';
  return [
    ...(form === 'flag'
      ? []
      : [`Mandatory: ${condition === undefined ? needed : `${needed}, ${condition}`}`]),
    ...(defaultValue === undefined ? [] : [`Default: ${defaultValue}`]),
    ...lifetimeFacts(parameter),
    ...(deprecatedForms === undefined ? [] : [`Deprecated forms: ${deprecatedForms}`]),
  ];
}

/** A key or word of a language inside strings; `notes` as for options. Markdown. */
export function specParameterDocumentation(
  { noun }: SpecLanguage,
  parameter: ParameterSchema,
  notes: readonly string[] = [],
): string {
  const { name, form, summary, details, values, mandatory, defaultValue, deprecated } = parameter;
  const facts = [
    ...(mandatory ? ['Mandatory: yes'] : []),
    ...(defaultValue === undefined ? [] : [`Default: ${defaultValue}`]),
    ...lifetimeFacts(parameter),
    ...(deprecated === undefined ? [] : [`Deprecated: write ${asCode(deprecated)}`]),
  ];
  return paragraphs([
    `${code(name)} (${plain(noun)}: ${form === 'flag' ? 'word' : 'key'})`,
    plain(summary),
    ...notes,
    details,
    valueList(values),
    bullets(facts),
    example(parameter.example),
  ]);
}

/** A deprecated prefix. Markdown. */
export function prefixDocumentation(prefix: DiskPrefixSchema): string {
  return paragraphs([
    `${code(`${prefix.name}:`)} (deprecated prefix)`,
    plain(prefix.summary),
    prefix.details,
    bullets([`Write: ${prefix.instead}`, ...lifetimeFacts(prefix)]),
    `In the disk document of 2011: ${prefix.history}`,
  ]);
}
