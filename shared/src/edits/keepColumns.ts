/** Edits that leave what is aligned in columns where it is: operators after names, and comments after values. */

import { partitionPoint } from '../binarySearch.ts';
import type { Span } from '../span.ts';
import type { ConfigFile, Setting } from '../syntax/index.ts';
import type { Edit } from './edit.ts';

/**
 * The longest line that is looked at, in UTF-16 code units: nobody aligns longer ones, and the work for each edit is bounded
 * however many settings a line has.
 */
const LONGEST_LINE = 200;

/** The number of spaces right before an offset. */
function spacesBefore(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ') start -= 1;
  return offset - start;
}

/** The line of an offset, without its line feed; undefined where it is too long to be aligned. */
function lineAround(text: string, offset: number): Span | undefined {
  const before = Math.max(0, offset - LONGEST_LINE);
  const start = text.slice(before, offset).lastIndexOf('\n');
  if (start === -1 && before > 0) return undefined;
  const after = text.slice(offset, offset + LONGEST_LINE).indexOf('\n');
  if (after === -1 && offset + LONGEST_LINE < text.length) return undefined;
  return { start: before + start + 1, end: after === -1 ? text.length : offset + after };
}

/** From 0; undefined in a line that is too long. */
function columnOf(text: string, offset: number): number | undefined {
  const line = lineAround(text, offset);
  return line && offset - line.start;
}

/** A single space separates; more of them align. */
const ALIGNING = 2;

/** Whether the operator of a setting is in a column: by its own spaces, or by those of the setting before or after it. */
function isInColumn({ text, settings }: ConfigFile, setting: Setting): boolean {
  const at = partitionPoint(settings, ({ start }) => start < setting.start);
  const column = columnOf(text, setting.operator?.start ?? 0);
  if (column === undefined) return false;
  return [settings[at - 1], setting, settings[at + 1]].some(
    (one) =>
      one?.operator &&
      columnOf(text, one.operator.start) === column &&
      spacesBefore(text, one.operator.start) >= ALIGNING,
  );
}

/** How much longer the text gets by the edits in a span. */
const growthWithin = (edits: readonly Edit[], start: number, end: number): number =>
  edits
    .filter((edit) => start <= edit.start && edit.end <= end)
    .reduce((sum, edit) => sum + edit.newText.length - (edit.end - edit.start), 0);

/** Takes up a growth in the spaces before an offset, of which at least one stays. */
function absorb(spaces: number, offset: number, growth: number): Edit | null {
  if (growth < 0) return { start: offset, end: offset, newText: ' '.repeat(-growth) };
  const removed = Math.min(growth, spaces - 1);
  return removed > 0 ? { start: offset - removed, end: offset, newText: '' } : null;
}

/** The lines on which there are edits, each once. */
function linesOf(text: string, edits: readonly Edit[]): readonly Span[] {
  const lines = edits.flatMap(({ start }) => lineAround(text, start) ?? []);
  return [...new Map(lines.map((line) => [line.start, line])).values()];
}

/** The items that start within a line; `items` are in the order of their starts. */
function within<Item extends Span>(items: readonly Item[], { start, end }: Span): readonly Item[] {
  const first = partitionPoint(items, (item) => item.start < start);
  return items.slice(
    first,
    partitionPoint(items, (item) => item.start < end),
  );
}

/**
 * The edits, and those of the spaces that follow on their lines: an operator or a comment with several spaces before it keeps
 * its column as long as one space is left. Edits that add or remove lines are left as they are.
 */
export function keepColumns(file: ConfigFile, edits: readonly Edit[]): readonly Edit[] {
  const { text, settings, comments } = file;
  const changesLines = edits.some(
    ({ start, end, newText }) => newText.includes('\n') || text.slice(start, end).includes('\n'),
  );
  if (changesLines) return edits;
  const kept: Edit[] = [...edits];
  const keep = (from: number, offset: number): void => {
    const spaces = spacesBefore(text, offset);
    const growth = growthWithin(kept, from, offset - spaces);
    const touched = edits.some(({ start, end }) => start < offset && offset - spaces < end);
    const edit = spaces === 0 || growth === 0 || touched ? null : absorb(spaces, offset, growth);
    if (edit) kept.push(edit);
  };
  for (const line of linesOf(text, edits)) {
    for (const setting of within(settings, line))
      if (setting.operator && isInColumn(file, setting)) keep(setting.name.start, setting.operator.start);
    for (const { start } of within(comments, line))
      if (spacesBefore(text, start) >= ALIGNING) keep(line.start, start);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
