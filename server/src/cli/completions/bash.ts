/** Completion for bash 4 and newer. */
import {
  type Command,
  type Completion,
  completionOf,
  completionOfArgument,
  flagOf,
} from '../command/command.ts';
import { HELP_FLAG, PROGRAM_FLAGS, quoted, valuedFlags } from './common.ts';

const words = (list: readonly string[]): string => quoted(list.join(' '));

/** The lines that offer something. */
const offer = (completion: Completion): string =>
  completion === 'paths' ? 'compopt -o default' : `_xlcfg_offer ${words(completion)}`;

/** The words behind the options of a command that have a value. */
const valueCases = (command: Command): readonly string[] =>
  Object.entries(command.options).flatMap(([key, option]) => {
    const completion = completionOf(option);
    return completion ? [`    '${command.name} ${flagOf(key)}') ${offer(completion)}; return ;;`] : [];
  });

const flagsOf = (command: Command): readonly string[] => [
  ...Object.keys(command.options).map(flagOf),
  HELP_FLAG[0],
];

/** The words in the places of the arguments; the last one may have any number. */
const argumentCases = (command: Command): readonly string[] =>
  command.arguments.map((argument, place) => {
    const pattern = argument.repeated ? `'${command.name} '*` : `'${command.name} ${place}'`;
    return `    ${pattern}) ${offer(completionOfArgument(argument))} ;;`;
  });

/** The script, to be sourced. */
export const bashCompletion = (commands: readonly Command[]): string =>
  [
    '# Completion of xlcfg for bash, printed by: xlcfg completions bash',
    '',
    '_xlcfg_offer() {',
    '  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")',
    '}',
    '',
    '_xlcfg() {',
    `  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command='' place=0 is_value='' i`,
    '  COMPREPLY=()',
    '  # The shell takes --option=value apart at the sign.',
    `  if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi`,
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    `    if [[ $is_value && \${COMP_WORDS[i]} != = ]]; then is_value=''; continue; fi`,
    `    case \${COMP_WORDS[i]} in`,
    `      ${['=', ...valuedFlags(commands)].join(' | ')}) is_value=1 ;;`,
    '      -*) ;;',
    `      *) if [[ $command ]]; then place=$((place + 1)); else command=\${COMP_WORDS[i]}; fi ;;`,
    '    esac',
    '  done',
    '',
    '  case "$command $prev" in',
    ...commands.flatMap(valueCases),
    '  esac',
    '',
    '  if [[ $cur == -* ]]; then',
    '    case $command in',
    `      '') _xlcfg_offer ${words(PROGRAM_FLAGS.map(([flag]) => flag))} ;;`,
    ...commands.map((command) => `      ${command.name}) _xlcfg_offer ${words(flagsOf(command))} ;;`),
    '    esac',
    '    return',
    '  fi',
    '',
    '  case "$command $place" in',
    `    ' 0') _xlcfg_offer ${words(commands.map(({ name }) => name))} ;;`,
    ...commands.flatMap(argumentCases),
    '  esac',
    '}',
    '',
    'complete -F _xlcfg xlcfg',
    '',
  ].join('\n');
