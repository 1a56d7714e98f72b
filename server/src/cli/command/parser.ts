/** The parser of the command line and the help, from the table of commands. */
import { Argument, InvalidArgumentError, Option, Command as Parser } from 'commander';
import { version } from '../../../package.json';
import {
  type ArgumentDefinition,
  type Command,
  type NumberOption,
  type OptionDefinition,
  usageOfArgument,
  usageOfOption,
} from './command.ts';
import { type ExitCode, WrongCall } from './exitCode.ts';
import { wrap } from './wrap.ts';

/** As wide as the lists of arguments and options above it. */
const HELP_WIDTH = 80;

const argumentOf = (definition: ArgumentDefinition): Argument => {
  const argument = new Argument(usageOfArgument(definition), definition.description);
  return definition.choices ? argument.choices(definition.choices) : argument;
};

const readNumber =
  ({ min, max }: NumberOption) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It is a number from ${min} to ${max}.`);
  };

const optionOf = (key: string, option: OptionDefinition): Option => {
  const parsed = new Option(usageOfOption(key, option), option.description).conflicts([
    ...(option.conflicts ?? []),
  ]);
  switch (option.kind) {
    case 'flag':
    case 'text':
      return parsed;
    case 'choice':
      return parsed.choices(option.choices).default(option.default);
    case 'number':
      return parsed.argParser(readNumber(option)).default(option.default);
    case 'texts':
      return parsed.argParser((text, before: readonly string[] = []) => [...before, text]);
  }
};

const helpAfter = ({ notes = [], examples, exits }: Command): string => {
  const codes = Object.entries(exits).map(([code, meaning]) => `${code} ${meaning}`);
  return [
    '',
    ...notes.flatMap((note) => [wrap(note, HELP_WIDTH), '']),
    'Examples:',
    ...examples.flatMap(({ call, does }) => [`  xlcfg ${call}`, `      ${does}`]),
    '',
    wrap(`Exit code: ${codes.join(', ')}.`, HELP_WIDTH),
  ].join('\n');
};

/**
 * The program of these commands. Throws CommanderError instead of ending the process.
 *
 * @param end gets the exit code of a command that has run
 */
export const createProgram = (commands: readonly Command[], end: (code: ExitCode) => void): Parser => {
  const program = new Parser('xlcfg')
    .description("Checks, fixes and explains guest configuration files of Xen's xl.")
    .version(version)
    .showHelpAfterError('(xlcfg --help tells more)')
    .exitOverride();
  for (const command of commands) {
    const parser = program.command(command.name).summary(command.summary).description(command.description);
    for (const argument of command.arguments) parser.addArgument(argumentOf(argument));
    for (const [key, option] of Object.entries(command.options)) parser.addOption(optionOf(key, option));
    parser.addHelpText('after', helpAfter(command));
    parser.action(async () => {
      try {
        end(await command.run({ args: parser.args, opts: () => parser.opts() }));
      } catch (error) {
        if (error instanceof WrongCall) parser.error(`error: ${error.message}`);
        throw error;
      }
    });
  }
  return program;
};
