/** Formatting on type: a new line in a list is indented, a complete setting is formatted. */

import type { FormattingOptions } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import type { Edit } from '../../edits/edit.ts';
import { lineStartAt } from '../../lines.ts';
import { createScanner } from '../../syntax/scanner.ts';
import { formatRows } from './formatting.ts';
import { MAX_LIST_DEPTH } from './settingsRow.ts';
import { type Style, styleOf } from './style.ts';

/** The characters after which an editor asks. */
export const FORMATTING_TRIGGERS = ['\n', ']'] as const;

/**
 * The edits after a character was typed that ends at the offset. After a line feed, within a list: the new line is
 * indented as deep as it is in lists; else the setting that the line before ends with is formatted. After the bracket
 * that closes a setting's list, that setting is. What is half-typed stays, and so do blank lines and the end of the file.
 */
export function formatOnType(
  doc: XlDocument,
  offset: number,
  character: string,
  options: FormattingOptions,
): Edit[] {
  const { text } = doc.file;
  const onType = { ...options, insertFinalNewline: false };
  const lineStart = lineStartAt(text, offset);
  if (character === '\n') {
    const depth = listDepth(doc, lineStart);
    if (depth > MAX_LIST_DEPTH) return [];
    if (depth > 0) return indentEdits(text, lineStart, depth, styleOf(doc.settings.format, options));
    return formatRows(doc, onType, (row) => row.kind === 'settings' && row.end === lineStart - 1);
  }
  if (character === ']') {
    return formatRows(
      doc,
      onType,
      (row) =>
        row.kind === 'settings' &&
        row.settings.some(({ value }) => value.kind === 'list' && value.end === offset),
    );
  }
  return [];
}

/** How many lists, closed or not, the offset is in. It is the start of a line. */
function listDepth({ file }: XlDocument, offset: number): number {
  const value = file.settings.findLast(({ start }) => start < offset)?.value;
  if (value?.kind !== 'list' || (value.closed && value.end <= offset)) return 0;
  const scanner = createScanner(file.text.slice(value.start, offset), [], []);
  let depth = 0;
  for (let { kind } = scanner.next(true); kind !== 'end'; kind = scanner.next(true).kind) {
    if (kind === '[') depth++;
    else if (kind === ']') depth--;
  }
  return depth;
}

function indentEdits(text: string, lineStart: number, depth: number, { indent }: Style): Edit[] {
  let end = lineStart;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const newText = indent.repeat(text[end] === ']' ? depth - 1 : depth);
  return text.slice(lineStart, end) === newText ? [] : [{ start: lineStart, end, newText }];
}
