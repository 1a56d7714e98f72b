/** What an output format is: a pure function of the whole report. */

import type { XenHost } from '@xlcfg/shared';
import type { Colors } from '../../terminalText.ts';
import type { Failure } from '../common/notice.ts';
import type { Counts } from './counts.ts';
import type { FileReport } from './fileReport.ts';

/** The host that the files were checked against. */
export interface HostReport extends XenHost {
  /** The folder that takes the place of `/`. */
  readonly root: string;
}

/** The outcome of a run of `check`. */
export interface Report {
  /** All checked files, in the order of the command line. */
  readonly files: Iterable<FileReport>;
  readonly fileCount: number;
  /** The number of files that were passed over, since they do not look like a guest. */
  readonly skippedCount: number;
  /** Of the findings in all these files. */
  readonly counts: Counts;
  /** Files and folders that could not be read, and mistakes in project configurations. */
  readonly failures: readonly Failure[];
  /** Absent: none. */
  readonly host?: HostReport;
}

/** The environment of a report. */
export interface ReportContext {
  readonly colors: Colors;
  /** Whether the summary is omitted where there are no errors. */
  readonly quiet: boolean;
  /** Whether skipped files have been named. */
  readonly verbose: boolean;
  /** The absolute path of the folder in which relative paths begin. */
  readonly workingFolder: string;
  /** The absolute path of the folder in which paths begin that other programs read: that of the repository. */
  readonly repositoryRoot: string;
  /** The URL of the folder with the reference pages. */
  readonly docsUrl: string;
}

export interface ReportFormat {
  /** Its purpose, as a phrase in the help. */
  readonly description: string;
  /** The text of the report, piece by piece: reports of large folders need not be in memory as a whole. */
  readonly write: (report: Report, context: ReportContext) => Iterable<string>;
}
