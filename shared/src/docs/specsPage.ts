/** The reference page on the small languages inside strings: one section each. */

import { SPEC_LANGUAGES } from '../languages/index.ts';
import type { SpecLanguage, SpecShape } from '../languages/language.ts';
import { sourcesText } from '../prose/sources.ts';
import type { ParameterSchema } from '../schema/types.ts';
import { code } from '../text/markdown.ts';
import { capitalized } from '../text/sentences.ts';
import { lifetimeText, page, table, valueTable } from './markdown.ts';

/** Without those whose words are told with the option. */
const LANGUAGES = SPEC_LANGUAGES.filter(
  ({ parameters, page: ownPage }) => parameters.length > 0 && ownPage === undefined,
);

/** How the strings stand in the value. */
const SHAPES: Readonly<Record<SpecShape, string>> = {
  text: 'The value is one string.',
  items: 'The value is a list of strings.',
  textOrItems: 'The value is a string, or a list of them.',
  groups: 'The value is a list of lists of strings; those of one inner list belong together.',
};

/** The table of values, or where it has been shown before. */
function valuesText(parameter: ParameterSchema, all: readonly ParameterSchema[]): string | undefined {
  const first = all.find(({ values }) => values === parameter.values);
  return parameter.values && first && first !== parameter
    ? `The values are those of ${code(first.name)}.`
    : valueTable(parameter.values);
}

/** The sources that all parameters have; undefined where they differ. */
function commonSource([first, ...others]: readonly ParameterSchema[]): string | undefined {
  const source = first?.source;
  return others.every((other) => other.source === source) ? source : undefined;
}

/** No heading: the same names come in many languages, and links lead to the section of the language. */
const parameterText = (parameter: ParameterSchema, all: readonly ParameterSchema[]): string => {
  const { name, form, mandatory, defaultValue, deprecated, example, source } = parameter;
  const facts = [
    form === 'flag' ? 'word' : 'key',
    mandatory ? 'mandatory' : '',
    defaultValue ? `default: ${defaultValue}` : '',
    lifetimeText(parameter),
    deprecated ? `deprecated: write ${deprecated}` : '',
  ].filter((fact) => fact !== '');
  return page(
    `**${code(name)}** *(${facts.join('; ')})*`,
    parameter.summary,
    parameter.details,
    valuesText(parameter, all),
    example ? `\`\`\`\n${example}\n\`\`\`` : undefined,
    commonSource(all) === undefined ? sourcesText(source) : undefined,
  ).trimEnd();
};

const sameAs = ({ options: [name = ''] }: SpecLanguage): string =>
  `What may stand in it: see [${name}](#${name}).`;

const section = (language: SpecLanguage): string => {
  const { options, noun, shape, separator, parameters } = language;
  const [first = '', ...others] = options;
  const source = commonSource(parameters);
  const twin = LANGUAGES.slice(0, LANGUAGES.indexOf(language)).find((one) => one.parameters === parameters);
  return page(
    `### ${first}`,
    [
      `${capitalized(noun)}.`,
      ...(others.length > 0 ? [`So is ${others.map(code).join(', ')}.`] : []),
      SHAPES[shape],
      separator === '' ? 'Each string is one value.' : `Parts have ${code(separator)} between them.`,
    ].join(' '),
    source === undefined ? undefined : sourcesText(source),
    ...(twin ? [sameAs(twin)] : parameters.map((parameter) => parameterText(parameter, parameters))),
  ).trimEnd();
};

export const specsPage = (): string =>
  page(
    '# Strings of options',
    'What may stand in the strings of options that describe devices and resources; disks have their own page, ' +
      '[Disks](disks.md). Generated from the schema: `npm run docs`.',
    table(
      ['Option', 'One string is'],
      LANGUAGES.map(({ options: [name = ''], noun }) => [`[${name}](#${name})`, noun]),
    ),
    '## Options',
    ...LANGUAGES.map(section),
  );
