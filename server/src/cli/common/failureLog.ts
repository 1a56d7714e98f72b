/** What went wrong with single files during a command, which goes on with the others. */
import { EXIT_CODE, type ExitCode } from '../command/exitCode.ts';
import type { Failure } from './notice.ts';
import { printNotice } from './terminal.ts';

export interface FailureLog {
  /** Prints a failure, and keeps it. */
  readonly add: (failure: Failure) => void;
  readonly all: () => readonly Failure[];
  /**
   * The exit code of the command.
   *
   * @param otherwise the exit code where nothing went wrong
   */
  readonly exitCode: (otherwise: ExitCode) => ExitCode;
}

export const createFailureLog = (): FailureLog => {
  const failures: Failure[] = [];
  return {
    add: (failure) => {
      failures.push(failure);
      printNotice(failure);
    },
    all: () => failures,
    exitCode: (otherwise) => {
      if (failures.length === 0) return otherwise;
      return failures.some(({ isCrash }) => isCrash) ? EXIT_CODE.crash : EXIT_CODE.failure;
    },
  };
};
