/** The command line, from its start to the end of the process. */
import { CommanderError } from 'commander';
import { EXIT } from './command/exitCode.ts';
import { createProgram } from './command/parser.ts';
import { COMMANDS } from './commands.ts';
import { errorCode, failure } from './common/failure.ts';
import { isBrokenPipe } from './common/output.ts';

// The failing write tells `print`; without a listener the event would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// The exit code is left for the end of the process, so that all output gets out before it.
createProgram(COMMANDS, (code) => {
  process.exitCode = code;
})
  .parseAsync()
  .catch((error: unknown) => {
    if (isBrokenPipe(error)) return;
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.trouble;
      return;
    }
    // The system's errors are about what is printed: those about files are told where they are read and written.
    const told = /^E[A-Z]+$/.test(errorCode(error) ?? '')
      ? `the output cannot be written: ${failure('', error).message}`
      : error instanceof Error
        ? (error.stack ?? error.message)
        : error;
    process.stderr.write(`xlcfg: ${told}\n`);
    process.exitCode = EXIT.trouble;
  });
