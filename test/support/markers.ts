/** Texts with markers for spans and the cursor. Offsets are UTF-16 code units. */
import type { Span } from '@xlcfg/shared/src/span.ts';

const OPEN = '«';
const CLOSE = '»';
const CURSOR = '|';

export interface Marked {
  readonly text: string;
  /** Sorted by start, then by end, like problems. */
  readonly spans: readonly Span[];
}

/** Removes `«` and `»` from a text. Each pair marks a span; pairs may be nested. Throws if one is unpaired. */
export function marked(source: string): Marked {
  let text = '';
  const open: number[] = [];
  const spans: Span[] = [];
  for (const character of source) {
    if (character === OPEN) open.push(text.length);
    else if (character === CLOSE) {
      const start = open.pop();
      if (start === undefined) throw new Error(`» without « in ${JSON.stringify(source)}`);
      spans.push({ start, end: text.length });
    } else text += character;
  }
  if (open.length > 0) throw new Error(`« without » in ${JSON.stringify(source)}`);
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** The inverse of {@link marked}. */
export function mark(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    // At one offset: first empty spans, then the ends of spans, innermost first, then the starts of spans.
    { at: start, rank: start === end ? 0 : 2, other: -end, text: start === end ? OPEN + CLOSE : OPEN },
    ...(start === end ? [] : [{ at: end, rank: 1, other: -start, text: CLOSE }]),
  ]);
  marks.sort((a, b) => a.at - b.at || a.rank - b.rank || a.other - b.other);
  let result = '';
  let done = 0;
  for (const one of marks) {
    result += text.slice(done, one.at) + one.text;
    done = one.at;
  }
  return result + text.slice(done);
}

/** Removes the `|` that marks the cursor from a text. Throws unless there is exactly one. */
export function withCursor(source: string): { readonly text: string; readonly offset: number } {
  const offset = source.indexOf(CURSOR);
  if (offset < 0 || source.includes(CURSOR, offset + 1)) {
    throw new Error(`one | is wanted in ${JSON.stringify(source)}`);
  }
  return { text: source.slice(0, offset) + source.slice(offset + 1), offset };
}
