/** Reports on texts, without files and processes. */
import pc from 'picocolors';
import { type Checked, check } from '../../../../server/src/cli/check/check.ts';
import { analyse, type CheckedFile, createInspector } from '../../../../server/src/cli/check/inspect.ts';
import type { Failure } from '../../../../server/src/cli/common/failure.ts';
import type { Target } from '../../../../server/src/cli/common/targets.ts';
import { add, countOf, NOTHING } from '../../../../server/src/cli/report/counts.ts';
import { createJoiner, type Format, type ReportContext } from '../../../../server/src/cli/report/format.ts';
import { FORMATS, type FormatName } from '../../../../server/src/cli/report/formats.ts';
import { TEST_SETTINGS } from '../../../support/documents.ts';

/** A run in a folder of a repository. */
export const CONTEXT: ReportContext = {
  colours: pc.createColors(false),
  quiet: false,
  folder: '/repository/guests',
  root: '/repository',
  docsUrl: 'file:///docs',
};

/** A run of check, and what it told of. */
export interface CheckRun {
  readonly checked: readonly Checked[];
  readonly failures: readonly Failure[];
}

export const checkAll = async (
  format: FormatName,
  targets: readonly Target[],
  quiet = false,
): Promise<CheckRun> => {
  const checked: Checked[] = [];
  const failures: Failure[] = [];
  const jobs = targets.map((target) => ({ ...target, settings: TEST_SETTINGS }));
  const inspect = createInspector(FORMATS[format]({ ...CONTEXT, quiet }), quiet);
  for await (const file of check(jobs, inspect, { onFailure: (failed) => failures.push(failed) })) {
    checked.push(file);
  }
  return { checked, failures };
};

/** What check finds in a text, alone. */
export const checked = (path: string, content: string): CheckedFile => {
  const { text, problems } = analyse(path, content, TEST_SETTINGS);
  return { path, text, problems };
};

/** The whole report. */
export const reportOf = (
  format: Format,
  files: readonly CheckedFile[],
  { failures = [], ...context }: Partial<ReportContext> & { readonly failures?: readonly Failure[] } = {},
): string => {
  const report = format({ ...CONTEXT, ...context });
  const { next, paths } = createJoiner(report);
  const pieces = files.map((file) =>
    next({ path: file.path, texts: report.problems(file), count: countOf(file.problems) }),
  );
  const count = files.map(({ problems }) => countOf(problems)).reduce(add, NOTHING);
  return [report.begin?.() ?? '', ...pieces, report.end({ count, failures, paths })].join('');
};
