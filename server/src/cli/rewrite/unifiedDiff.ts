/** Unified diffs. Pure. */
import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';

/** In lines. */
const CONTEXT = 3;

/**
 * The search for the smallest diff takes time quadratic in the number of changed lines. For more lines than this the
 * diff is correct, but not the smallest.
 */
const MAX_CHANGED_LINES = 1000;

/** The lines with their line feeds; the last one may have none. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/).filter((line) => line !== '');

const diffLines = (sign: ' ' | '-' | '+', lines: readonly string[]): string[] =>
  lines.flatMap((line) =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
  );

/** One hunk from the first line that differs to the last one. */
const wholeHunk = (before: readonly string[], after: readonly string[]): StructuredPatchHunk => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const start = Math.max(0, head - CONTEXT);
  const following = Math.min(tail, CONTEXT);
  return {
    oldStart: start + 1,
    oldLines: before.length - tail + following - start,
    newStart: start + 1,
    newLines: after.length - tail + following - start,
    lines: [
      ...diffLines(' ', before.slice(start, head)),
      ...diffLines('-', before.slice(head, before.length - tail)),
      ...diffLines('+', after.slice(head, after.length - tail)),
      ...diffLines(' ', before.slice(before.length - tail, before.length - tail + following)),
    ],
  };
};

/** The difference between two texts of one file, for `patch -p0`; empty where the texts are equal. */
export const unifiedDiff = (path: string, before: string, after: string): string => {
  if (before === after) return '';
  // A tab ends a name that has a space, as in the diffs of git.
  const header = path.includes(' ') ? ' ' : undefined;
  const options = { context: CONTEXT, maxEditLength: MAX_CHANGED_LINES };
  const patch = structuredPatch(path, path, before, after, undefined, undefined, options);
  const hunks = patch?.hunks ?? [wholeHunk(linesOf(before), linesOf(after))];
  return formatPatch(
    { oldFileName: path, newFileName: path, oldHeader: header, newHeader: header, hunks },
    FILE_HEADERS_ONLY,
  );
};
