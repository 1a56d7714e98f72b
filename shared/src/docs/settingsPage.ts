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
    'All settings, in the section `xlcfg` of an editor: in VS Code `xlcfg.format.quotes`, in others ' +
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
    'Settings that belong to the guests rather than to a user go into a file `.xlcfg.json`. The command line and the ' +
      'editor both read it, so they report the same. It applies to the guests in its folder and below. Of several files ' +
      "on the way up from a guest's folder, only the nearest applies. The search ends in the home folder, or at the root.",
    `\`\`\`jsonc\n${FILE_EXAMPLE}\n\`\`\``,
    'The file takes precedence over the settings of the editor; rules that it does not name keep the severity set in ' +
      'the editor. Options on the command line take precedence over the file. Comments and trailing commas are allowed. ' +
      'An invalid entry is reported with its line, and the rest of the file is used; the command line then exits with 2.',
    'It accepts the settings below except `folders`: the file may come from a stranger, who must not choose which other ' +
      'folders are read. It also accepts:',
    table(
      ['Name', 'Meaning'],
      [
        ['`ignore`', 'Files to ignore: patterns as in a `.gitignore`, relative to the folder of the file.'],
        [
          '`$schema`',
          'For editors that do not know the file: where [its JSON Schema](xlcfg.schema.json) is.',
        ],
      ],
    ),
    'A file `.xlcfgignore` lists the same patterns, one a line, as a `.gitignore` does. Of several on the way up, the ' +
      'nearest one that names a guest decides. Ignored files are not checked, fixed or formatted, even where they are ' +
      'named on the command line, and show no problems in the editor. A pattern may have `**` up to three times, and ' +
      'matches files up to 64 folders deep.',
    'The editor does not follow links to these files. It applies changes to them at once if it watches files, otherwise ' +
      'when a guest is closed and opened again.',
    '## All settings',
    ...listSettings().map(section),
  );
