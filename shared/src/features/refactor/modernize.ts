/** A whole file in today's syntax. */

import type { XlDocument } from '../../document/document.ts';
import type { Edit } from '../../edits/edit.ts';
import { fixAll } from '../fixAll.ts';
import { fixpointEdits } from '../fixpoint.ts';
import { cmdlineEdits } from './cmdline.ts';

/**
 * The edits that bring a file to today's syntax, in the order of the text: all fixes that change nothing for xl, again
 * and again until there are none, and the refactorings that replace an old way to say something, `root` and `extra`.
 * xl makes the same of the file before and after; what has no equal today stays, and its problem with it.
 */
export const modernizeEdits = (doc: XlDocument): Edit[] => fixpointEdits(doc, [fixAll, cmdlineEdits]);
