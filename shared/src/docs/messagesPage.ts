/** The reference page on the messages of xl: what each means, and the rules that find its cause. */

import { ALL_RULES } from '../allRules.ts';
import { XL_MESSAGES } from '../messages/index.ts';
import type { KnownMessage, Program } from '../messages/message.ts';
import { FILE_KINDS } from '../schema/kinds/index.ts';
import { code, plain } from '../text/markdown.ts';
import { page, table } from './markdown.ts';

const PROGRAMS: Readonly<Record<Program, string>> = {
  libxlutil: 'the library that reads the syntax of files and strings',
  xl: 'the command that reads the options',
  libxl: 'the library that creates the domain',
};

/** What it means: its own words, or the summaries of its rules. */
const meaningOf = ({ means, option, rules = [] }: KnownMessage): string => {
  const known = ALL_RULES.filter((rule) => rules.includes(rule.code));
  const about = option !== undefined && FILE_KINDS.guest.optionByName.has(option) ? `${code(option)}: ` : '';
  return about + (means ?? known.map(({ summary }) => plain(summary)).join(' '));
};

const rowOf = (message: KnownMessage): readonly string[] => [
  code(message.text),
  meaningOf(message),
  (message.rules ?? []).map((rule) => `[${rule}](rules.md#${rule})`).join(', '),
];

const section = ([program, summary]: readonly [string, string]): readonly string[] => {
  const messages = XL_MESSAGES.filter((message) => message.program === program);
  const causes = messages.filter(({ isConsequence }) => !isConsequence);
  const others = messages.filter(({ isConsequence }) => isConsequence);
  return [
    `## ${program}`,
    `What ${program} prints, ${summary}.`,
    table(['Message', 'What it means', 'Rules'], causes.map(rowOf)),
    ...(others.length > 0
      ? [
          'These only follow from a message before them:',
          table(
            ['Message', 'What it means'],
            others.map(({ text, means = '' }) => [code(text), means]),
          ),
        ]
      : []),
  ];
};

export const messagesPage = (): string =>
  page(
    '# Messages of xl',
    'What xl and its libraries print because of a config file, in Xen 4.14 to 4.20: what it means, and the rules that find ' +
      'the cause in the file. `xlcfg explain MESSAGE` prints the same on the command line, with or without the prefix. A word ' +
      'in braces is a placeholder for text that varies.',
    ...Object.entries(PROGRAMS).flatMap(section),
  );
