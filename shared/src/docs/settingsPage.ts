/** The reference page on the settings. */
import { type AnySettingSchema, listSettings } from '../settings.ts';
import { code, page, table } from './markdown.ts';

const inJson = (value: unknown): string => code(JSON.stringify(value));

function valuesOf(schema: AnySettingSchema): string {
  switch (schema.kind) {
    case 'flag':
      return `${inJson(true)} or ${inJson(false)}`;
    case 'choice':
      return schema.choices.map(inJson).join(', ');
    case 'number':
      return `a whole number from ${schema.min} to ${schema.max}`;
    case 'texts':
      return 'a list of texts';
    case 'rules':
      return 'an object: codes of rules, each with its severity';
  }
}

/** What each choice means, where there is something to say. */
function choicesOf(schema: AnySettingSchema): string | undefined {
  if (schema.kind !== 'choice' || !schema.choiceDescriptions) return undefined;
  const { choices, choiceDescriptions } = schema;
  return choices.map((choice, at) => `- ${inJson(choice)}: ${choiceDescriptions[at]}`).join('\n');
}

const section = ([name, schema]: readonly [string, AnySettingSchema]): string =>
  page(
    `### ${name}`,
    schema.description,
    choicesOf(schema),
    `Values: ${valuesOf(schema)}. Default: ${inJson(schema.default)}.`,
  ).trimEnd();

export const settingsPage = (): string =>
  page(
    '# Settings',
    'What can be chosen, in the section `xlcfg` of an editor: in VS Code `xlcfg.format.quotes`, in others ' +
      '`{ "xlcfg": { "format": { "quotes": "double" } } }`. Generated from the settings themselves: `npm run docs`.',
    table(
      ['Setting', 'Default', 'Meaning'],
      listSettings().map(([name, schema]) => [
        `[${name}](#${name.replace(/\./g, '').toLowerCase()})`,
        inJson(schema.default),
        schema.description,
      ]),
    ),
    ...listSettings().map(section),
  );
