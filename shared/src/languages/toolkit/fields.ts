/**
 * How xl cuts a string into fields, and a field into key and value: with strtok, and with the helpers of xl_parse.c.
 * Offsets are UTF-16 code units into the string.
 */
import { type Span, span } from '../../span.ts';

export interface Pair {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

/** One field; the blanks that xl skips before it are not part of its span. */
export interface Field extends Span {
  readonly text: string;
  /** Key and value, or null for a field without them. */
  readonly pair: Pair | null;
  /** What of the field xl does not look at. */
  readonly lost?: Span;
  /** Where xl dies as it cuts this field: what to write instead. */
  readonly diesOf?: string;
}

interface Piece extends Span {
  readonly text: string;
}

/** strtok: separators next to each other count as one, so that there are no empty pieces. */
export function cutPieces(text: string, separator: string, offset = 0): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = offset;
  for (const piece of text.split(separator)) {
    if (piece !== '') pieces.push({ text: piece, start, end: start + piece.length });
    start += piece.length + separator.length;
  }
  return pieces;
}

/** Key and value at the first `=`, nothing trimmed. */
export function pairAt({ text, start, end }: Piece): Pair | null {
  const at = text.indexOf('=');
  if (at < 0) return null;
  return {
    name: text.slice(0, at),
    nameSpan: span(start, start + at),
    value: text.slice(at + 1),
    valueSpan: span(start + at + 1, end),
  };
}

/** The piece without the spaces before it; tabs stay. */
export function withoutSpaces({ text, start, end }: Piece): Piece {
  let skipped = 0;
  while (text[skipped] === ' ') skipped++;
  return { text: text.slice(skipped), start: start + skipped, end };
}

/** The common way: fields between commas, spaces before them skipped, key and value as they stand. */
export const cutFields = (text: string): readonly Field[] =>
  cutPieces(text, ',').map((piece) => {
    const { text: inner, start, end } = withoutSpaces(piece);
    return { text: inner, start, end, pair: pairAt({ text: inner, start, end }) };
  });

const SPACE = '[ \\t\\n\\v\\f\\r]';
const TRIMMED = new RegExp(`^${SPACE}+|(?<!${SPACE})${SPACE}+$`, 'g');
const LEADING = new RegExp(`^${SPACE}*`);

/** The span without white space at either end. */
function trimmed(text: string, { start, end }: Span): { readonly text: string; readonly span: Span } {
  const rest = text.slice(start, end);
  const inner = rest.replace(TRIMMED, '');
  const from = start + (LEADING.exec(rest)?.[0].length ?? 0);
  // Of nothing but white space nothing remains, at its end.
  return { text: inner, span: span(Math.min(from, end), Math.min(from, end) + inner.length) };
}

/**
 * Where key and value of a trimmed field are (split_string_into_pair).
 * - tokens: up to 4.17, the first two pieces between any number of `=`; what is behind a further `=` is lost.
 * - first: since 4.18, at the first `=`, with at least one character behind it.
 */
export type PairStyle = 'tokens' | 'first';

/** Two halves of a text by the rules of `style`, untrimmed, or null where there are no two. */
export function halve(
  piece: Piece,
  delimiter: string,
  style: PairStyle,
): readonly [left: Span, right: Span] | null {
  if (style === 'tokens') {
    const [left, right] = cutPieces(piece.text, delimiter, piece.start);
    return left && right ? [left, right] : null;
  }
  const at = piece.text.indexOf(delimiter);
  if (at < 0 || at === piece.text.length - 1) return null;
  return [span(piece.start, piece.start + at), span(piece.start + at + 1, piece.end)];
}

/** The other way, of channel and the later p9: white space around keys and values is dropped. */
export const cutTrimmedFields = (text: string, style: PairStyle): readonly Field[] =>
  cutPieces(text, ',').map((piece) => {
    const halves = halve(piece, '=', style);
    if (!halves) return { ...piece, pair: null };
    const [left, right] = halves;
    const name = trimmed(text, left);
    const value = trimmed(text, right);
    const pair = { name: name.text, nameSpan: name.span, value: value.text, valueSpan: value.span };
    if (right.end < piece.end) {
      return { ...piece, start: name.span.start, pair, lost: span(right.end, piece.end) };
    }
    return { text: piece.text, start: name.span.start, end: value.span.end, pair };
  });
