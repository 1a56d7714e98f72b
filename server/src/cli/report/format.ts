/** What a format of the report is. */

import type { CheckedFile } from '../check/inspect.ts';
import type { Failure } from '../common/failure.ts';
import type { Count } from './counts.ts';
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
  /** Of all files that were checked, in order. */
  readonly paths: readonly string[];
}

/** What is said of a file that was checked. */
export interface FilePart {
  /** As given on the command line. */
  readonly path: string;
  /** Among all that were checked, from zero. */
  readonly number: number;
  /** What is said of its problems, one text each, in the order of the problems. */
  readonly texts: readonly string[];
  /** Of those problems. */
  readonly count: Count;
}

/** A report in pieces, which can be made in any order. */
export interface Report {
  readonly begin?: () => string;
  /** What is said of each problem of a file. Problems of other rules, in the same file, make no difference. */
  readonly problems: (file: CheckedFile) => readonly string[];
  /** Puts together what is said of a file; may be nothing. */
  readonly file: (part: FilePart) => string;
  /** Stands between what is said of two files. */
  readonly separator?: string;
  readonly end: (outcome: Outcome) => string;
}

/** A report that has not begun. */
export type Format = (context: ReportContext) => Report;

/** The parts of a report in their order, as they stand in it. */
export interface Joiner {
  /** What is written for the next file that was checked. */
  readonly next: (file: Omit<FilePart, 'number'>) => string;
  /** Of the files until now. */
  readonly paths: readonly string[];
}

export const createJoiner = ({ file, separator = '' }: Report): Joiner => {
  const paths: string[] = [];
  let between = '';
  return {
    paths,
    next: (part) => {
      const text = file({ ...part, number: paths.push(part.path) - 1 });
      if (text === '') return '';
      const before = between;
      between = separator;
      return before + text;
    },
  };
};
