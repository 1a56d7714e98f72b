/** Which operators are in a column that the user has aligned. */
import type { Assignment, Row } from './rows.ts';
import { columnAfter } from './style.ts';

interface Entry {
  readonly setting: Assignment;
  /** Settings without a blank line between them are in one paragraph. */
  readonly paragraph: number;
  /** Where its `=` stands. Undefined behind another setting on the line. */
  readonly column: number | undefined;
  /** More than one blank before the operator. */
  readonly isPadded: boolean;
}

/** The column of the `=` of a setting that is not aligned. */
export const leastColumn = ({ name, operator }: Pick<Assignment, 'name' | 'operator'>): number =>
  name.text.length + operator.text.length;

/**
 * The columns of the `=` of aligned settings, from the first character of the name; any other setting has a single blank
 * before its operator. Aligned are neighbours, whatever is between them, whose `=` are in one column, if the names alone
 * do not make it so; the longest name may touch it. Where that is true of half of the settings between two blank lines,
 * the others join them as far as their names leave room.
 */
export function operatorColumns(
  text: string,
  rows: readonly Row[],
  tabSize: number,
): ReadonlyMap<Assignment, number> {
  const entries = entriesOf(text, rows, tabSize);
  const columns = new Map<Assignment, number>();
  const leaders: Entry[] = [];
  for (const run of sameColumns(entries)) {
    if (run.length < 2 || !run.some(({ isPadded }) => isPadded)) continue;
    run.forEach((entry, index) => {
      if (entry.column !== undefined) columns.set(entry.setting, entry.column);
      const isLed = [run[index - 1], run[index + 1]].some(
        (other) => other?.isPadded && other.paragraph === entry.paragraph,
      );
      if (entry.isPadded && isLed) leaders.push(entry);
    });
  }
  const leadersIn = byParagraph(leaders);
  for (const [paragraph, members] of byParagraph(entries)) {
    const leading = leadersIn.get(paragraph) ?? [];
    if (2 * leading.length >= members.length) join(members, leading, columns);
  }
  return columns;
}

function entriesOf(text: string, rows: readonly Row[], tabSize: number): Entry[] {
  let paragraph = 0;
  return rows.flatMap((row) => {
    if (row.kind === 'blank') paragraph++;
    if (row.kind !== 'settings') return [];
    return row.settings.map((setting, index): Entry => {
      if (index > 0) return { setting, paragraph, column: undefined, isPadded: false };
      const { name, operator } = setting;
      const nameStart = columnAfter(0, text.slice(row.start, name.start), tabSize);
      const nameEnd = nameStart + name.text.length;
      const operatorStart = columnAfter(nameEnd, text.slice(name.end, operator.start), tabSize);
      const column = operatorStart - nameStart + operator.text.length - 1;
      return { setting, paragraph, column, isPadded: operatorStart - nameEnd > 1 };
    });
  });
}

/** Neighbours in one column, each as long a run as there is. */
function sameColumns(entries: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && entry.column !== undefined && run[0]?.column === entry.column) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function byParagraph(entries: readonly Entry[]): Map<number, Entry[]> {
  const paragraphs = new Map<number, Entry[]>();
  for (const entry of entries) {
    const known = paragraphs.get(entry.paragraph);
    if (known) known.push(entry);
    else paragraphs.set(entry.paragraph, [entry]);
  }
  return paragraphs;
}

/** Others take the column of the last leader before them, or else of the first one. */
function join(members: readonly Entry[], leaders: readonly Entry[], columns: Map<Assignment, number>): void {
  let next = 0;
  let column = leaders[0]?.column ?? 0;
  for (const { setting } of members) {
    if (leaders[next]?.setting === setting) column = leaders[next++]?.column ?? column;
    if (leastColumn(setting) <= column && !columns.has(setting)) columns.set(setting, column);
  }
}
