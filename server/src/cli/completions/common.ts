/** What the completion scripts of all shells need. Pure. */
import { type Command, completionOf, flagOf } from '../command/command.ts';

/** A text as one single-quoted word of bash or zsh. */
export const quote = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`;

/** The options of all commands that are followed by a value. No option has a value in one command and none in another. */
export const optionsWithValue = (commands: readonly Command[]): readonly string[] => [
  ...new Set(
    commands.flatMap(({ options }) =>
      Object.entries(options).flatMap(([key, option]) => (completionOf(option) ? [flagOf(key)] : [])),
    ),
  ),
];

/** An option that the parser of the command line adds, and no command defines. */
export interface ProgramOption {
  readonly flag: string;
  readonly description: string;
}

/** An option of the program and of every command. */
export const HELP_OPTION: ProgramOption = { flag: '--help', description: 'display help' };

/** The options of the program without a command. */
export const PROGRAM_OPTIONS: readonly ProgramOption[] = [
  HELP_OPTION,
  { flag: '--version', description: 'output the version number' },
];
