/** The report for programs. Pure. */
import type { FileReport, Finding } from './fileReport.ts';
import type { ReportFormat } from './format.ts';

/** JSON permits these characters as they are, but a terminal may act on them. */
const escapeControls = (json: string): string =>
  json.replace(/[\x7f-\x9f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** JSON on one line, on which no terminal acts. */
export const toJson = (value: unknown): string => escapeControls(JSON.stringify(value));

/** The properties of a finding that are part of the format, which is documented and stays as it is. */
const findingJson = ({ range, severity, code, message, related }: Finding): object => ({
  range,
  severity,
  code,
  message,
  ...(related.length > 0 && { related }),
});

const fileJson = ({ path, findings }: FileReport): object => ({
  path,
  diagnostics: findings.map(findingJson),
});

/** One object on one line. Ranges are those of the language server protocol. */
export const jsonFormat: ReportFormat = {
  description: 'for programs',
  *write({ files, fileCount, counts: { errors, warnings } }) {
    yield '{"files":[';
    let separator = '';
    for (const file of files) {
      yield separator + toJson(fileJson(file));
      separator = ',';
    }
    yield `],"summary":${toJson({ files: fileCount, errors, warnings })}}\n`;
  },
};
