/** One run of `xlcfg check`: files are checked, and reported one after the other. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CheckedFile, check, type Job } from './check.ts';
import type { Failure } from './failure.ts';
import { colours, print } from './output.ts';
import { createProgress } from './progress.ts';
import { addFile, type Count, NOTHING } from './report/count.ts';
import type { Format, ReportContext } from './report/report.ts';

export interface RunOptions {
  readonly format: Format;
  /** Only errors are reported. */
  readonly quiet: boolean;
}

export interface RunEvents {
  /** A file cannot be read. */
  readonly onFailure: (failure: Failure) => void;
  /** All that could not be read or used until now. */
  readonly failures: () => readonly Failure[];
}

/** Output is written in pieces of so many characters: a write for each file costs more than checking it. */
const PIECE = 32 * 1024;

const context = (quiet: boolean): ReportContext => {
  const folder = process.cwd();
  return {
    colours: colours(),
    quiet,
    folder,
    // Where a workflow of GitHub runs, paths begin in the folder of the repository.
    root: process.env.GITHUB_WORKSPACE || folder,
    docsUrl: pathToFileURL(path.join(__dirname, '..', 'docs')).href,
  };
};

const onlyErrors = (file: CheckedFile): CheckedFile => ({
  ...file,
  problems: file.problems.filter(({ severity }) => severity === 'error'),
});

/**
 * Checks the files and prints the report.
 *
 * @returns the number of all problems, also of those that are not reported
 */
export const runCheck = async (
  jobs: readonly Job[],
  { format, quiet }: RunOptions,
  { onFailure, failures }: RunEvents,
): Promise<Count> => {
  const report = format(context(quiet));
  const progress = createProgress('checking');
  let waiting = report.begin?.() ?? '';
  let all = NOTHING;
  let reported = NOTHING;
  const flush = async (): Promise<void> => {
    progress.clear();
    const piece = waiting;
    waiting = '';
    if (piece !== '') await print(piece);
  };
  const events = {
    onProgress: progress.report,
    onFailure: (failed: Failure): void => {
      progress.clear();
      onFailure(failed);
    },
  };
  try {
    for await (const checked of check(jobs, events)) {
      const file = quiet ? onlyErrors(checked) : checked;
      all = addFile(all, checked.problems);
      reported = addFile(reported, file.problems);
      waiting += report.file(file);
      // A person reads along.
      if (waiting.length > PIECE || (process.stdout.isTTY && waiting !== '')) await flush();
    }
  } finally {
    progress.clear();
  }
  waiting += report.end({ count: reported, failures: failures() });
  await flush();
  return all;
};
