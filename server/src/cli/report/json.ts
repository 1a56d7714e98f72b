/** The report for programs. Pure. */
import type { CheckedFile } from '../check.ts';
import type { Count } from './count.ts';

const fileEntry = ({ path, text, problems }: CheckedFile): object => ({
  path,
  diagnostics: problems.map(({ span, severity, code, message }) => ({
    range: { start: text.positionAt(span.start), end: text.positionAt(span.end) },
    severity,
    code,
    message,
  })),
});

/** JSON allows these as they are, a terminal may take them as commands. */
const escapeControls = (json: string): string =>
  json.replace(/[\x7f-\x9f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * One object on one line. Positions are those of the language server protocol: zero-based lines, and UTF-16 code units
 * in the line.
 */
export const jsonReport = (files: readonly CheckedFile[], { errors, warnings }: Count): string => {
  const report = { files: files.map(fileEntry), summary: { files: files.length, errors, warnings } };
  return `${escapeControls(JSON.stringify(report))}\n`;
};
