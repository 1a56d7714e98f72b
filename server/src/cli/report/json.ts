/** The report for programs. Pure. */
import type { Problem } from '@xlcfg/shared';
import type { CheckedFile } from '../check/inspect.ts';
import type { Format } from './format.ts';
import { rangeOf, relatedPlace } from './paths.ts';

/** What the report says of one problem. */
const entry = (file: CheckedFile, { span, severity, code, message, related }: Problem): object => ({
  range: rangeOf(file.text, span),
  severity,
  code,
  message,
  ...(related && {
    related: related.map((one) => ({ ...relatedPlace(file, one), message: one.message })),
  }),
});

/** JSON allows these as they are, a terminal may take them as commands. */
const escapeControls = (json: string): string =>
  json.replace(/[\x7f-\x9f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** JSON without line ends in which no terminal finds commands. */
export const toJson = (value: unknown): string => escapeControls(JSON.stringify(value));

/**
 * One object on one line. Positions are those of the language server protocol: zero-based lines, and UTF-16 code units
 * in the line.
 */
export const jsonFormat: Format = () => ({
  begin: () => '{"files":[',
  problems: (file) => file.problems.map((problem) => toJson(entry(file, problem))),
  file: ({ path, texts }) => `{"path":${toJson(path)},"diagnostics":[${texts.join(',')}]}`,
  separator: ',',
  end: ({ count: { files, errors, warnings } }) => `],"summary":${toJson({ files, errors, warnings })}}\n`,
});
