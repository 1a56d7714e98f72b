/** The reference page on the small languages inside strings: one section each. */
import type { ParameterSchema } from '../schema/types.ts';
import { SPEC_LANGUAGES } from '../specs/languages.ts';
import type { SpecLanguage, SpecShape } from '../specs/spec.ts';
import { code, lifetime, page, table, valueTable } from './markdown.ts';

/** How the strings stand in the value. */
const SHAPES: Readonly<Record<SpecShape, string>> = {
  text: 'The value is one string.',
  items: 'The value is a list of strings.',
  textOrItems: 'The value is a string, or a list of them.',
  groups: 'The value is a list of lists of strings; those of one inner list belong together.',
};

/** No heading: the same names come in many languages, and links lead to the section of the language. */
const parameterText = (parameter: ParameterSchema): string => {
  const { name, form, mandatory, defaultValue, deprecated, example } = parameter;
  const facts = [
    form === 'flag' ? 'word' : 'key',
    mandatory ? 'mandatory' : '',
    defaultValue ? `default: ${defaultValue}` : '',
    lifetime(parameter),
    deprecated ? `deprecated: write ${deprecated}` : '',
  ].filter((fact) => fact !== '');
  return page(
    `**${code(name)}** *(${facts.join('; ')})*`,
    parameter.summary,
    parameter.details,
    valueTable(parameter.values),
    example ? `\`\`\`\n${example}\n\`\`\`` : undefined,
  ).trimEnd();
};

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const section = ({ options, noun, shape, separator, parameters }: SpecLanguage): string => {
  const [first = '', ...others] = options;
  return page(
    `### ${first}`,
    [
      `${capitalized(noun)}.`,
      ...(others.length > 0 ? [`So is ${others.map(code).join(', ')}.`] : []),
      SHAPES[shape],
      separator === '' ? 'Each string is one value.' : `Parts have ${code(separator)} between them.`,
    ].join(' '),
    ...parameters.map(parameterText),
  ).trimEnd();
};

export const specsPage = (): string =>
  page(
    '# Strings of options',
    'What may stand in the strings of options that describe devices and resources; disks have a page of their own, ' +
      '[Disks](disks.md). Generated from the schema: `npm run docs`.',
    table(
      ['Option', 'One string is'],
      SPEC_LANGUAGES.map(({ options: [name = ''], noun }) => [`[${name}](#${name})`, noun]),
    ),
    '## Options',
    ...SPEC_LANGUAGES.map(section),
  );
