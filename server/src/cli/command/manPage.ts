/** The manual page, from the definitions of the commands. Pure. */
import {
  type ArgumentDefinition,
  type Command,
  flagOf,
  type OptionDefinition,
  usageOfArgument,
} from './command.ts';
import {
  bold,
  escapeRoff,
  italic,
  PARAGRAPH,
  pageLinks,
  prose,
  section,
  TERM,
  term,
  titleLine,
} from './roff.ts';

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const argumentUsage = (argument: ArgumentDefinition): string => {
  const { name, optional, repeated } = argument;
  const usage = `${italic(name)}${repeated ? '...' : ''}`;
  return optional ? `[${usage}]` : usage;
};

const optionTerm = (key: string, option: OptionDefinition): string =>
  option.kind === 'flag' ? bold(flagOf(key)) : `${bold(flagOf(key))} ${italic(option.value)}`;

/** Sentences on an option in addition to its description. */
function optionFacts(option: OptionDefinition): readonly string[] {
  switch (option.kind) {
    case 'flag':
    case 'text':
    case 'texts':
      return [];
    case 'number':
      return [
        `Range: ${option.min} to ${option.max}.`,
        ...(option.default === undefined ? [] : [`Default: ${option.default}.`]),
      ];
    case 'choice':
      return [
        ...(option.choiceDescriptions
          ? option.choices.map((choice, index) => `${choice}: ${option.choiceDescriptions?.[index] ?? ''}`)
          : [`One of ${option.choices.join(', ')}.`]),
        ...(option.default === undefined ? [] : [`Default: ${option.default}.`]),
      ];
  }
}

const optionLines = ([key, option]: readonly [string, OptionDefinition]): readonly string[] => {
  const conflicts = (option.conflicts ?? []).map((other) => `Not together with ${flagOf(other)}.`);
  const sentences = [`${capitalized(option.description)}.`, ...optionFacts(option), ...conflicts];
  return [TERM, optionTerm(key, option), ...sentences.map(prose)];
};

const argumentLines = (argument: ArgumentDefinition): readonly string[] => {
  const { description, choices } = argument;
  const sentences = [`${capitalized(description)}.`, ...(choices ? [`One of ${choices.join(', ')}.`] : [])];
  return [TERM, italic(usageOfArgument(argument).replace(/[<>[\]]/g, '')), ...sentences.map(prose)];
};

const commandSection = (command: Command): readonly string[] => [
  `.SS ${escapeRoff(command.name)}`,
  [bold(`xlcfg ${command.name}`), '[options]', ...command.arguments.map(argumentUsage)].join(' '),
  PARAGRAPH,
  prose(command.description),
  ...(command.notes ?? []).flatMap((note) => [PARAGRAPH, prose(note)]),
  ...command.arguments.flatMap(argumentLines),
  ...Object.entries(command.options).flatMap(optionLines),
  PARAGRAPH,
  prose(
    `Exit status: ${Object.entries(command.exitCodes)
      .map(([code, meaning]) => `${code} ${meaning}`)
      .join(', ')}.`,
  ),
];

const exampleLines = (command: Command): readonly string[] =>
  command.examples.flatMap(({ call, description }) => [
    TERM,
    bold(`xlcfg ${call}`),
    `${prose(capitalized(description))}.`,
  ]);

const OTHER_PAGES = [
  'xlcfg-language-server(1)',
  'xl(1)',
  'xl.cfg(5)',
  'xl-disk-configuration(5)',
  'xl-network-configuration(5)',
];

/** The page for section 1 of the manual, in the macros of man(7). */
export const manPage = (commands: readonly Command[], version: string): string =>
  [
    '.\\" Generated from the definitions of the commands: npm run docs',
    titleLine('xlcfg', version),
    section('NAME'),
    `xlcfg \\- ${prose('check, fix, format and explain xl config files')}`,
    section('SYNOPSIS'),
    ...commands.flatMap(({ name, arguments: args }, index) => [
      ...(index > 0 ? ['.br'] : []),
      [bold(`xlcfg ${name}`), '[options]', ...args.map(argumentUsage)].join(' '),
    ]),
    section('DESCRIPTION'),
    prose(
      "xlcfg reads xl config files exactly as Xen's xl does and reports what xl would reject, ignore or warn about, without a Xen host.",
    ),
    section('COMMANDS'),
    ...commands.flatMap(commandSection),
    section('OPTIONS'),
    ...term('--help', 'Shows usage, of xlcfg or of a command.'),
    ...term('--version', 'Prints the version.'),
    section('EXIT STATUS'),
    ...term('0', 'Success.'),
    ...term('1', 'Problems were found; see each command.'),
    ...term('2', 'Wrong usage, or a file that could not be read or written.'),
    ...term('70', 'Internal error. The message says where to report it.'),
    section('ENVIRONMENT'),
    ...term('NO_COLOR', 'If set and not empty, disables colors.'),
    ...term('FORCE_COLOR', 'Enables colors even if the output is not a terminal. NO_COLOR takes precedence.'),
    section('EXAMPLES'),
    ...commands.flatMap(exampleLines),
    section('SEE ALSO'),
    pageLinks(OTHER_PAGES),
    '',
  ].join('\n');
