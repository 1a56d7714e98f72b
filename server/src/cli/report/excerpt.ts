/** Text of unknown origin on a terminal: what can be shown, how wide it is, which part of it. Pure. */
import type { Span } from '@xlcfg/shared';

/** Controls, direction marks and other characters that act on the terminal or cannot be seen. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

const ZERO_WIDTH = /\p{M}/u;

/** What a terminal shows two columns wide, as far as Unicode's properties in JavaScript tell. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

const escapeCharacter = (char: string): string => {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
};

/** Characters of one column each. */
const PLAIN = /^[ -~]*$/;

/** The text with every character that a terminal would act on as an escape: `\x1b`, `\ufeff`. */
export const escapeControls = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(UNSHOWN, escapeCharacter);

const TAB_STOP = 4;

interface Cell {
  readonly shown: string;
  readonly width: number;
}

const cell = (char: string, column: number): Cell => {
  if (char >= ' ' && char <= '~') return { shown: char, width: 1 };
  if (char === '\t') {
    const width = TAB_STOP - (column % TAB_STOP);
    return { shown: ' '.repeat(width), width };
  }
  const shown = escapeControls(char);
  if (shown !== char) return { shown, width: shown.length };
  return { shown, width: ZERO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1 };
};

export interface Excerpt {
  /** The line, or the part of it around the place. */
  readonly source: string;
  /** Blanks and carets that stand below the place. */
  readonly underline: string;
}

/** Columns of a line that are shown, and how many of them before the place if more than that follow. */
const MAX_COLUMNS = 100;
const COLUMNS_BEFORE = 30;

/** No more than this of a line is looked at on either side of the place: a line can be the whole file. */
const MAX_LOOK = 200;

const CUT = '…';

/** Nearly every line is like that: its offsets are its columns. */
const plainExcerpt = (line: string, place: Span): Excerpt => {
  const from = Math.max(0, Math.min(place.start, line.length));
  const carets = Math.max(1, Math.min(place.end, line.length) - from);
  return { source: line, underline: `${' '.repeat(from)}${'^'.repeat(carets)}` };
};

/**
 * Shows a place in a line.
 *
 * @param line without its end
 * @param place UTF-16 offsets into the line; an end beyond the line is taken as its end, an empty place gets one caret
 */
export const excerpt = (line: string, place: Span): Excerpt => {
  if (line.length <= MAX_COLUMNS && PLAIN.test(line)) return plainExcerpt(line, place);
  const first = Math.max(0, place.start - MAX_LOOK);
  const last = Math.min(line.length, place.start + MAX_LOOK);
  const cells: (Cell & { readonly column: number })[] = [];
  let column = 0;
  let from: number | undefined;
  let to: number | undefined;
  let offset = first;
  for (const char of line.slice(first, last)) {
    if (offset >= place.start) from ??= column;
    if (offset >= place.end) to ??= column;
    const next = cell(char, column);
    cells.push({ ...next, column });
    column += next.width;
    offset += char.length;
  }
  from ??= column;
  to ??= column;

  const left = Math.max(0, Math.min(from - COLUMNS_BEFORE, column - MAX_COLUMNS));
  const right = left + MAX_COLUMNS;
  const visible = cells.filter((one) => one.column >= left && one.column + one.width <= right);
  const start = visible[0]?.column ?? left;
  const end = visible.reduce((_, one) => one.column + one.width, start);
  const cutLeft = first > 0 || start > 0;
  const cutRight = last < line.length || end < column;
  const carets = Math.max(1, Math.min(to, end) - from);
  return {
    source: `${cutLeft ? CUT : ''}${visible.map((one) => one.shown).join('')}${cutRight ? CUT : ''}`,
    underline: `${' '.repeat(from - start + (cutLeft ? CUT.length : 0))}${'^'.repeat(carets)}`,
  };
};
