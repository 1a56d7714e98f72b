/** One run of `xlcfg check`: files are checked, then the report is printed. */
import type { SettingValues } from '../../settings/settingValues.ts';
import { WEB_DOCS_URL } from '../../webDocsUrl.ts';
import { EXIT_CODE, type ExitCode } from '../command/exitCode.ts';
import { createFailureLog } from '../common/failureLog.ts';
import { type CliHost, createHost, type HostOptions } from '../common/host.ts';
import { findJobs } from '../common/jobs.ts';
import { pluralize } from '../common/pluralize.ts';
import type { TargetOptions } from '../common/targets.ts';
import { colorsFor, printNotice, printPieces } from '../common/terminal.ts';
import type { HostReport, ReportContext } from '../report/format.ts';
import { FORMATS, type FormatName } from '../report/formats.ts';
import { check } from './check.ts';
import { platformLines } from './platformLines.ts';
import { createProgress } from './progress.ts';

/** The arguments and options of `xlcfg check`. */
export interface CheckCall {
  readonly paths: readonly string[];
  /** The settings of the command line. */
  readonly overrides: SettingValues;
  readonly format: FormatName;
  /** Whether only errors are reported. */
  readonly quiet: boolean;
  /** Whether skipped files are named, and where the Xen version of the others comes from. */
  readonly verbose: boolean;
  readonly maxWarnings: number;
  readonly targetOptions: TargetOptions;
  readonly host: HostOptions;
}

const NO_XEN = 'this host does not run Xen; its files and devices are looked up all the same';

const reportOnHost = async ({ root, xen }: CliHost): Promise<HostReport> => ({ root, ...(await xen()) });

const reportContext = ({ quiet, verbose }: Pick<CheckCall, 'quiet' | 'verbose'>): ReportContext => {
  const workingFolder = process.cwd();
  return {
    colors: colorsFor(process.stdout),
    quiet,
    verbose,
    workingFolder,
    // Set in a workflow of GitHub Actions, where paths in annotations begin in the folder of the repository.
    repositoryRoot: process.env.GITHUB_WORKSPACE || workingFolder,
    docsUrl: WEB_DOCS_URL,
  };
};

/**
 * Checks the files and prints the report.
 *
 * @param onFolder called with each folder before it is searched
 */
export const runCheck = async (
  { paths, overrides, format, quiet, verbose, maxWarnings, targetOptions, ...call }: CheckCall,
  onFolder?: (folder: string) => void,
): Promise<ExitCode> => {
  const failures = createFailureLog();
  const host = createHost(call.host);
  const jobs = await findJobs(paths, overrides, failures, { ...targetOptions, onFolder, host });
  const hostReport = jobs.some(({ settings }) => settings.host) ? await reportOnHost(host) : undefined;
  if (hostReport && !hostReport.isXen) printNotice({ path: host.root, message: NO_XEN });
  const skipped = new Set<string>();
  const progress = createProgress('checking');
  const { found, reported, ...checked } = await check(jobs, {
    errorsOnly: quiet,
    host: host.view,
    onNotice: (notice) => {
      progress.clear();
      printNotice(notice);
    },
    onFailure: (failure) => {
      progress.clear();
      failures.add(failure);
    },
    onSkipped: verbose
      ? (path) => {
          progress.clear();
          skipped.add(path);
          printNotice({ path, message: 'skipped: not an xl config file' });
        }
      : undefined,
    onProgress: progress.report,
  });
  progress.clear();
  if (verbose) process.stderr.write(platformLines(jobs.filter(({ path }) => !skipped.has(path))).join(''));

  const report = {
    ...checked,
    counts: reported,
    failures: failures.all(),
    ...(hostReport && { host: hostReport }),
  };
  await printPieces(FORMATS[format].write(report, reportContext({ quiet, verbose })));
  const { errors, warnings } = found;
  const isOverLimit = warnings > maxWarnings;
  if (isOverLimit) {
    process.stderr.write(`xlcfg: ${pluralize(warnings, 'warning')}, but at most ${maxWarnings} allowed\n`);
  }
  return failures.exitCode(errors > 0 || isOverLimit ? EXIT_CODE.findings : EXIT_CODE.success);
};
