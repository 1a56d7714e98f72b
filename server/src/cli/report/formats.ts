/** The formats of the report, by the names they are asked for by. */
import picocolors from 'picocolors';
import { githubFormat } from './github.ts';
import { jsonFormat } from './json.ts';
import { junitFormat } from './junit.ts';
import type { Format, Report, ReportContext } from './report.ts';
import { sarifFormat } from './sarif.ts';
import { textFormat } from './text.ts';

export const FORMATS = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
  junit: junitFormat,
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

/** What a report is to be, as plain data. */
export interface ReportSetup extends Omit<ReportContext, 'colours'> {
  readonly format: FormatName;
  readonly coloured: boolean;
}

export const createReport = ({ format, coloured, ...context }: ReportSetup): Report =>
  FORMATS[format]({ ...context, colours: picocolors.createColors(coloured) });

/** What each is for, as it stands in the help. */
export const FORMAT_DESCRIPTIONS: Readonly<Record<FormatName, string>> = {
  text: 'for people',
  json: 'for programs',
  sarif: 'SARIF 2.1.0, for code scanning',
  github: 'annotations of GitHub Actions',
  junit: "JUnit's XML, for CI servers",
};
