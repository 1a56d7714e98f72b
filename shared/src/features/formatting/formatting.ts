/**
 * Formatting. The style is the common handwritten one:
 *
 *     name   = "web"          # aligned `=` stay aligned; others have a single space on either side
 *     memory = 1024           # comments in a column stay in one
 *
 *     disk = [ '/dev/vg/web,raw,xvda,rw' ]
 *     vif = [
 *         'bridge=br0',       # the lines stay as they were, or one item a line
 *         'bridge=br1'
 *     ]
 *
 * - Each setting has its own line and begins it; semicolons go. So does each comment that is alone on its line.
 * - A list is on one line, with blanks inside the brackets, or its brackets end and begin lines and its items are
 *   indented. Which of them is a setting; a list with comments in it has lines. A comma behind the last item stays on
 *   several lines, and goes on one.
 * - Blank lines: none before the first line or behind the last, two together at most, one within a list.
 * - Strings stay as they are but for their quotes, and those only where nothing in the string must change.
 *
 * xl makes the same of the file before and after, for these are the places where its grammar has no use for blanks,
 * line feeds, semicolons and the last comma (libxlu_cfg_l.l, libxlu_cfg_y.y). A file that it rejects stays rejected and
 * one that it takes stays taken: a line with an error is left as it is to the byte, with all lines of a setting that is
 * on it; carriage returns stay; a comment that ends the file without a line feed, which is an error, gets none. What a
 * comment silences on one line stays on that line, so such lines are not broken or joined.
 *
 * All edits are of single gaps between tokens, in the order of the text, and do not touch one another. Offsets are
 * UTF-16 code units. Takes time linear in the text.
 */
import type { FormattingOptions } from 'vscode-languageserver-types';
import { lastStartingBy } from '../../binarySearch.ts';
import { commonEnds } from '../../commonEnds.ts';
import { silencesOf } from '../../directives/silence.ts';
import type { XlDocument } from '../../document/document.ts';
import type { Edit } from '../../edits/edit.ts';
import { compareSpans, type Span } from '../../span.ts';
import { fixedGap, placeComments, trimCommentEdit } from './comments.ts';
import { operatorColumns } from './operators.ts';
import { type CommentRow, type Row, rowsOf, type SettingsRow } from './rows.ts';
import { layOutRow, type RowLayout } from './settingsRow.ts';
import { type Style, styleOf } from './style.ts';

/** Four blanks, and the ends of lines and file in order: where no editor says otherwise. */
export const DEFAULT_FORMATTING: FormattingOptions = { tabSize: 4, insertSpaces: true };

/** The edits that format the whole document, after `settings.format` and the editor's options. */
export const formatDocument = (doc: XlDocument, options: FormattingOptions = DEFAULT_FORMATTING): Edit[] =>
  formatRows(doc, options, () => true);

/**
 * The edits that format the lines in the spans, each setting as a whole. A line at whose beginning a span ends is not
 * meant. Comments of other lines move where they are in one column with one that has to.
 */
export const formatRanges = (doc: XlDocument, spans: readonly Span[], options: FormattingOptions): Edit[] =>
  formatRows(doc, options, createSpanTest(spans));

/** The edits that format the rows for which `isTouched` holds. */
export function formatRows(
  { file, settings }: XlDocument,
  options: FormattingOptions,
  isTouched: (row: Row) => boolean,
): Edit[] {
  const { text, errors } = file;
  const style = styleOf(settings.format, options);
  const rows = rowsOf(file);
  const columns = operatorColumns(text, rows, style.tabSize);
  const hasReturns = errors.some(({ code }) => code === 'carriage-return');
  const isPython = errors.some(({ code }) => code === 'python-code');
  const isSilenced = createSpanTest(silencesOf(file).slice(1));

  const layOut = (row: Row): RowLayout => {
    if (row.kind === 'blank' || row.kind === 'verbatim') return NOTHING;
    const comments = row.kind === 'comment' ? [row.comment] : row.comments;
    const layout = isTouched(row) && !(isPython && isIndented(text, row)) ? newLayout(row) : undefined;
    return layout ?? { edits: [], comments: comments.map((comment) => fixedGap(text, comment)) };
  };
  const newLayout = (row: SettingsRow | CommentRow): RowLayout | undefined => {
    if (row.kind === 'comment') return layOutComment(row, style);
    const isUnterminated = row.end === text.length;
    return layOutRow(text, row, style, {
      keepsLines: hasReturns || isSilenced(row),
      isUnterminated,
      columns,
    });
  };

  const layouts = rows.map(layOut);
  return minimalEdits(text, [
    ...blankLineEdits(text, rows, style, isTouched),
    ...layouts.flatMap(({ edits }) => edits),
    ...placeComments(
      text,
      layouts.flatMap(({ comments }) => comments),
      style,
    ),
  ]);
}

const NOTHING: RowLayout = { edits: [], comments: [] };

/** In Python the blanks at the beginning of a line tell what it belongs to. */
const isIndented = (text: string, { start }: Span): boolean => text[start] === ' ' || text[start] === '\t';

const layOutComment = ({ start, comment }: CommentRow, style: Style): RowLayout => ({
  edits: [trimCommentEdit(comment, style)],
  comments: [{ kind: 'alone', start, end: comment.start, lead: '', indent: '', column: 0 }],
});

/**
 * A test for whether one of the spans touches a line, or a row of lines. A span that ends where the line begins does not,
 * unless it is empty. Each call takes logarithmic time.
 */
function createSpanTest(spans: readonly Span[]): (lines: Span) => boolean {
  const apart = merged(spans);
  return ({ start, end }) => {
    // Those before it end even earlier.
    const last = lastStartingBy(apart, end);
    return last !== undefined && (last.end > start || last.start === start);
  };
}

function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of [...spans].sort(compareSpans)) {
    const last = apart.at(-1);
    if (last && span.start < last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else apart.push(span);
  }
  return apart;
}

/**
 * The same edits in the order of the text, without what they do not change; those that touch are one. The edits given
 * do not overlap.
 */
function minimalEdits(text: string, edits: readonly Edit[]): Edit[] {
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

/** Blank lines: none before the first line, two together at most, none after the last line. */
const MOST = 2;

/**
 * The edits of the blank lines. `isTouched` tells which rows are to be formatted; blank lines that follow one another
 * are taken together. A carriage return is left where it is: xl rejects the file for it, and would take it without. So
 * are the lines beside what xl rejects: to it they may belong to that, as to a list that goes on.
 */
function blankLineEdits(
  text: string,
  rows: readonly Row[],
  { trimLines, trimEnd }: Style,
  isTouched: (row: Row) => boolean,
): Edit[] {
  // xl's message about a carriage return may name the lines around it, and a row that is split moves it to another one.
  const hasReturn = text.includes('\r');
  const edits: Edit[] = [];
  for (let first = 0; first < rows.length; first++) {
    if (rows[first]?.kind !== 'blank') continue;
    let next = first;
    while (rows[next]?.kind === 'blank') next++;
    const run = rows.slice(first, next);
    const last = run.at(-1);
    if (run.some(isTouched) && last) {
      const isLast = next === rows.length;
      const isFixed = hasReturn || rows[first - 1]?.kind === 'verbatim' || rows[next]?.kind === 'verbatim';
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
