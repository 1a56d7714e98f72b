/** What the schema says of the parts of a string, and what their values mean in it. */
import type { XlDocument } from '../document/document.ts';
import { meaningContext, type SpecString } from '../document/specStrings.ts';
import type { SpecLanguage } from '../languages/language.ts';
import type { ParameterSchema, PrefixSchema, ValueDoc } from '../schema/types.ts';
import { bullets, code, paragraphs, plain } from '../text/markdown.ts';
import { listed } from '../text/sentences.ts';
import {
  asCode,
  example,
  lifetimeFacts,
  valueDocumentation,
  valueList,
  versionNote,
} from './documentation.ts';

/**
 * The documentation of a parameter of a language; `notes` come between the summary and the details. Markdown.
 */
export function parameterDocumentation(
  language: SpecLanguage,
  parameter: ParameterSchema,
  notes: readonly string[] = [],
): string {
  const { name, summary, details, values, history } = parameter;
  return paragraphs([
    `${code(name)} (${plain(language.noun)}: ${writtenForm(language, parameter)})`,
    plain(summary),
    ...notes,
    details,
    valueList(values),
    bullets(parameterFacts(parameter)),
    historyLine(history),
    example(parameter.example),
  ]);
}

const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;

/** How it is written in a string. Plain text. */
export function parameterForm({ form, position }: ParameterSchema): string {
  if (form === 'flag') return 'flag';
  return position === undefined ? 'key' : `key, or ${ORDINALS[position - 1]} position`;
}

function writtenForm({ notations }: SpecLanguage, parameter: ParameterSchema): string {
  const notation = parameter.position === undefined ? notations?.[parameter.name] : undefined;
  return notation ? code(notation.text) : parameterForm(parameter);
}

function parameterFacts(parameter: ParameterSchema): readonly string[] {
  const { mandatory, condition, position, defaultValue, deprecated, deprecatedForms } = parameter;
  const isNeeded = mandatory || condition !== undefined;
  return [
    ...(isNeeded ? [`Mandatory: ${['yes', ...(condition ? [condition] : [])].join(', ')}`] : []),
    ...(!isNeeded && position !== undefined ? ['Mandatory: no'] : []),
    ...(defaultValue === undefined ? [] : [`Default: ${defaultValue}`]),
    ...lifetimeFacts(parameter),
    ...(deprecated === undefined ? [] : [`Deprecated: write ${asCode(deprecated)}`]),
    ...(deprecatedForms === undefined ? [] : [`Deprecated forms: ${deprecatedForms}`]),
  ];
}

/** A deprecated prefix. Markdown. */
export const prefixDocumentation = (prefix: PrefixSchema): string =>
  paragraphs([
    `${code(`${prefix.name}:`)} (deprecated prefix)`,
    plain(prefix.summary),
    prefix.details,
    bullets([`Write: ${prefix.instead}`, ...lifetimeFacts(prefix)]),
    historyLine(prefix.history),
  ]);

/** The xl of Xen 4.1 was the first. */
export const historyLine = (history: string | undefined): string | undefined =>
  history && `In 2011 (Xen 4.1): ${history}`;

/** The documentation of a parameter, whether this version has it, and what is wrong with it here. Markdown. */
export const parameterHover = (
  { settings }: XlDocument,
  { language }: SpecString,
  parameter: ParameterSchema,
  faults: readonly string[] = [],
): string =>
  parameterDocumentation(language, parameter, [...versionNote(settings.xenVersion, parameter), ...faults]);

/** What this value means, then the parameter that it is for. Markdown. */
export const parameterValueHover = (
  doc: XlDocument,
  string: SpecString,
  parameter: ParameterSchema,
  written: string,
  faults: readonly string[],
): string =>
  paragraphs([
    `${code(written)} (${plain(parameter.name)} of the ${plain(string.language.noun)})`,
    parameterValueMeaning(doc, string, parameter, written),
    ...faults,
    '---',
    parameterHover(doc, string, parameter),
  ]);

/** The value that the text is to xl, or but for its case: whether that counts is said by the faults. */
function valueNamed({ values = [] }: ParameterSchema, written: string): ValueDoc | undefined {
  const lower = written.toLowerCase();
  return (
    values.find(({ name }) => name === written) ?? values.find(({ name }) => name.toLowerCase() === lower)
  );
}

/** What this value of the parameter means: by the schema, and in this string. Markdown; empty if nothing but itself. */
export function parameterValueMeaning(
  doc: XlDocument,
  { language, spec, setting }: SpecString,
  parameter: ParameterSchema,
  written: string,
): string {
  const value = valueNamed(parameter, written);
  const context = meaningContext(doc, setting);
  return paragraphs([
    ...(value ? [valueDocumentation(value), ...valueNotes(doc, value, parameter)] : []),
    language.meaning?.value?.(spec, parameter.name, written, context),
  ]);
}

/** Why this guest or this version does not have a value. Markdown. */
function valueNotes({ guest, settings }: XlDocument, value: ValueDoc, parameter: ParameterSchema): string[] {
  const { guestTypes } = value;
  const unfit = guestTypes && !guestTypes.includes(guest.type);
  return [
    ...(unfit
      ? [
          `**Not for this ${guest.type.toUpperCase()} guest**, only for ${listed(guestTypes.map(code), 'and')}.`,
        ]
      : []),
    ...versionNote(settings.xenVersion, value, parameter),
  ];
}
