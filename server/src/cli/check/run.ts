/** One run of `xlcfg check`: files are checked, and reported one after the other. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Failure } from '../common/failure.ts';
import { colours, printIfRead } from '../common/output.ts';
import { add, type Count, NOTHING } from '../report/counts.ts';
import { createJoiner, type ReportContext } from '../report/format.ts';
import { FORMATS, type FormatName } from '../report/formats.ts';
import { check } from './check.ts';
import { createInspector, type Job } from './inspect.ts';
import { createProgress } from './progress.ts';

export interface RunOptions {
  readonly format: FormatName;
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

const contextOf = (quiet: boolean): ReportContext => {
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
  const report = FORMATS[format](contextOf(quiet));
  const { next, paths } = createJoiner(report);
  const progress = createProgress('checking');
  let waiting = report.begin?.() ?? '';
  let all = NOTHING;
  let reported = NOTHING;
  const flush = async (): Promise<void> => {
    progress.clear();
    const piece = waiting;
    waiting = '';
    if (piece !== '') await printIfRead(piece);
  };
  const events = {
    onProgress: progress.report,
    onFailure: (failed: Failure): void => {
      progress.clear();
      onFailure(failed);
    },
  };
  try {
    for await (const file of check(jobs, createInspector(report, quiet), events)) {
      all = add(all, file.found);
      reported = add(reported, file.reported);
      waiting += next({ path: file.path, texts: file.texts, count: file.reported });
      // A person reads along.
      if (waiting.length > PIECE || (process.stdout.isTTY && waiting !== '')) await flush();
    }
  } finally {
    progress.clear();
  }
  waiting += report.end({ count: reported, failures: failures(), paths });
  await flush();
  return all;
};
