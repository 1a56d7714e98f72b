/** Ranges of the protocol as offsets of CodeMirror, and back. Both count UTF-16 code units. */
import type { Text } from '@codemirror/state';
import type { Position, Range } from 'vscode-languageserver-protocol';

/** The offset of a position; positions after the end of a line or of the text are moved to it. */
export const offsetAt = (doc: Text, { line, character }: Position): number => {
  if (line >= doc.lines) return doc.length;
  const { from, to } = doc.line(line + 1);
  return Math.min(from + character, to);
};

export const spanOf = (doc: Text, { start, end }: Range): { readonly from: number; readonly to: number } => ({
  from: offsetAt(doc, start),
  to: offsetAt(doc, end),
});

export const positionAt = (doc: Text, offset: number): Position => {
  const line = doc.lineAt(offset);
  return { line: line.number - 1, character: offset - line.from };
};

export const rangeOf = (doc: Text, from: number, to: number): Range => ({
  start: positionAt(doc, from),
  end: positionAt(doc, to),
});
