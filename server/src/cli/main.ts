/** Runs the command line, from its start to the end of the process. */
import { CommanderError } from 'commander';
import { internalErrorText } from '../internalError.ts';
import { escapeControls } from '../terminalText.ts';
import { EXIT_CODE } from './command/exitCode.ts';
import { createParser } from './command/parser.ts';
import { COMMANDS } from './commands.ts';
import { errorCode, toFailure } from './common/notice.ts';
import { isBrokenPipe } from './common/terminal.ts';

/** Prints an error that no command handles, on one line, and returns the exit code. */
const reportError = (error: unknown): number => {
  // System errors about files are handled where the files are read and written, so this one is about the output.
  const isAboutOutput = /^E[A-Z]+$/.test(errorCode(error) ?? '');
  const text = isAboutOutput
    ? `cannot write output: ${escapeControls(toFailure('', error).message)}`
    : internalErrorText(error);
  process.stderr.write(`xlcfg: ${text}\n`);
  return isAboutOutput ? EXIT_CODE.failure : EXIT_CODE.crash;
};

// Whoever writes gets the error; an event without a listener would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

process.on('uncaughtException', (error) => process.exit(reportError(error)));

// The exit code is set rather than the process ended, so that all output is written first.
createParser(COMMANDS, (code) => {
  process.exitCode = code;
})
  .parseAsync()
  .catch((error: unknown) => {
    if (isBrokenPipe(error)) return;
    process.exitCode =
      error instanceof CommanderError
        ? error.exitCode === 0
          ? EXIT_CODE.success
          : EXIT_CODE.failure
        : reportError(error);
  });
