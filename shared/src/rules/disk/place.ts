/** From a disk spec back to the file. */
import type { GuestDisk } from '../../model/guest.ts';
import type { Span } from '../../span.ts';
import { encodeString, sourceSpan } from '../../syntax/index.ts';
import type { Edit, Fix } from '../problem.ts';

/** The place in the file of a part of the spec; the whole string where the part is empty and at its end. */
export function placeOf({ node }: GuestDisk, part: Span): Span {
  const place = sourceSpan(node.content, part.start, part.end);
  return place.end > place.start ? place : wider(place, node);
}

/** An empty place is hard to see: one character of the spec, or the quotes, belong to it then. */
function wider(place: Span, { content, start, end }: GuestDisk['node']): Span {
  if (place.start > content.start) return { start: place.start - 1, end: place.end };
  return content.end > content.start ? { start: place.start, end: place.end + 1 } : { start, end };
}

/** An edit of a part of the spec; null where xl has no way to write the text in a string. */
export function editPart({ node }: GuestDisk, part: Span, newText: string): Edit | null {
  const encoded = encodeString(newText, node.quote);
  return encoded === null ? null : { ...sourceSpan(node.content, part.start, part.end), newText: encoded };
}

/** An edit that writes the whole spec anew. */
export const editSpec = (disk: GuestDisk, newText: string): Edit | null =>
  editPart(disk, { start: 0, end: disk.spec.text.length }, newText);

/** A list with the fix, or an empty one where there is no edit. */
export function fixWith(
  title: string,
  edit: Edit | null,
  more: Omit<Fix, 'title' | 'edits'> = {},
): readonly Fix[] {
  return edit === null ? [] : [{ title, edits: [edit], ...more }];
}
