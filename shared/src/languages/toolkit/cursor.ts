/** Pieces of a spec with their places: strtok with offsets, parts and faults. Offsets are UTF-16 code units. */
import type { Span } from '../../span.ts';
import type { ParsedSpec, SpecEffect, SpecFault, SpecPart } from '../language.ts';

export interface Piece extends Span {
  readonly text: string;
}

/** What a reader fills while it goes through one string. */
export interface Draft<Fields> {
  readonly text: string;
  readonly parts: SpecPart[];
  readonly faults: SpecFault[];
  fields: Fields;
}

export const draftOf = <Fields>(text: string, fields: Fields): Draft<Fields> => ({
  text,
  parts: [],
  faults: [],
  fields,
});

/** Pieces without a character are no parts. */
export const finished = <Fields>({ text, parts, faults, fields }: Draft<Fields>): ParsedSpec<Fields> => ({
  text,
  parts: parts.filter(({ start, end }) => end > start),
  faults,
  fields,
});

export const pieceOf = (text: string, start = 0, end = text.length): Piece => ({
  start,
  end,
  text: text.slice(start, end),
});

/** strtok: the pieces between the separators (single characters); empty ones are passed over. */
export function tokens(piece: Piece, separators: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (let at = 0; at <= piece.text.length; at++) {
    if (at < piece.text.length && !separators.includes(piece.text.charAt(at))) continue;
    if (at > start) found.push(within(piece, start, at));
    start = at + 1;
  }
  return found;
}

/** A part of a piece, by offsets into the piece. */
export const within = (piece: Piece, start: number, end = piece.text.length): Piece => ({
  start: piece.start + start,
  end: piece.start + end,
  text: piece.text.slice(start, end),
});

/** The piece without the characters around it that match `blank`. */
export function trimmed(piece: Piece, blank = /[ \t\n\v\f\r]/): Piece {
  let start = 0;
  let end = piece.text.length;
  while (start < end && blank.test(piece.text.charAt(start))) start++;
  while (end > start && blank.test(piece.text.charAt(end - 1))) end--;
  return within(piece, start, end);
}

export const wordPart = ({ start, end, text }: Piece, role?: string): SpecPart =>
  role === undefined ? { kind: 'word', start, end, text } : { kind: 'word', start, end, text, role };

export const parameterPart = (name: Piece, value: Piece): SpecPart => ({
  kind: 'parameter',
  start: name.start,
  end: value.end,
  name: name.text,
  nameSpan: { start: name.start, end: name.end },
  value: value.text,
  valueSpan: { start: value.start, end: value.end },
});

export const faultAt = (
  place: Span,
  kind: SpecFault['kind'],
  effect: SpecEffect,
  more: Partial<Pick<SpecFault, 'parameter' | 'value' | 'cure' | 'replacement'>> = {},
): SpecFault => ({ kind, effect, start: place.start, end: place.end, ...more });

/** The whole string, for what is missing in it. */
export const whole = ({ text }: { readonly text: string }): Span => ({ start: 0, end: text.length });
