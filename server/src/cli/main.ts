/** Runs the command line, from its start to the end of the process. */
import { CommanderError } from 'commander';
import { EXIT_CODE } from './command/exitCode.ts';
import { createParser } from './command/parser.ts';
import { COMMANDS } from './commands.ts';
import { errorCode, toFailure } from './common/notice.ts';
import { isBrokenPipe } from './common/terminal.ts';

/** The text that is printed for an error that no command handles. */
const errorText = (error: unknown): string => {
  // System errors about files are handled where the files are read and written, so this one is about the output.
  if (/^E[A-Z]+$/.test(errorCode(error) ?? '')) {
    return `the output cannot be written: ${toFailure('', error).message}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

// Whoever writes gets the error; an event without a listener would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// The exit code is set rather than the process ended, so that all output is written first.
createParser(COMMANDS, (code) => {
  process.exitCode = code;
})
  .parseAsync()
  .catch((error: unknown) => {
    if (isBrokenPipe(error)) return;
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT_CODE.success : EXIT_CODE.failure;
      return;
    }
    process.stderr.write(`xlcfg: ${errorText(error)}\n`);
    process.exitCode = EXIT_CODE.failure;
  });
