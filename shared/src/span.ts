/** A half-open range of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The span of a node, without the rest of it. */
export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Orders spans by their starts, then by their ends. For sort(). */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** True where `offset` lies in the span or at its end, which is where a cursor that edits it stands. */
export const touches = (s: Span, offset: number): boolean => s.start <= offset && offset <= s.end;
