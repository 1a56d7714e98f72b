/** From the text of a string back to the file. */

import type { Span } from '../span.ts';
import { encodeString, type StringContent, type StringLiteral, sourceSpan } from '../syntax/index.ts';
import type { Edit, Fix } from './edit.ts';

/** The place in the file of a part of a string's text; something wider where the part is empty. */
export function placeIn({ content, start, end }: StringLiteral, part: Span): Span {
  const place = sourceSpan(content, part.start, part.end);
  if (place.end > place.start) return place;
  // An empty place is hard to see: one character of the text, or the quotes, belong to it then.
  if (place.start > content.start) return { start: place.start - 1, end: place.end };
  return content.end > content.start ? { start: place.start, end: place.end + 1 } : { start, end };
}

/**
 * An edit of a part of a string's text; null where xl has no way to write the new text in a string, or where more than
 * the part would go: a text that `+=` put together has settings between its pieces.
 */
export function editIn(literal: StringLiteral, part: Span, newText: string): Edit | null {
  const { content, quote } = literal;
  if (content.start === literal.start) return editOfNumber(literal, part, newText);
  const encoded = encodeString(newText, quote);
  if (encoded === null || !isInOnePlace(content, part)) return null;
  return { ...sourceSpan(content, part.start, part.end), newText: encoded };
}

/** A number that is read as a text has no quotes yet, which another text needs. */
function editOfNumber(
  { content, quote, start, end }: StringLiteral,
  part: Span,
  newText: string,
): Edit | null {
  const { text, map } = content;
  const encoded = encodeString(text.slice(0, part.start) + newText + text.slice(part.end), quote);
  return encoded === null || map ? null : { start, end, newText: quote + encoded + quote };
}

function isInOnePlace({ map }: StringContent, { start, end }: Span): boolean {
  if (!map) return true;
  for (let at = start + 1; at < end; at++) if (map.starts[at] !== map.ends[at - 1]) return false;
  return true;
}

/** A list with the fix, or an empty one where there is no edit. */
export function fixWith(
  title: string,
  edit: Edit | null,
  more: Omit<Fix, 'title' | 'edits'> = {},
): readonly Fix[] {
  return edit === null ? [] : [{ title, edits: [edit], ...more }];
}
