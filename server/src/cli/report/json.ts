/** The report for programs. Pure. */
import { escapeInJson } from '../../terminalText.ts';
import type { FileReport, Finding } from './fileReport.ts';
import type { ReportFormat } from './format.ts';

/** JSON on one line, on which neither terminals nor CI servers act. */
export const toJson = (value: unknown): string => escapeInJson(JSON.stringify(value));

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
  description: 'machine-readable',
  *write({ files, fileCount, counts: { errors, warnings }, host }) {
    yield '{"files":[';
    let separator = '';
    for (const file of files) {
      yield separator + toJson(fileJson(file));
      separator = ',';
    }
    const onHost = host ? `,"host":${toJson(host)}` : '';
    yield `],"summary":${toJson({ files: fileCount, errors, warnings })}${onHost}}\n`;
  },
};
