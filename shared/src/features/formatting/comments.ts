/** Where comments go: those that share a column keep sharing one. */

import type { Edit } from '../../edits/edit.ts';
import { lineEndAt, lineStartAt } from '../../lines.ts';
import type { Span } from '../../span.ts';
import type { Comment } from '../../syntax/index.ts';
import { columnAfter, type Style } from './style.ts';

/** The gap before a comment that is to be placed: the span ends where the comment begins. */
export type CommentGap = Span &
  (
    | {
        readonly kind: 'trailing';
        /** What the gap must begin with. */
        readonly lead: string;
        /** Where the text before the comment ends. */
        readonly column: number;
        /** Whether the text before it has moved to another line, so that its old column means nothing. */
        readonly isOnOtherLine: boolean;
      }
    | {
        readonly kind: 'alone';
        readonly lead: string;
        readonly indent: string;
        /** Its column, unless it continues a column of comments. */
        readonly column: number;
      }
    /** On a line that is not formatted: it moves only together with the comments of its column. */
    | { readonly kind: 'fixed' }
  );

/** The gap of a comment on a line that is not formatted. */
export function fixedGap(text: string, { start }: Comment): CommentGap {
  const lineStart = lineStartAt(text, start);
  return { kind: 'fixed', start: lineStart + text.slice(lineStart, start).trimEnd().length, end: start };
}

/** The edit that removes the whitespace at the end of a comment. */
export function trimCommentEdit({ text, end }: Comment, { trimLines }: Style): Edit {
  let length = text.length;
  while (trimLines && (text[length - 1] === ' ' || text[length - 1] === '\t')) length--;
  return { start: end - (text.length - length), end, newText: '' };
}

interface MeasuredComment {
  readonly place: CommentGap;
  /** Its column now. */
  readonly column: number;
  /** Alone on its line. */
  readonly isAlone: boolean;
  /** Right after the text before it, so that its column means nothing. */
  readonly isNear: boolean;
  /** The first column that it can be in. */
  readonly least: number;
}

/** The most spaces that a comment keeps after the text before it, if nothing else decides its column. */
const NEAREST = 2;

/** The edits of the gaps. `places` are in the order of the text. */
export function placeComments(text: string, places: readonly CommentGap[], { tabSize }: Style): Edit[] {
  const edits: Edit[] = [];
  let run: MeasuredComment[] = [];
  let lineEnd = -1;
  const finish = (): void => {
    const column = columnOf(run);
    for (const placed of run) {
      if (placed.place.kind !== 'fixed' || column !== placed.column)
        edits.push(editOf(text, placed, column, tabSize));
    }
    run = [];
  };
  for (const place of places) {
    const lineStart = lineStartAt(text, place.end);
    const placed = measure(text, lineStart, place, tabSize);
    const [first] = run;
    const goesOn = first && lineStart === lineEnd + 1 && placed.column === first.column && !first.isAlone;
    if (!goesOn) finish();
    run.push(placed);
    lineEnd = lineEndAt(text, place.end);
  }
  finish();
  return edits;
}

function measure(text: string, lineStart: number, place: CommentGap, tabSize: number): MeasuredComment {
  const line = text.slice(lineStart, place.end);
  const code = line.trimEnd();
  const column = columnAfter(0, line, tabSize);
  const gap = column - columnAfter(0, code, tabSize);
  const isAlone = code === '' || place.kind === 'alone';
  if (place.kind === 'fixed') return { place, column, isAlone, isNear: false, least: column };
  const least = place.column + (place.kind === 'alone' ? 0 : Math.min(Math.max(1, gap), NEAREST));
  return { place, column, isAlone, isNear: gap <= NEAREST, least };
}

/** The column of a run: its own, as long as it means something and there is room before every comment. */
function columnOf(run: readonly MeasuredComment[]): number {
  const [first] = run;
  if (!first) return 0;
  const least = run.reduce((most, placed) => Math.max(most, placed.least), 0);
  const isFree =
    first.isAlone ||
    (first.isNear && run.length === 1) ||
    run.some(({ place }) => place.kind === 'trailing' && place.isOnOtherLine);
  return isFree ? least : Math.max(first.column, least);
}

function editOf(text: string, { place, isAlone }: MeasuredComment, column: number, tabSize: number): Edit {
  const { start, end } = place;
  if (place.kind === 'alone') {
    return { start, end, newText: place.lead + place.indent + ' '.repeat(column - place.column) };
  }
  if (place.kind === 'trailing')
    return { start, end, newText: place.lead + ' '.repeat(column - place.column) };
  const lineStart = lineStartAt(text, end);
  const before = isAlone ? 0 : columnAfter(0, text.slice(lineStart, start), tabSize);
  return { start: isAlone ? lineStart : start, end, newText: ' '.repeat(column - before) };
}
