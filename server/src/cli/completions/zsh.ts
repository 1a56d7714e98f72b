/** Completion for zsh. */
import {
  type ArgumentDefinition,
  type Command,
  type Completion,
  completionOf,
  completionOfArgument,
  flagOf,
  type OptionDefinition,
} from '../command/command.ts';
import { HELP_FLAG, PROGRAM_FLAGS, quoted } from './common.ts';

/** Text within a specification of _arguments, where these signs have a meaning. */
const inSpec = (text: string): string => text.replace(/[\\:[\]]/g, '\\$&');

const action = (completion: Completion): string =>
  completion === 'paths' ? '_files' : `(${completion.map(inSpec).join(' ')})`;

const optionSpec = (command: Command, key: string, option: OptionDefinition): string => {
  const completion = completionOf(option);
  const flag = flagOf(key);
  const others = Object.entries(command.options).flatMap(([other, { conflicts = [] }]) =>
    conflicts.includes(key) ? [flagOf(other)] : [],
  );
  const excluded = [...(option.conflicts ?? []).map(flagOf), ...others];
  const before = option.kind === 'texts' ? '*' : excluded.length > 0 ? `(${excluded.join(' ')})` : '';
  const value = completion && option.kind !== 'flag' ? `:${inSpec(option.value)}:${action(completion)}` : '';
  return quoted(`${before}${flag}${value === '' ? '' : '='}[${inSpec(option.description)}]${value}`);
};

const argumentSpec = (argument: ArgumentDefinition, index: number): string => {
  const { name, optional, repeated } = argument;
  const place = repeated ? '*:' : `${index + 1}:${optional ? ':' : ''}`;
  return quoted(`${place}${inSpec(name)}:${action(completionOfArgument(argument))}`);
};

const flagSpec = ([flag, description]: readonly [string, string]): string =>
  quoted(`(- *)${flag}[${inSpec(description)}]`);

const commandCase = (command: Command): readonly string[] => [
  `    ${command.name})`,
  '      _arguments -s \\',
  ...[
    flagSpec(HELP_FLAG),
    ...Object.entries(command.options).map(([key, option]) => optionSpec(command, key, option)),
    ...command.arguments.map(argumentSpec),
  ].map((spec, index, all) => `        ${spec}${index < all.length - 1 ? ' \\' : ''}`),
  '      ;;',
];

/** The script: a file named `_xlcfg` in the search path of the functions, or to be sourced. */
export const zshCompletion = (commands: readonly Command[]): string =>
  [
    '#compdef xlcfg',
    '# Completion of xlcfg for zsh, printed by: xlcfg completions zsh',
    '',
    '_xlcfg() {',
    '  local context state state_descr line',
    '  typeset -A opt_args',
    '  local -a commands=(',
    ...commands.map(({ name, summary }) => `    ${quoted(`${name}:${inSpec(summary)}`)}`),
    '  )',
    '',
    '  _arguments -C \\',
    ...PROGRAM_FLAGS.map((flag) => `    ${flagSpec(flag)} \\`),
    "    '1:command:->command' \\",
    "    '*::argument:->argument'",
    '',
    '  if [[ $state == command ]]; then',
    "    _describe -t commands 'command' commands",
    '    return',
    '  fi',
    '  case $line[1] in',
    ...commands.flatMap(commandCase),
    '  esac',
    '}',
    '',
    'if [[ $funcstack[1] == _xlcfg ]]; then _xlcfg "$@"; else compdef _xlcfg xlcfg; fi',
    '',
  ].join('\n');
