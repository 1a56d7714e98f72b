/** Unified diffs. Pure. */
import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';

const CONTEXT = 3;

/**
 * The search for the smallest diff takes time by the square of this number of changed lines. With more of them the
 * diff is correct and not the smallest.
 */
const MAX_CHANGED_LINES = 1000;

/** Each with its line feed, except the last of a text that does not end with one. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/).filter((line) => line !== '');

const signed = (sign: ' ' | '-' | '+', lines: readonly string[]): string[] =>
  lines.flatMap((line) =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
  );

/** One hunk from the first line that differs to the last. */
const wholeHunk = (before: readonly string[], after: readonly string[]): StructuredPatchHunk => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const start = Math.max(0, head - CONTEXT);
  const followed = Math.min(tail, CONTEXT);
  return {
    oldStart: start + 1,
    oldLines: before.length - tail + followed - start,
    newStart: start + 1,
    newLines: after.length - tail + followed - start,
    lines: [
      ...signed(' ', before.slice(start, head)),
      ...signed('-', before.slice(head, before.length - tail)),
      ...signed('+', after.slice(head, after.length - tail)),
      ...signed(' ', before.slice(before.length - tail, before.length - tail + followed)),
    ],
  };
};

/**
 * The difference between two texts of one file, for `patch -p0`.
 *
 * @returns nothing where the texts are the same
 */
export const unifiedDiff = (path: string, before: string, after: string): string => {
  if (before === after) return '';
  // A name with a blank in it ends at a tab, as those of diff and git do.
  const header = path.includes(' ') ? ' ' : undefined;
  const options = { context: CONTEXT, maxEditLength: MAX_CHANGED_LINES };
  const patch = structuredPatch(path, path, before, after, undefined, undefined, options);
  const hunks = patch?.hunks ?? [wholeHunk(linesOf(before), linesOf(after))];
  return formatPatch(
    { oldFileName: path, newFileName: path, oldHeader: header, newHeader: header, hunks },
    FILE_HEADERS_ONLY,
  );
};
