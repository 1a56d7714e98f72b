/** What a format of the report is. */
import type { CheckedFile } from '../check.ts';
import type { Failure } from '../failure.ts';
import type { Count } from './count.ts';
import type { Colours } from './text.ts';

/** Where the report is made. */
export interface ReportContext {
  readonly colours: Colours;
  /** Nothing is told where nothing was found. */
  readonly quiet: boolean;
  /** The folder that relative paths begin in. */
  readonly folder: string;
  /** The folder of the repository, which paths in reports for other programs begin in. */
  readonly root: string;
  /** URL of the folder of the reference pages. */
  readonly docsUrl: string;
}

/** What is known when all files are checked. */
export interface Outcome {
  readonly count: Count;
  /** What could not be read. */
  readonly failures: readonly Failure[];
}

/** A report, piece by piece, so that none of it needs to be kept. */
export interface Report {
  readonly begin?: () => string;
  readonly file: (file: CheckedFile) => string;
  readonly end: (outcome: Outcome) => string;
}

/** A report that has not begun. */
export type Format = (context: ReportContext) => Report;
