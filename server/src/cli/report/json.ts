/** The report for programs. Pure. */
import type { Problem } from '@xlcfg/shared';
import type { Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedFile } from '../check.ts';
import type { Count } from './count.ts';

/** What the report says of one file: little, so that it can be kept where the text cannot. */
export interface FileEntry {
  readonly path: string;
  readonly diagnostics: readonly object[];
}

const rangeOf = (text: TextDocument, { start, end }: Problem['span']): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** The entry of a checked file. */
export const fileEntry = ({ path, text, problems, paths }: CheckedFile): FileEntry => ({
  path,
  diagnostics: problems.map(({ span, severity, code, message, related }) => ({
    range: rangeOf(text, span),
    severity,
    code,
    message,
    ...(related && {
      related: related.map((one) => ({
        path: one.elsewhere ? (paths?.get(one.elsewhere.uri) ?? one.elsewhere.uri) : path,
        range: one.elsewhere?.range ?? rangeOf(text, one.span),
        message: one.message,
      })),
    }),
  })),
});

/** JSON allows these as they are, a terminal may take them as commands. */
const escapeControls = (json: string): string =>
  json.replace(/[\x7f-\x9f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * One object on one line. Positions are those of the language server protocol: zero-based lines, and UTF-16 code units
 * in the line.
 */
export const jsonReport = (files: readonly FileEntry[], { errors, warnings }: Count): string => {
  const report = { files, summary: { files: files.length, errors, warnings } };
  return `${escapeControls(JSON.stringify(report))}\n`;
};
