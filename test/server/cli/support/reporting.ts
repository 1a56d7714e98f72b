/** Reports on texts, without files and processes. */
import { DEFAULT_SETTINGS } from '@xlcfg/shared';
import picocolors from 'picocolors';
import { check } from '../../../../server/src/cli/check/check.ts';
import { analyze } from '../../../../server/src/cli/common/content.ts';
import { createHost } from '../../../../server/src/cli/common/host.ts';
import type { Failure } from '../../../../server/src/cli/common/notice.ts';
import { findTargets } from '../../../../server/src/cli/common/targets.ts';
import { addCounts, countFindings, NO_FINDINGS } from '../../../../server/src/cli/report/counts.ts';
import { type FileReport, type Finding, toFileReport } from '../../../../server/src/cli/report/fileReport.ts';
import type { ReportContext, ReportFormat } from '../../../../server/src/cli/report/format.ts';

export const NO_COLORS = picocolors.createColors(false);

/** A run in a folder of a repository. */
export const CONTEXT: ReportContext = {
  colors: NO_COLORS,
  quiet: false,
  verbose: false,
  workingFolder: '/repository/guests',
  repositoryRoot: '/repository',
  docsUrl: 'file:///docs',
};

const ORIGINS = { xenVersion: 'default', architecture: 'default' } as const;

/** The reports on files and folders, with default settings. All of them must be readable. */
export const checkPaths = async (paths: readonly string[], errorsOnly = false) => {
  const { targets } = await findTargets(paths);
  const jobs = targets.map((target) => ({ ...target, settings: DEFAULT_SETTINGS, origins: ORIGINS }));
  const { files, ...result } = await check(jobs, {
    errorsOnly,
    host: createHost().view,
    onFailure: ({ path, message }) => {
      throw new Error(`${path}: ${message}`);
    },
  });
  return { ...result, files: [...files] };
};

/** The report on a text that is checked by itself. */
export const reportOn = (path: string, text: string): FileReport => {
  const { problems } = analyze(path, { text, encoding: 'utf8', kind: null }, DEFAULT_SETTINGS);
  return toFileReport({ path, text, problems });
};

/** The report on a text with one finding, the first one of the text, some of whose properties are replaced. */
export const reportWith = (path: string, text: string, replaced: Partial<Finding>): FileReport => {
  const report = reportOn(path, text);
  const [finding] = report.findings;
  if (!finding) throw new Error('nothing was found');
  return { ...report, findings: [{ ...finding, ...replaced }] };
};

/** The whole report in a format. */
export const written = (
  { write }: ReportFormat,
  files: readonly FileReport[],
  { failures = [], ...context }: Partial<ReportContext> & { readonly failures?: readonly Failure[] } = {},
): string => {
  const counts = files.map(({ findings }) => countFindings(findings)).reduce(addCounts, NO_FINDINGS);
  const report = { files, skippedCount: 0, fileCount: files.length, counts, failures };
  return [...write(report, { ...CONTEXT, ...context })].join('');
};
