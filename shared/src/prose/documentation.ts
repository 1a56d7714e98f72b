/** What the schema says, as Markdown: for hovers, and for completion items once they are resolved. */

import type { FileKindName } from '../schema/kinds/index.ts';
import { ARCHITECTURE_NAMES } from '../schema/platform.ts';
import {
  GUEST_TYPES,
  type NumberRange,
  type OptionKind,
  type OptionSchema,
  type ValueDoc,
} from '../schema/types.ts';
import { existsIn, type Lifetime, type XenVersion } from '../schema/xenVersions.ts';
import { bullets, code, codeBlock, paragraphs, plain } from '../text/markdown.ts';
import { capitalized, listed } from '../text/sentences.ts';
import { OPTION_EFFECTS } from './faults.ts';

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
  const { guestTypes, architecture, refusedFor, range, otherValues, values, deprecated, defaultValue } =
    option;
  const everyType = guestTypes.length === GUEST_TYPES.length;
  const guests = everyType ? 'Guests: all' : `Guests: ${listed(guestTypes.map(code), 'and')} only`;
  return [
    ...(option.mandatory ? ['Mandatory.'] : []),
    ...(defaultValue === undefined ? [] : [`Default: ${defaultValue}`]),
    ...(range ?? []).map(rangeFact),
    ...(values && otherValues ? [`Other values: ${OPTION_EFFECTS[otherValues]}.`] : []),
    ...(file === 'guest' ? [guests] : []),
    ...(architecture ? [`Hosts: ${ARCHITECTURE_NAMES[architecture]} only`] : []),
    ...(refusedFor
      ? [`Rejected for ${listed(refusedFor.guestTypes.map(code), 'and')}${inBrackets(refusedFor)}.`]
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
  return `Values ${[...from, ...to].join(' ')}${inBrackets(range)}; outside: ${OPTION_EFFECTS[outside]}.`;
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

export function lifetimeFacts(lifetime: Partial<Lifetime>): readonly string[] {
  const words = lifetimeWords(lifetime);
  return words === '' ? [] : [capitalized(words)];
}

export const valueList = (values: readonly ValueDoc[] | undefined): string | undefined => {
  const shown = values?.filter((value) => !value.internal) ?? [];
  return shown.length === 0 ? undefined : paragraphs(['Values:', bullets(shown.map(valueLine))]);
};

/** `"pvh"`: what it means, and for whom and since when. */
function valueLine(value: ValueDoc): string {
  const number = value.number === undefined ? '' : ` (${value.number})`;
  return `${code(value.name)}${number}: ${valueDocumentation(value)}`;
}

export const asCode = (text: string): string => (text.includes('`') ? text : code(text));

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

export const example = (line: string | undefined): string | undefined =>
  line === undefined ? undefined : codeBlock(line.split('\n'));
