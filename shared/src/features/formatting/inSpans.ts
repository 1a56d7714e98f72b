import { lastStartingBy } from '../../binarySearch.ts';
import { compareSpans, type Span } from '../../span.ts';

/**
 * Tells whether a line, or several, has a part of one of the spans on it. A span that ends where the line begins has
 * none, unless it is empty. Takes logarithmic time for each question.
 */
export function inSpans(spans: readonly Span[]): (lines: Span) => boolean {
  const apart = merged(spans);
  return ({ start, end }) => {
    // Those before it end even earlier.
    const last = lastStartingBy(apart, end);
    return last !== undefined && (last.end > start || last.start === start);
  };
}

function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.toSorted(compareSpans)) {
    const last = apart.at(-1);
    if (last && span.start < last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else apart.push(span);
  }
  return apart;
}
