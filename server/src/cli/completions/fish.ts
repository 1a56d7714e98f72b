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
import { HELP_FLAG, PROGRAM_FLAGS, valuedFlags } from './common.ts';

/** fish takes a backslash within single quotes for itself. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

const complete = (condition: string, ...words: readonly string[]): string =>
  ['complete -c xlcfg', `-n ${quoted(condition)}`, ...words].join(' ');

const offer = (completion: Completion): readonly string[] =>
  completion === 'paths' ? ['-F'] : completion.length > 0 ? [`-a ${quoted(completion.join(' '))}`] : [];

const flagLine = (condition: string, [flag, description]: readonly [string, string]): string =>
  complete(condition, `-l ${flag.slice(2)}`, `-d ${quoted(description)}`);

const optionLine = ({ name }: Command, key: string, option: OptionDefinition): string => {
  const completion = completionOf(option);
  const value =
    completion === undefined ? [] : completion === 'paths' ? ['-r', '-F'] : ['-x', ...offer(completion)];
  return complete(
    `__xlcfg_at ${name}`,
    `-l ${flagOf(key).slice(2)}`,
    ...value,
    `-d ${quoted(option.description)}`,
  );
};

const argumentLines = ({ name }: Command, argument: ArgumentDefinition, place: number): readonly string[] => {
  const offered = offer(completionOfArgument(argument));
  const condition = argument.repeated ? `__xlcfg_at ${name}` : `__xlcfg_at ${name} ${place}`;
  return offered.length > 0 ? [complete(condition, ...offered)] : [];
};

/** The script: a file in a folder of completions, or to be sourced. */
export const fishCompletion = (commands: readonly Command[]): string =>
  [
    '# Completion of xlcfg for fish, printed by: xlcfg completions fish',
    '',
    'function __xlcfg_operands',
    '    set -l is_value 0',
    '    for word in (commandline -opc)[2..-1]',
    '        if test $is_value = 1',
    '            set is_value 0',
    `        else if contains -- $word ${valuedFlags(commands).join(' ')}`,
    '            set is_value 1',
    "        else if not string match -q -- '-*' $word",
    '            echo $word',
    '        end',
    '    end',
    'end',
    '',
    '# Whether this command is being typed, and where a number is given, the argument in this place, from 0.',
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
    ...PROGRAM_FLAGS.map((flag) => flagLine('__xlcfg_at_command', flag)),
    ...commands.flatMap((command) => [
      complete('__xlcfg_at_command', `-a ${command.name}`, `-d ${quoted(command.summary)}`),
      flagLine(`__xlcfg_at ${command.name}`, HELP_FLAG),
      ...Object.entries(command.options).map(([key, option]) => optionLine(command, key, option)),
      ...command.arguments.flatMap((argument, place) => argumentLines(command, argument, place)),
    ]),
    '',
  ].join('\n');
