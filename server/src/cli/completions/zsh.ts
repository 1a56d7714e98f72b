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
import { HELP_OPTION, PROGRAM_OPTIONS, type ProgramOption, quote } from './common.ts';

/** Text in a specification of `_arguments`, in which these characters have a meaning. */
const escapeSpec = (text: string): string => text.replace(/[\\:[\]]/g, '\\$&');

const action = (completion: Completion): string =>
  completion === 'paths' ? '_files' : `(${completion.map(escapeSpec).join(' ')})`;

const optionSpec = (command: Command, key: string, option: OptionDefinition): string => {
  const completion = completionOf(option);
  const flag = flagOf(key);
  const conflictingWithIt = Object.entries(command.options).flatMap(([other, { conflicts = [] }]) =>
    conflicts.includes(key) ? [flagOf(other)] : [],
  );
  const excluded = [...(option.conflicts ?? []).map(flagOf), ...conflictingWithIt];
  const prefix = option.kind === 'texts' ? '*' : excluded.length > 0 ? `(${excluded.join(' ')})` : '';
  const value =
    completion && option.kind !== 'flag' ? `:${escapeSpec(option.value)}:${action(completion)}` : '';
  return quote(`${prefix}${flag}${value === '' ? '' : '='}[${escapeSpec(option.description)}]${value}`);
};

const argumentSpec = (argument: ArgumentDefinition, index: number): string => {
  const { name, optional, repeated } = argument;
  const position = repeated ? '*:' : `${index + 1}:${optional ? ':' : ''}`;
  return quote(`${position}${escapeSpec(name)}:${action(completionOfArgument(argument))}`);
};

const programOptionSpec = ({ flag, description }: ProgramOption): string =>
  quote(`(- *)${flag}[${escapeSpec(description)}]`);

const commandCase = (command: Command): readonly string[] => [
  `    ${command.name})`,
  '      _arguments -s \\',
  ...[
    programOptionSpec(HELP_OPTION),
    ...Object.entries(command.options).map(([key, option]) => optionSpec(command, key, option)),
    ...command.arguments.map(argumentSpec),
  ].map((spec, index, all) => `        ${spec}${index < all.length - 1 ? ' \\' : ''}`),
  '      ;;',
];

/** A script for a file named `_xlcfg` in the search path of the functions, or to be sourced. */
export const zshScript = (commands: readonly Command[]): string =>
  [
    '#compdef xlcfg',
    '# Completion of xlcfg for zsh, printed by: xlcfg completions zsh',
    '',
    '_xlcfg() {',
    '  local context state state_descr line',
    '  typeset -A opt_args',
    '  local -a commands=(',
    ...commands.map(({ name, summary }) => `    ${quote(`${name}:${escapeSpec(summary)}`)}`),
    '  )',
    '',
    '  _arguments -C \\',
    ...PROGRAM_OPTIONS.map((option) => `    ${programOptionSpec(option)} \\`),
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
