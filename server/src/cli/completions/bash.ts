/** Completion for bash 4 and newer. */
import {
  type Command,
  type Completion,
  completionOf,
  completionOfArgument,
  flagOf,
} from '../command/command.ts';
import { HELP_OPTION, optionsWithValue, PROGRAM_OPTIONS, quote } from './common.ts';

const wordList = (words: readonly string[]): string => quote(words.join(' '));

/** The command that offers candidates. */
const offerCommand = (completion: Completion): string =>
  completion === 'paths' ? 'compopt -o default' : `_xlcfg_offer ${wordList(completion)}`;

/** What is offered after the options that have a value. */
const valueCases = (command: Command): readonly string[] =>
  Object.entries(command.options).flatMap(([key, option]) => {
    const completion = completionOf(option);
    return completion ? [`    '${command.name} ${flagOf(key)}') ${offerCommand(completion)}; return ;;`] : [];
  });

const optionNamesOf = (command: Command): readonly string[] => [
  ...Object.keys(command.options).map(flagOf),
  HELP_OPTION.flag,
];

/** What is offered for each argument. The last one may be repeated. */
const argumentCases = (command: Command): readonly string[] =>
  command.arguments.map((argument, index) => {
    const pattern = argument.repeated ? `'${command.name} '*` : `'${command.name} ${index}'`;
    return `    ${pattern}) ${offerCommand(completionOfArgument(argument))} ;;`;
  });

/** A script to be sourced. */
export const bashScript = (commands: readonly Command[]): string =>
  [
    '# Completion of xlcfg for bash, printed by: xlcfg completions bash',
    '',
    '_xlcfg_offer() {',
    '  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")',
    '}',
    '',
    '_xlcfg() {',
    `  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command='' index=0 is_value='' i`,
    '  COMPREPLY=()',
    '  # Bash splits --option=value at the equals sign.',
    `  if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi`,
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    `    if [[ $is_value && \${COMP_WORDS[i]} != = ]]; then is_value=''; continue; fi`,
    `    case \${COMP_WORDS[i]} in`,
    `      ${['=', ...optionsWithValue(commands)].join(' | ')}) is_value=1 ;;`,
    '      -*) ;;',
    `      *) if [[ $command ]]; then index=$((index + 1)); else command=\${COMP_WORDS[i]}; fi ;;`,
    '    esac',
    '  done',
    '',
    '  case "$command $prev" in',
    ...commands.flatMap(valueCases),
    '  esac',
    '',
    '  if [[ $cur == -* ]]; then',
    '    case $command in',
    `      '') _xlcfg_offer ${wordList(PROGRAM_OPTIONS.map(({ flag }) => flag))} ;;`,
    ...commands.map(
      (command) => `      ${command.name}) _xlcfg_offer ${wordList(optionNamesOf(command))} ;;`,
    ),
    '    esac',
    '    return',
    '  fi',
    '',
    '  case "$command $index" in',
    `    ' 0') _xlcfg_offer ${wordList(commands.map(({ name }) => name))} ;;`,
    ...commands.flatMap(argumentCases),
    '  esac',
    '}',
    '',
    'complete -F _xlcfg xlcfg',
    '',
  ].join('\n');
