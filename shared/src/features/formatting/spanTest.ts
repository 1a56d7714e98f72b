import { lastStartingBy } from '../../binarySearch.ts';
import { compareSpans, type Span } from '../../span.ts';

/**
 * A test for whether one of the spans touches a line, or a row of lines. A span that ends where the line begins does not,
 * unless it is empty. Each call takes logarithmic time.
 */
export function createSpanTest(spans: readonly Span[]): (lines: Span) => boolean {
  const apart = merged(spans);
  return ({ start, end }) => {
    // Those before it end even earlier.
    const last = lastStartingBy(apart, end);
    return last !== undefined && (last.end > start || last.start === start);
  };
}

function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of [...spans].sort(compareSpans)) {
    const last = apart.at(-1);
    if (last && span.start < last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else apart.push(span);
  }
  return apart;
}
