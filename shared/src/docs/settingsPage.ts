/** The reference page on the settings. */

import { type AnySettingSchema, listSettings } from '../settings.ts';
import { code } from '../text/markdown.ts';
import { page, table } from './markdown.ts';

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

const FILE_EXAMPLE = `{
  // The xl on the hosts.
  "xenVersion": "4.17",
  "architecture": "x86",
  "rules": { "xend-option": "off", "duplicate-setting": "hint" },
  "format": { "quotes": "double" },
  "ignore": ["old/", "*.example.cfg"]
}`;

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
    '## In a file beside the guests',
    'Settings that are those of the guests, and not of a person, stand in a file `.xlcfg.json`. The command line and the ' +
      'editor read it, so that both say the same. It counts for the guests in its folder and below; of several on the ' +
      "way up from a guest's folder the nearest counts, alone. The way ends in the home folder, or at the root.",
    `\`\`\`jsonc\n${FILE_EXAMPLE}\n\`\`\``,
    'What the file sets counts more than the settings of the editor, of which nobody can tell whether they were chosen ' +
      'or are defaults; rules that it does not name are as the editor has them. On the command line options count more ' +
      'than the file. Comments, and commas at the ends of lists, are allowed. What cannot be used is told with its line, ' +
      'and the rest of the file is used; the command line then exits with 2.',
    'It has the settings below but `folders`: such a file may come from a stranger, and does not say which other folders ' +
      'are read. Beside them:',
    table(
      ['Name', 'Meaning'],
      [
        [
          '`ignore`',
          'Files that are left alone: patterns as in a `.gitignore`, from the folder of the file on.',
        ],
        [
          '`$schema`',
          'For editors that do not know the file: where [its JSON Schema](xlcfg.schema.json) is.',
        ],
      ],
    ),
    'A file `.xlcfgignore` says the same in lines of its own, as a `.gitignore` does; of several on the way up the ' +
      'nearest that names a guest decides. Files that are left alone are not checked, not fixed and not formatted, also ' +
      'where they are named on the command line, and show no problems in the editor. A pattern has `**` three times at ' +
      'most, and counts for files up to 64 folders deep.',
    'The editor does not read these files through links, and takes up changes of them at once if it watches files; else ' +
      'when a guest is closed and opened again.',
    '## All settings',
    ...listSettings().map(section),
  );
