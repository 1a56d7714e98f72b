/** The report for programs. Pure. */
import type { CheckedFile } from '../check.ts';
import { rangeOf, relatedPlace } from './places.ts';
import type { Format } from './report.ts';

/** What the report says of one file. */
export const fileEntry = (file: CheckedFile): object => ({
  path: file.path,
  diagnostics: file.problems.map(({ span, severity, code, message, related }) => ({
    range: rangeOf(file.text, span),
    severity,
    code,
    message,
    ...(related && {
      related: related.map((one) => ({ ...relatedPlace(file, one), message: one.message })),
    }),
  })),
});

/** JSON allows these as they are, a terminal may take them as commands. */
const escapeControls = (json: string): string =>
  json.replace(/[\x7f-\x9f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** JSON without line ends in which no terminal finds commands. */
export const toJson = (value: unknown): string => escapeControls(JSON.stringify(value));

/** What stands between the items of a list that is written one by one. */
export const separators = (): (() => string) => {
  let any = false;
  return () => {
    const separator = any ? ',' : '';
    any = true;
    return separator;
  };
};

/**
 * One object on one line. Positions are those of the language server protocol: zero-based lines, and UTF-16 code units
 * in the line.
 */
export const jsonFormat: Format = () => {
  const separator = separators();
  return {
    begin: () => '{"files":[',
    file: (file) => separator() + toJson(fileEntry(file)),
    end: ({ count: { files, errors, warnings } }) => `],"summary":${toJson({ files, errors, warnings })}}\n`,
  };
};
