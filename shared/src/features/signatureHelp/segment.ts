/** The piece between separators that the cursor is in. Offsets count in the decoded text. */
import { type Span, span } from '../../span.ts';

/** From behind the separator before `at` to the one after it; the whole text where there is no separator. */
export function segmentAt(text: string, separator: string, at: number): Span {
  if (separator === '') return span(0, text.length);
  const before = at === 0 ? -1 : text.lastIndexOf(separator, at - 1);
  const after = text.indexOf(separator, at);
  return span(before + 1, after < 0 ? text.length : after);
}

/** The key whose `=` stands in the segment, blanks around it left out; undefined where there is no `=`. */
export function keyBefore(text: string, { start, end }: Span): string | undefined {
  const equals = text.slice(start, end).indexOf('=');
  return equals < 0 ? undefined : text.slice(start, start + equals).trim();
}
