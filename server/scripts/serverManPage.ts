/** The manual page of the language server, from the table of its flags. Pure. */
import { bold, escapeRoff, italic, pageLinks, prose, section, titleLine } from '../src/cli/command/roff.ts';
import { type Flag, OTHER_FLAGS, PURPOSE, TRANSPORT_FLAGS } from '../src/node/arguments.ts';

const NAME = 'xlcfg-language-server';

const written = ({ flag, value }: Flag): string =>
  value === undefined ? bold(flag) : `${bold(`${flag}=`)}${italic(value)}`;

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const flagLines = (flag: Flag): readonly string[] => [
  '.TP',
  written(flag),
  `${prose(capitalized(flag.description))}.`,
];

/** The page for section 1 of the manual, in the macros of man(7). */
export const serverManPage = (version: string): string =>
  [
    '.\\" Generated from the flags of the server: npm run docs',
    titleLine(NAME, version),
    section('NAME'),
    `${escapeRoff(NAME)} \\- ${prose('language server for xl config files')}`,
    section('SYNOPSIS'),
    ...TRANSPORT_FLAGS.flatMap((flag, index) => [
      ...(index > 0 ? ['.br'] : []),
      `${bold(NAME)} ${written(flag)}`,
    ]),
    section('DESCRIPTION'),
    prose(`${PURPOSE} Editors start it and select the transport with a flag.`),
    section('OPTIONS'),
    ...[...TRANSPORT_FLAGS, ...OTHER_FLAGS].flatMap(flagLines),
    section('EXIT STATUS'),
    ...[
      ['0', 'The editor shut the server down.'],
      ['1', 'The editor disappeared without shutting the server down.'],
      ['2', 'Wrong usage, or Node.js is too old.'],
    ].flatMap(([code = '', meaning = '']) => ['.TP', bold(code), prose(meaning)]),
    section('SEE ALSO'),
    pageLinks(['xlcfg(1)', 'xl.cfg(5)']),
    '',
  ].join('\n');
