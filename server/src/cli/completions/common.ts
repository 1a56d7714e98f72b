/** What the completions of all shells need. Pure. */
import { type Command, completionOf, flagOf } from '../command/command.ts';

/** A text as one word of the shell; a quote ends it, stands for itself, and begins it again. */
export const quoted = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`;

/** The options that are followed by a value, of all commands: none is a flag in one and has a value in another. */
export const valuedFlags = (commands: readonly Command[]): readonly string[] => [
  ...new Set(
    commands.flatMap(({ options }) =>
      Object.entries(options).flatMap(([key, option]) => (completionOf(option) ? [flagOf(key)] : [])),
    ),
  ),
];

/** Options that the program has beside its commands, with what they do. */
export const PROGRAM_FLAGS: readonly (readonly [string, string])[] = [
  ['--help', 'display help'],
  ['--version', 'output the version number'],
];

/** The option of every command beside its own. */
export const HELP_FLAG = ['--help', 'display help'] as const;
