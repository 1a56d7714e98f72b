/** From the text of a disk spec back to the file: spans and edits. */

import type { Edit } from '../../edits/edit.ts';
import { editIn, placeIn } from '../../edits/stringEdits.ts';
import type { GuestDisk } from '../../model/disks.ts';
import type { Span } from '../../span.ts';

/** The span in the file of a part of the spec. */
export const spanInFile = ({ node }: GuestDisk, part: Span): Span => placeIn(node, part);

/** An edit of a part of the spec; null where xl has no way to write the text in a string. */
export const editPart = ({ node }: GuestDisk, part: Span, newText: string): Edit | null =>
  editIn(node, part, newText);

/** An edit that replaces the whole spec. */
export const editSpec = (disk: GuestDisk, newText: string): Edit | null =>
  editPart(disk, { start: 0, end: disk.spec.text.length }, newText);
