/** What `fix` and `format` have in common: the files are written, named, shown as a diff, or filtered. */
import { statSync } from 'node:fs';
import type { SettingValues } from '../../settings/settingValues.ts';
import { isActedOn } from '../../terminalText.ts';
import type { OptionDefinitions, OptionValues } from '../command/command.ts';
import { EXIT_CODE, type ExitCode, UsageError } from '../command/exitCode.ts';
import { createFailureLog } from '../common/failureLog.ts';
import { findJobs } from '../common/jobs.ts';
import { toFailure } from '../common/notice.ts';
import { MAX_SIZE_OPTION, ONLY_GUESTS_OPTION } from '../common/options.ts';
import { displayPath, STDIN_PATH } from '../common/paths.ts';
import { pluralize } from '../common/pluralize.ts';
import { listenForSignals } from '../common/signals.ts';
import { MEGABYTE } from '../common/targets.ts';
import { isTerminalOrFile, printIfRead, printNotice, safeForOutput } from '../common/terminal.ts';
import { restoreInterrupted } from './overwriteFile.ts';
import { type Rewriter, type RewrittenFile, rewriteFiles } from './rewrite.ts';

export const REWRITE_OPTIONS = {
  check: {
    kind: 'flag',
    conflicts: ['diff'],
    description: 'do not write; exit with 1 if a file would change',
  },
  diff: { kind: 'flag', description: 'do not write; print a unified diff for patch -p0' },
  maxSize: MAX_SIZE_OPTION,
  onlyGuests: ONLY_GUESTS_OPTION,
} as const satisfies OptionDefinitions;

export const REWRITE_EXIT_CODES = {
  0: 'done',
  1: 'a file would change (--check only)',
  2: 'wrong usage, or a file that cannot be read or written',
} as const;

export const REWRITE_NOTE =
  'Files are written in place and keep their owner, mode, ACLs, attributes and links. If a run is interrupted, the ' +
  'next one restores the file. Standard input is written to standard output.';

/** The verb for what happens to a file. */
export interface Verb {
  readonly infinitive: string;
  readonly pastParticiple: string;
}

/** What is done with the files that change. */
interface Mode {
  /** Also the files that do not change. */
  readonly includesUnchanged?: true;
  /** Called before a file is read. Returns what the user should know about it; throws where it must not be changed. */
  readonly prepare?: (path: string) => string | undefined;
  /** Throws where the file is not reported. */
  readonly apply?: (file: RewrittenFile) => void;
  readonly output: (file: RewrittenFile, verb: Verb) => string | Uint8Array;
  /** The end of the summary. Absent: the output is for programs, and there is no summary. */
  readonly summary?: (verb: Verb) => string;
  /** @param changed the number of files */
  readonly exitCode: (changed: number) => ExitCode;
}

/** A pipe or device would block, or keep nothing of what is written. */
const prepareToWrite = (path: string): string | undefined => {
  if (!statSync(path).isFile()) throw new Error('is not a regular file');
  return restoreInterrupted(path);
};

const WRITE: Mode = {
  prepare: prepareToWrite,
  apply: (file) => file.write(),
  output: ({ path }, { pastParticiple }) => `${pastParticiple} ${displayPath(path)}\n`,
  summary: ({ pastParticiple }) => pastParticiple,
  exitCode: () => EXIT_CODE.success,
};

const FILTER: Mode = {
  includesUnchanged: true,
  output: (file) => file.content(),
  exitCode: () => EXIT_CODE.success,
};

const CHECK: Mode = {
  output: ({ path }, { infinitive }) => `would ${infinitive} ${displayPath(path)}\n`,
  summary: ({ pastParticiple }) => `would be ${pastParticiple}`,
  exitCode: (changed) => (changed > 0 ? EXIT_CODE.findings : EXIT_CODE.success),
};

/**
 * A diff cannot be escaped, as it would no longer be one. A file may have it as it is, and a terminal gets it escaped;
 * a pipe may lead to the log of a pipeline.
 */
const assertHarmless = (diff: Buffer): void => {
  if (isTerminalOrFile(process.stdout) || !isActedOn(diff.toString())) return;
  throw new Error(
    'the diff contains text that a terminal or CI server would run as a command; redirect it to a file (> FILE)',
  );
};

const DIFF: Mode = {
  apply: (file) => assertHarmless(file.diff()),
  output: (file) => safeForOutput(file.diff()),
  exitCode: () => EXIT_CODE.success,
};

const modeFor = (paths: readonly string[], { check, diff }: OptionValues<typeof REWRITE_OPTIONS>): Mode => {
  if (diff) return DIFF;
  if (check) return CHECK;
  if (!paths.includes(STDIN_PATH)) return WRITE;
  if (paths.some((path) => path !== STDIN_PATH)) {
    throw new UsageError('standard input cannot be combined with files');
  }
  return FILTER;
};

/**
 * Runs a command that changes files.
 *
 * @param overrides the settings of the command line
 */
export const runRewrite = async (
  paths: readonly string[],
  options: OptionValues<typeof REWRITE_OPTIONS>,
  overrides: SettingValues,
  rewriter: Rewriter,
  verb: Verb,
): Promise<ExitCode> => {
  const mode = modeFor(paths, options);
  const failures = createFailureLog();
  const jobs = await findJobs(paths, overrides, failures, {
    guestsOnly: options.onlyGuests,
    maxSize: options.maxSize * MEGABYTE,
  });
  let files = 0;
  let changed = 0;
  let signal: NodeJS.Signals | undefined;
  // A file is finished before a signal ends the process.
  const endBySignals = mode.prepare
    ? listenForSignals((received) => {
        signal ??= received;
      })
    : () => {};
  const beforeRead = (path: string): void => {
    const message = mode.prepare?.(path);
    if (message !== undefined) printNotice({ path, message });
  };
  for await (const file of rewriteFiles(jobs, rewriter, { beforeRead, onFailure: failures.add })) {
    if (signal) break;
    files += 1;
    if (!file.isChanged && !mode.includesUnchanged) continue;
    try {
      mode.apply?.(file);
    } catch (error) {
      failures.add(toFailure(file.path, error));
      continue;
    }
    changed += 1;
    await printIfRead(mode.output(file, verb));
  }
  if (mode.summary) {
    await printIfRead(`${changed} of ${pluralize(files, 'file')} ${mode.summary(verb)}\n`);
  }
  endBySignals();
  if (signal) process.kill(process.pid, signal);
  return failures.exitCode(mode.exitCode(changed));
};
