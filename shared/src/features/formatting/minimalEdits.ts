import type { Edit } from '../../edits/edit.ts';

/**
 * The same edits in the order of the text, without what they do not change; those that touch are one. The edits given
 * do not overlap.
 */
export function minimalEdits(text: string, edits: readonly Edit[]): Edit[] {
  const minimal: Edit[] = [];
  for (const edit of edits
    .map((one) => shortened(text, one))
    .filter(({ start, end, newText }) => end > start || newText !== '')
    .sort((a, b) => a.start - b.start || a.end - b.end)) {
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

/** Leaves the beginning and the end out that stay. */
function shortened(text: string, { start, end, newText }: Edit): Edit {
  let from = 0;
  while (start + from < end && from < newText.length && text[start + from] === newText[from]) from++;
  let to = 0;
  const most = Math.min(end - start, newText.length) - from;
  while (to < most && text[end - 1 - to] === newText[newText.length - 1 - to]) to++;
  return { start: start + from, end: end - to, newText: newText.slice(from, newText.length - to) };
}
