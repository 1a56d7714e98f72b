/** The indentation of lines. */
import { lineEndAt, lineStartAt } from '../../lines.ts';
import type { List } from '../../syntax/index.ts';

/** What stands before the items of a list with one item a line, more than before the list itself. */
const INDENT = '    ';

/** The blanks before items that begin a line: as the lists have them already, else those of the first list and more. */
export function itemIndentation(text: string, ...lists: readonly List[]): string {
  for (const { items } of lists) {
    for (const { start } of items) {
      const blanks = blanksBefore(text, start);
      if (text[start - blanks.length - 1] === '\n') return blanks;
    }
  }
  return indentationAt(text, lists[0]?.start ?? 0) + INDENT;
}

function blanksBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return text.slice(start, end);
}

/** The blanks at the beginning of the line that the offset is in. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStartAt(text, offset);
  let end = start;
  while (end < offset && (text[end] === ' ' || text[end] === '\t')) end++;
  return text.slice(start, end);
}

/** The end of the line that the offset is in, before the carriage return that may come before its line feed. */
export function contentEndAt(text: string, offset: number): number {
  const end = lineEndAt(text, offset);
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}
