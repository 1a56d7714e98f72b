/**
 * The output formats of `check`, by the names that `--format` accepts. This table is the only list of them: the
 * validation of the option, its help, the manual page and the shell completions follow from it.
 */
import type { ReportFormat } from './format.ts';
import { githubFormat } from './github.ts';
import { jsonFormat } from './json.ts';
import { junitFormat } from './junit.ts';
import { sarifFormat } from './sarif.ts';
import { textFormat } from './text.ts';

export const FORMATS = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
  junit: junitFormat,
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type FormatName = keyof typeof FORMATS;

/** In the order of the help. */
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
