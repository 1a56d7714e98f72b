/** Edits of a text: putting them in order, applying them. Offsets are UTF-16 code units. */
import { compareSpans } from '../span.ts';
import type { Edit, Fix } from './edit.ts';

const sameEdit = (a: Edit, b: Edit): boolean =>
  a.start === b.start && a.end === b.end && a.newText === b.newText;

const conflicts = (a: Edit, b: Edit): boolean => a.start === b.start || (a.start < b.end && b.start < a.end);

/**
 * The edits of several fixes, to apply at once, in the order of the text. A fix counts as a whole: where one of its
 * edits would touch an earlier fix, it is left out, unless that one does the same.
 */
export function mergeFixes(fixes: readonly Fix[]): Edit[] {
  const sorted = fixes.map(({ edits }) => [...edits].sort(compareSpans)).sort(byFirstEdit);
  const taken: Edit[] = [];
  for (const edits of sorted) {
    // All are in order, so that only the edits behind the first one's start can be in the way.
    const first = edits[0]?.start ?? 0;
    const near = taken.slice(taken.findLastIndex(({ end }) => end < first) + 1);
    const isNew = (edit: Edit): boolean => !near.some((known) => sameEdit(known, edit));
    if (edits.some((edit) => isNew(edit) && near.some((known) => conflicts(known, edit)))) continue;
    for (const edit of edits.filter(isNew)) putInPlace(edit, taken);
  }
  return taken;
}

/** Edits come nearly in order, so that the place is found from the end. */
function putInPlace(edit: Edit, sorted: Edit[]): void {
  let at = sorted.length;
  for (; at > 0; at--) {
    const before = sorted[at - 1];
    if (before && compareSpans(before, edit) <= 0) break;
  }
  sorted.splice(at, 0, edit);
}

const byFirstEdit = (a: readonly Edit[], b: readonly Edit[]): number =>
  (a[0]?.start ?? 0) - (b[0]?.start ?? 0);

/** Applies edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of [...edits].sort(compareSpans)) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
