/** The generated tables in the README of the extension. Pure. */
import { listSettings } from '@xlcfg/shared/src/settings.ts';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');

const code = (text: string): string => `\`${text}\``;

const commandTable = (commands: readonly Command[]): string =>
  table(
    ['Command', 'Id'],
    commands.map(({ command, title, category }) => [`${category}: ${title}`, code(command)]),
  );

const settingTable = (): string =>
  table(
    ['Setting', 'Meaning', 'Default'],
    listSettings().map(([name, schema]) => [
      code(`xlcfg.${name}`),
      schema.description.replaceAll('|', '\\|'),
      code(JSON.stringify(schema.default)),
    ]),
  );

/** The text with `content` between the comments that name the part. */
const replacePart = (text: string, name: string, content: string): string =>
  text.replace(
    new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*(<!-- end of ${name} -->)`),
    (_, start: string, end: string) => `${start}\n${content}\n${end}`,
  );

/** The README, with the commands and settings that there are now. */
export const withTables = (readme: string, commands: readonly Command[]): string =>
  replacePart(replacePart(readme, 'commands', commandTable(commands)), 'settings', settingTable());
