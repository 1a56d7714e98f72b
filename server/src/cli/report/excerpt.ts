/** The source line of a finding, as it is shown on a terminal. Pure. */
import type { Span } from '@xlcfg/shared';
import { commandMarks, escapeControls, isPrintableAscii } from '../../terminalText.ts';
import type { Finding } from './fileReport.ts';

/** Combining characters. */
const ZERO_WIDTH = /\p{M}/u;

/** Characters that a terminal shows two columns wide, as far as the Unicode properties of JavaScript can tell. */
const DOUBLE_WIDTH =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

const TAB_STOP = 4;

/** A character as it is shown. */
interface Cell {
  readonly shown: string;
  /** In columns. */
  readonly width: number;
}

const cellOf = (char: string, column: number): Cell => {
  if (char >= ' ' && char <= '~') return { shown: char, width: 1 };
  if (char === '\t') {
    const width = TAB_STOP - (column % TAB_STOP);
    return { shown: ' '.repeat(width), width };
  }
  const shown = escapeControls(char);
  if (shown !== char) return { shown, width: shown.length };
  return { shown, width: ZERO_WIDTH.test(char) ? 0 : DOUBLE_WIDTH.test(char) ? 2 : 1 };
};

/** A character that would begin a command of a CI server. */
const ESCAPED_MARK: Cell = { shown: '\\x23', width: 4 };

export interface Excerpt {
  /** The line, or the part of it around the marked span. */
  readonly source: string;
  /** Spaces, and carets below the marked span. */
  readonly underline: string;
}

/** The columns of a line that are shown, and how many of them come before the marked span of a longer line. */
const MAX_COLUMNS = 100;
const COLUMNS_BEFORE = 30;

/** Only so many characters on either side of the start of the span are looked at: a line may be the whole file. */
const MAX_DISTANCE = 200;

const ELLIPSIS = '…';

/** For nearly every line: its offsets are its columns. */
const asciiExcerpt = (line: string, marked: Span): Excerpt => {
  const from = Math.max(0, Math.min(marked.start, line.length));
  const carets = Math.max(1, Math.min(marked.end, line.length) - from);
  return { source: line, underline: `${' '.repeat(from)}${'^'.repeat(carets)}` };
};

/**
 * Marks a span of a line.
 *
 * @param line without its line ending
 * @param marked UTF-16 offsets into the line; an end after the line counts as its end, an empty span gets one caret
 */
export const markSpan = (line: string, marked: Span): Excerpt => {
  const first = Math.max(0, marked.start - MAX_DISTANCE);
  const last = Math.min(line.length, marked.start + MAX_DISTANCE);
  const marks = new Set(commandMarks(line.slice(first, last)).map((mark) => first + mark));
  if (line.length <= MAX_COLUMNS && marks.size === 0 && isPrintableAscii(line)) {
    return asciiExcerpt(line, marked);
  }
  const cells: (Cell & { readonly column: number })[] = [];
  let column = 0;
  let from: number | undefined;
  let to: number | undefined;
  let offset = first;
  for (const char of line.slice(first, last)) {
    if (offset >= marked.start) from ??= column;
    if (offset >= marked.end) to ??= column;
    const cell = marks.has(offset) ? ESCAPED_MARK : cellOf(char, column);
    cells.push({ ...cell, column });
    column += cell.width;
    offset += char.length;
  }
  from ??= column;
  to ??= column;

  const left = Math.max(0, Math.min(from - COLUMNS_BEFORE, column - MAX_COLUMNS));
  const right = left + MAX_COLUMNS;
  const visible = cells.filter((cell) => cell.column >= left && cell.column + cell.width <= right);
  const start = visible[0]?.column ?? left;
  const end = visible.reduce((_, cell) => cell.column + cell.width, start);
  const isCutLeft = first > 0 || start > 0;
  const isCutRight = last < line.length || end < column;
  const carets = Math.max(1, Math.min(to, end) - from);
  return {
    source: `${isCutLeft ? ELLIPSIS : ''}${visible.map(({ shown }) => shown).join('')}${isCutRight ? ELLIPSIS : ''}`,
    underline: `${' '.repeat(from - start + (isCutLeft ? ELLIPSIS.length : 0))}${'^'.repeat(carets)}`,
  };
};

/**
 * A line without its line ending, or the beginning of a long one.
 *
 * @param start the offset of the line in the text
 * @param minLength so much of the line is known to be there, and is not searched for its end
 * @param maxLength the rest of a longer line is neither searched nor returned
 */
export const lineAt = (text: string, start: number, minLength: number, maxLength: number): string => {
  const length = text.slice(start + minLength, start + maxLength).search(/[\r\n]/);
  return text.slice(start, start + (length < 0 ? maxLength : minLength + length));
};

/** The first line of a finding, with its range marked. */
export const excerptOf = (text: string, { range: { start, end }, lineStart }: Finding): Excerpt => {
  // With one character more than is looked at, markSpan knows whether the line continues.
  const line = lineAt(text, lineStart, start.character, start.character + MAX_DISTANCE + 1);
  const endInLine = end.line > start.line ? Number.POSITIVE_INFINITY : end.character;
  return markSpan(line, { start: start.character, end: endInLine });
};
