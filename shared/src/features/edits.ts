/** Edits of a text: putting them in order, applying them. Offsets are UTF-16 code units. */
import type { Edit, Fix } from '../rules/problem.ts';

const sameEdit = (a: Edit, b: Edit): boolean =>
  a.start === b.start && a.end === b.end && a.newText === b.newText;

const conflicts = (a: Edit, b: Edit): boolean => a.start === b.start || (a.start < b.end && b.start < a.end);

/**
 * The edits of several fixes, to apply at once, in the order of the text. A fix counts as a whole: where one of its
 * edits would touch an earlier fix, it is left out, unless that one does the same.
 */
export function mergeFixes(fixes: readonly Fix[]): Edit[] {
  const sorted = fixes.map(({ edits }) => [...edits].sort(byPlace)).sort(byFirstEdit);
  const taken: Edit[] = [];
  for (const edits of sorted) {
    // All are in order, so that only the edits behind the first one's start can be in the way.
    const first = edits[0]?.start ?? 0;
    const near = taken.slice(taken.findLastIndex(({ end }) => end < first) + 1);
    const isNew = (edit: Edit): boolean => !near.some((known) => sameEdit(known, edit));
    if (edits.some((edit) => isNew(edit) && near.some((known) => conflicts(known, edit)))) continue;
    taken.push(...edits.filter(isNew));
    if (edits.length > 1) taken.sort(byPlace);
  }
  return taken;
}

const byPlace = (a: Edit, b: Edit): number => a.start - b.start || a.end - b.end;

const byFirstEdit = (a: readonly Edit[], b: readonly Edit[]): number =>
  (a[0]?.start ?? 0) - (b[0]?.start ?? 0);

/** Applies edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
