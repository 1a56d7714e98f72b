/** Blank lines: none before the first line, two together at most, none behind the last line. */
import type { Edit } from '../../edits/edit.ts';
import type { Row } from './rows.ts';
import type { Style } from './style.ts';

const MOST = 2;

/**
 * The edits of the blank lines. `isTouched` tells which rows are to be formatted; blank lines that follow one another
 * are taken together. A carriage return is left where it is: xl refuses the file for it, and would take it without. So
 * are the lines beside what xl refuses: to it they may belong to that, as to a list that goes on.
 */
export function blankLineEdits(
  text: string,
  rows: readonly Row[],
  { trimLines, trimEnd }: Style,
  isTouched: (row: Row) => boolean,
): Edit[] {
  const edits: Edit[] = [];
  for (let first = 0; first < rows.length; first++) {
    if (rows[first]?.kind !== 'blank') continue;
    let next = first;
    while (rows[next]?.kind === 'blank') next++;
    const run = rows.slice(first, next);
    const last = run.at(-1);
    if (run.some(isTouched) && last) {
      const isLast = next === rows.length;
      const isFixed =
        rows[first - 1]?.kind === 'verbatim' ||
        rows[next]?.kind === 'verbatim' ||
        text.slice(run[0]?.start, last.end).includes('\r');
      const most = isLast ? (trimEnd ? 0 : run.length) : first === 0 ? 0 : MOST;
      const kept = isFixed ? run.length : Math.min(most, run.length);
      if (trimLines) {
        for (const { start, end } of run.slice(0, kept)) {
          edits.push({ start, end: end - (text[end - 1] === '\r' && end > start ? 1 : 0), newText: '' });
        }
      }
      const surplus = run[kept];
      if (surplus)
        edits.push({ start: surplus.start, end: Math.min(last.end + 1, text.length), newText: '' });
    }
    first = next;
  }
  return edits;
}
