/** Reports on texts, without files and processes. */
import { DEFAULT_SETTINGS } from '@xlcfg/shared';
import pc from 'picocolors';
import { analyse, type CheckedFile } from '../../../server/src/cli/check.ts';
import type { Failure } from '../../../server/src/cli/failure.ts';
import { addFile, NOTHING } from '../../../server/src/cli/report/count.ts';
import type { Format, ReportContext } from '../../../server/src/cli/report/report.ts';

/** A run in a folder of a repository. */
export const CONTEXT: ReportContext = {
  colours: pc.createColors(false),
  quiet: false,
  folder: '/repository/guests',
  root: '/repository',
  docsUrl: 'file:///docs',
};

/** What check finds in a text, alone. */
export const checked = (path: string, content: string): CheckedFile => {
  const { text, problems } = analyse(path, content, DEFAULT_SETTINGS);
  return { path, text, problems };
};

/** The whole report. */
export const reportOf = (
  format: Format,
  files: readonly CheckedFile[],
  { failures = [], ...context }: Partial<ReportContext> & { readonly failures?: readonly Failure[] } = {},
): string => {
  const { begin, file, end } = format({ ...CONTEXT, ...context });
  const count = files.reduce((sum, one) => addFile(sum, one.problems), NOTHING);
  return [begin?.() ?? '', ...files.map(file), end({ count, failures })].join('');
};
