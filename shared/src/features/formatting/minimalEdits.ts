import { commonEnds } from '../../commonEnds.ts';
import type { Edit } from '../../edits/edit.ts';
import { compareSpans } from '../../span.ts';

/**
 * The same edits in the order of the text, without what they do not change; those that touch are one. The edits given
 * do not overlap.
 */
export function minimalEdits(text: string, edits: readonly Edit[]): Edit[] {
  const minimal: Edit[] = [];
  for (const edit of edits
    .map((one) => shortened(text, one))
    .filter(({ start, end, newText }) => end > start || newText !== '')
    .sort(compareSpans)) {
    const before = minimal.at(-1);
    if (before?.end === edit.start) {
      minimal[minimal.length - 1] = {
        start: before.start,
        end: edit.end,
        newText: before.newText + edit.newText,
      };
    } else minimal.push(edit);
  }
  return minimal;
}

/** The edit without what it leaves as it is at its start and at its end. */
function shortened(text: string, { start, end, newText }: Edit): Edit {
  const kept = commonEnds(text.slice(start, end), newText);
  return {
    start: start + kept.start,
    end: end - kept.end,
    newText: newText.slice(kept.start, newText.length - kept.end),
  };
}
