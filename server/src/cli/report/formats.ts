/** The formats of the report, by the names they are asked for by. */

import type { Format } from './format.ts';
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
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

/** What each is for, as it stands in the help. */
export const FORMAT_DESCRIPTIONS: Readonly<Record<FormatName, string>> = {
  text: 'for people',
  json: 'for programs',
  sarif: 'SARIF 2.1.0, for code scanning',
  github: 'annotations of GitHub Actions',
  junit: "JUnit's XML, for CI servers",
};
