/** Completion for fish 3 and newer. */
import {
  type ArgumentDefinition,
  type Command,
  type Completion,
  completionOf,
  completionOfArgument,
  flagOf,
  type OptionDefinition,
} from '../command/command.ts';
import { HELP_OPTION, optionsWithValue, PROGRAM_OPTIONS, type ProgramOption } from './common.ts';

/** A text as one single-quoted word of fish, in which a backslash escapes. */
const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

const complete = (condition: string, ...words: readonly string[]): string =>
  ['complete -c xlcfg', `-n ${quote(condition)}`, ...words].join(' ');

/** The arguments of `complete` that offer candidates. */
const candidates = (completion: Completion): readonly string[] =>
  completion === 'paths' ? ['-F'] : completion.length > 0 ? [`-a ${quote(completion.join(' '))}`] : [];

const programOptionLine = (condition: string, { flag, description }: ProgramOption): string =>
  complete(condition, `-l ${flag.slice(2)}`, `-d ${quote(description)}`);

const optionLine = ({ name }: Command, key: string, option: OptionDefinition): string => {
  const completion = completionOf(option);
  const value =
    completion === undefined ? [] : completion === 'paths' ? ['-r', '-F'] : ['-x', ...candidates(completion)];
  return complete(
    `__xlcfg_at ${name}`,
    `-l ${flagOf(key).slice(2)}`,
    ...value,
    `-d ${quote(option.description)}`,
  );
};

const argumentLines = ({ name }: Command, argument: ArgumentDefinition, index: number): readonly string[] => {
  const offered = candidates(completionOfArgument(argument));
  const condition = argument.repeated ? `__xlcfg_at ${name}` : `__xlcfg_at ${name} ${index}`;
  return offered.length > 0 ? [complete(condition, ...offered)] : [];
};

/** A script for the folder of completions, or to be sourced. */
export const fishScript = (commands: readonly Command[]): string =>
  [
    '# Completion of xlcfg for fish, printed by: xlcfg completions fish',
    '',
    'function __xlcfg_operands',
    '    set -l is_value 0',
    '    for word in (commandline -opc)[2..-1]',
    '        if test $is_value = 1',
    '            set is_value 0',
    `        else if contains -- $word ${optionsWithValue(commands).join(' ')}`,
    '            set is_value 1',
    "        else if not string match -q -- '-*' $word",
    '            echo $word',
    '        end',
    '    end',
    'end',
    '',
    '# Whether an argument of this command is being typed; with a number, whether it is that argument, from 0.',
    'function __xlcfg_at',
    '    set -l operands (__xlcfg_operands)',
    '    test "$operands[1]" = "$argv[1]"; or return 1',
    '    set -q argv[2]; or return 0',
    '    test (count $operands) -eq (math $argv[2] + 1)',
    'end',
    '',
    'function __xlcfg_at_command',
    '    test (count (__xlcfg_operands)) -eq 0',
    'end',
    '',
    'complete -c xlcfg -f',
    ...PROGRAM_OPTIONS.map((option) => programOptionLine('__xlcfg_at_command', option)),
    ...commands.flatMap((command) => [
      complete('__xlcfg_at_command', `-a ${command.name}`, `-d ${quote(command.summary)}`),
      programOptionLine(`__xlcfg_at ${command.name}`, HELP_OPTION),
      ...Object.entries(command.options).map(([key, option]) => optionLine(command, key, option)),
      ...command.arguments.flatMap((argument, index) => argumentLines(command, argument, index)),
    ]),
    '',
  ].join('\n');
