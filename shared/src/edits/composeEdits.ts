/** Edits made one after the other, as edits of the first text. Offsets are UTF-16 code units. */

import type { Span } from '../span.ts';
import type { Edit } from './edit.ts';

/** A text is put together of spans of the first text, in their order, and of new text. */
type Piece = { readonly kept: Span } | { readonly text: string };

/**
 * Edits of a text of this length that do at once what `steps` do in turn. The edits of a step do not overlap, and are
 * in the order of the text.
 */
export function composeEdits(length: number, steps: readonly (readonly Edit[])[]): Edit[] {
  let pieces: readonly Piece[] = [{ kept: { start: 0, end: length } }];
  for (const edits of steps) pieces = rewritten(pieces, edits);
  return toEdits(pieces, length);
}

const lengthOf = (piece: Piece): number =>
  'kept' in piece ? piece.kept.end - piece.kept.start : piece.text.length;

/** Characters `from` to `to` of a piece. */
const slice = (piece: Piece, from: number, to: number): Piece =>
  'kept' in piece
    ? { kept: { start: piece.kept.start + from, end: piece.kept.start + to } }
    : { text: piece.text.slice(from, to) };

function rewritten(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  let index = 0;
  /** Where the piece at `index` starts, and how far the text is done. */
  let start = 0;
  let at = 0;
  const advance = (to: number, keep: boolean): void => {
    for (let piece = pieces[index]; piece && at < to; piece = pieces[index]) {
      const end = start + lengthOf(piece);
      const upTo = Math.min(end, to);
      if (keep && upTo > at) result.push(slice(piece, at - start, upTo - start));
      at = upTo;
      if (end > to) return;
      start = end;
      index++;
    }
  };
  for (const edit of edits) {
    advance(edit.start, true);
    result.push({ text: edit.newText });
    advance(edit.end, false);
  }
  advance(Number.POSITIVE_INFINITY, true);
  return result;
}

function toEdits(pieces: readonly Piece[], length: number): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let newText = '';
  for (const piece of [...pieces, { kept: { start: length, end: length } }]) {
    if ('text' in piece) {
      newText += piece.text;
      continue;
    }
    const { start, end } = piece.kept;
    if (newText !== '' || start > at) edits.push({ start: at, end: start, newText });
    at = end;
    newText = '';
  }
  return edits;
}
