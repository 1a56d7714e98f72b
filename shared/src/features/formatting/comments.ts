/** Where comments go: those in one column stay in one. */

import type { Edit } from '../../edits/edit.ts';
import { lineEndAt, lineStartAt } from '../../lines.ts';
import type { Span } from '../../span.ts';
import type { Comment } from '../../syntax/index.ts';
import { columnAfter, type Style } from './style.ts';

/** A comment that is to be put in its place. The span is the gap before it, which ends where the comment begins. */
export type CommentPlace = Span &
  (
    | {
        readonly kind: 'behind';
        /** What the gap has to begin with. */
        readonly lead: string;
        /** Where the text before the comment ends. */
        readonly column: number;
        /** What it stands behind is on another line than it was: its old column means nothing. */
        readonly isFresh: boolean;
      }
    | {
        readonly kind: 'own';
        readonly lead: string;
        readonly indent: string;
        /** Where it goes unless it continues a column of comments. */
        readonly column: number;
      }
    /** In a line that is left alone: it moves only with the column that it is in. */
    | { readonly kind: 'still' }
  );

/** The place of a comment of a line that is left alone. */
export function stillPlace(text: string, { start }: Comment): CommentPlace {
  const lineStart = lineStartAt(text, start);
  return { kind: 'still', start: lineStart + text.slice(lineStart, start).trimEnd().length, end: start };
}

/** Takes the blanks at the end of a comment away. */
export function commentEndEdit({ text, end }: Comment, { trimLines }: Style): Edit {
  let length = text.length;
  while (trimLines && (text[length - 1] === ' ' || text[length - 1] === '\t')) length--;
  return { start: end - (text.length - length), end, newText: '' };
}

interface Placed {
  readonly place: CommentPlace;
  /** Where it stands now. */
  readonly column: number;
  /** Alone on its line. */
  readonly isAlone: boolean;
  /** So near to what it stands behind that nothing but that tells its place. */
  readonly isNear: boolean;
  /** The first column that is good for it. */
  readonly least: number;
}

/** How far a comment may come near to what it stands behind; it keeps two blanks where it had them. */
const NEAREST = 2;

/** The edits of the gaps. `places` are in the order of the text. */
export function placeComments(text: string, places: readonly CommentPlace[], { tabSize }: Style): Edit[] {
  const edits: Edit[] = [];
  let run: Placed[] = [];
  let lineEnd = -1;
  const finish = (): void => {
    const column = columnOf(run);
    for (const placed of run) {
      if (placed.place.kind !== 'still' || column !== placed.column)
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

function measure(text: string, lineStart: number, place: CommentPlace, tabSize: number): Placed {
  const line = text.slice(lineStart, place.end);
  const code = line.trimEnd();
  const column = columnAfter(0, line, tabSize);
  const gap = column - columnAfter(0, code, tabSize);
  const isAlone = code === '' || place.kind === 'own';
  if (place.kind === 'still') return { place, column, isAlone, isNear: false, least: column };
  const least = place.column + (place.kind === 'own' ? 0 : Math.min(Math.max(1, gap), NEAREST));
  return { place, column, isAlone, isNear: gap <= NEAREST, least };
}

/** The column of a run: its own, as long as it means something and there is room before every comment. */
function columnOf(run: readonly Placed[]): number {
  const [first] = run;
  if (!first) return 0;
  const least = run.reduce((most, placed) => Math.max(most, placed.least), 0);
  const isFree =
    first.isAlone ||
    (first.isNear && run.length === 1) ||
    run.some(({ place }) => place.kind === 'behind' && place.isFresh);
  return isFree ? least : Math.max(first.column, least);
}

function editOf(text: string, { place, isAlone }: Placed, column: number, tabSize: number): Edit {
  const { start, end } = place;
  if (place.kind === 'own') {
    return { start, end, newText: place.lead + place.indent + ' '.repeat(column - place.column) };
  }
  if (place.kind === 'behind') return { start, end, newText: place.lead + ' '.repeat(column - place.column) };
  const lineStart = lineStartAt(text, end);
  const before = isAlone ? 0 : columnAfter(0, text.slice(lineStart, start), tabSize);
  return { start: isAlone ? lineStart : start, end, newText: ' '.repeat(column - before) };
}
