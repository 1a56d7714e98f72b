/** Folding: lists that take several lines, and comments on lines one below the other. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import type { Value } from '../syntax/index.ts';

export interface FoldingOptions {
  /** The editor folds whole lines only. */
  readonly lines: boolean;
  /** The most ranges that it wants. Absent: any number. */
  readonly limit?: number;
}

interface Fold {
  readonly range: FoldingRange;
  /** How many lists are around it. */
  readonly depth: number;
}

/**
 * The ranges in the order of their first lines, at most one for a line: the outer one. Where there are more than the
 * editor wants, the inner ones go first.
 */
export function foldingRanges(doc: XlDocument, options: FoldingOptions): FoldingRange[] {
  const byLine = new Map<number, Fold>();
  for (const fold of [...listFolds(doc, options), ...commentFolds(doc)]) {
    const known = byLine.get(fold.range.startLine);
    if (!known || fold.depth < known.depth) byLine.set(fold.range.startLine, fold);
  }
  return [...byLine.values()]
    .sort((a, b) => a.depth - b.depth || a.range.startLine - b.range.startLine)
    .slice(0, options.limit)
    .map(({ range }) => range)
    .sort((a, b) => a.startLine - b.startLine);
}

function listFolds(doc: XlDocument, { lines }: FoldingOptions): Fold[] {
  const folds: Fold[] = [];
  const waiting: { readonly value: Value; readonly depth: number }[] = doc.file.settings
    .flatMap(({ value }) => (value ? [{ value, depth: 0 }] : []))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (value.kind !== 'list') continue;
    const open = doc.text.positionAt(value.start + 1);
    const close = doc.text.positionAt(value.closed ? value.end - 1 : value.end);
    if (close.line === open.line) continue;
    for (const item of value.items) waiting.push({ value: item, depth: depth + 1 });
    // The line of the bracket stays in sight, unless there is an item on it too.
    const bracketAlone = value.closed && isBlankBefore(doc, value.end - 1);
    const endLine = lines && bracketAlone ? close.line - 1 : close.line;
    if (endLine === open.line) continue;
    const characters = { startCharacter: open.character, endCharacter: close.character };
    folds.push({ range: { startLine: open.line, endLine, ...(lines ? {} : characters) }, depth });
  }
  return folds;
}

function commentFolds(doc: XlDocument): Fold[] {
  const runs: { startLine: number; endLine: number }[] = [];
  for (const { start } of doc.file.comments) {
    if (!isBlankBefore(doc, start)) continue;
    const { line } = doc.text.positionAt(start);
    const last = runs.at(-1);
    if (last?.endLine === line - 1) last.endLine = line;
    else runs.push({ startLine: line, endLine: line });
  }
  return runs
    .filter(({ startLine, endLine }) => endLine > startLine)
    .map((run) => ({ range: { ...run, kind: FoldingRangeKind.Comment }, depth: 0 }));
}

/** Whether nothing but blanks is before the offset on its line. */
function isBlankBefore({ file: { text } }: XlDocument, offset: number): boolean {
  let at = offset - 1;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at--;
  return at < 0 || text[at] === '\n';
}
