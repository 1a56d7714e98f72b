/** The parser of the command line and its help, from the definitions of the commands. */
import { Argument, InvalidArgumentError, Option, Command as Parser } from 'commander';
import { version } from '../../../package.json';
import { escapeLines } from '../../terminalText.ts';
import {
  type ArgumentDefinition,
  type Command,
  type NumberOption,
  type OptionDefinition,
  usageOfArgument,
  usageOfOption,
} from './command.ts';
import { type ExitCode, UsageError } from './exitCode.ts';
import { wrap } from './wrap.ts';

/** In columns: the width of the lists of arguments and options above the text. */
const HELP_WIDTH = 80;

const toArgument = (definition: ArgumentDefinition): Argument => {
  const argument = new Argument(usageOfArgument(definition), definition.description);
  return definition.choices ? argument.choices(definition.choices) : argument;
};

const numberParser =
  ({ min, max }: NumberOption) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`Expected a number from ${min} to ${max}.`);
  };

const toOption = (key: string, option: OptionDefinition): Option => {
  const result = new Option(usageOfOption(key, option), option.description).conflicts([
    ...(option.conflicts ?? []),
  ]);
  // To Commander `--no-host` says `host: false`; here each option has its own key.
  result.negate = false;
  switch (option.kind) {
    case 'flag':
    case 'text':
      return result;
    case 'choice':
      return result.choices(option.choices).default(option.default);
    case 'number':
      return result.argParser(numberParser(option)).default(option.default);
    case 'texts':
      return result.argParser((text, previous: readonly string[] = []) => [...previous, text]);
  }
};

const helpText = ({ notes = [], examples, exitCodes }: Command): string => {
  const codes = Object.entries(exitCodes).map(([code, meaning]) => `${code} ${meaning}`);
  return [
    '',
    ...notes.flatMap((note) => [wrap(note, HELP_WIDTH), '']),
    'Examples:',
    ...examples.flatMap(({ call, description }) => [`  xlcfg ${call}`, `      ${description}`]),
    '',
    wrap(`Exit code: ${codes.join(', ')}.`, HELP_WIDTH),
  ].join('\n');
};

/**
 * Returns a parser that runs these commands. It throws CommanderError instead of ending the process.
 *
 * @param onExit called with the exit code of a command that has run
 */
export const createParser = (commands: readonly Command[], onExit: (code: ExitCode) => void): Parser => {
  const program = new Parser('xlcfg')
    .description("Checks, fixes and explains config files for Xen's xl.")
    .version(version)
    .configureOutput({ writeErr: (text) => process.stderr.write(escapeLines(text)) })
    .showHelpAfterError('(see xlcfg --help)')
    .exitOverride();
  for (const command of commands) {
    const parser = program.command(command.name).summary(command.summary).description(command.description);
    for (const argument of command.arguments) parser.addArgument(toArgument(argument));
    for (const [key, option] of Object.entries(command.options)) parser.addOption(toOption(key, option));
    parser.addHelpText('after', helpText(command));
    parser.action(async () => {
      try {
        onExit(await command.run({ args: parser.args, opts: () => parser.opts() }));
      } catch (error) {
        if (error instanceof UsageError) parser.error(`error: ${error.message}`);
        throw error;
      }
    });
  }
  return program;
};
