/**
 * A file as rows: settings that share a line, comments on their own lines, blank lines. What xl rejects, and whatever
 * shares a line with it, is a verbatim row: it is not formatted.
 */
import { lineEndAt } from '../../lines.ts';
import type { Span } from '../../span.ts';
import type { Atom, Comment, ConfigFile, List, Name, Operator, Setting } from '../../syntax/index.ts';

/** A whole setting that xl's parser takes. */
export interface Assignment extends Span {
  readonly name: Name;
  readonly operator: Operator;
  readonly value: Atom | List;
}

/** From the beginning of its first line to the end of its last one, the line feed left out. */
export type Row = Span &
  (SettingsRow | CommentRow | { readonly kind: 'blank' } | { readonly kind: 'verbatim' });

export interface SettingsRow extends Span {
  readonly kind: 'settings';
  /** At least one. Where there are more, the next one begins on the line that the one before ends on. */
  readonly settings: readonly Assignment[];
  /** Blanks and semicolons between the last setting and its comment, or the end of the line. */
  readonly tail: Span;
  /** Behind the last setting. */
  readonly comment?: Comment;
  /** All comments, those in lists too. */
  readonly comments: readonly Comment[];
}

export interface CommentRow extends Span {
  readonly kind: 'comment';
  readonly comment: Comment;
}

const ONLY_BLANKS = /^[ \t]*$/;
const ONLY_SEPARATORS = /^[ \t;]*$/;

/** Every line of the file is in exactly one row; the rows are in the order of the text. */
export function rowsOf({ text, settings, comments, errors }: ConfigFile): Row[] {
  const rows: Row[] = [];
  let [setting, comment, error] = [0, 0, 0];
  for (let start = 0; start < text.length; ) {
    let end = lineEndAt(text, start);
    const together: Setting[] = [];
    for (;;) {
      const next = settings[setting];
      if (!next || next.start > end) break;
      together.push(next);
      setting++;
      if (next.end > end) end = lineEndAt(text, next.end);
      if (isOpenList(next)) end = endOfOpenList(text, end, settings[setting]);
    }
    const firstComment = comment;
    while ((comments[comment]?.start ?? text.length) <= end && comment < comments.length) comment++;
    let isRefused = false;
    for (; error < errors.length && (errors[error]?.start ?? 0) <= end; error++) {
      // Carriage returns are told of once for the whole file: they are looked for where it matters.
      if (errors[error]?.code !== 'carriage-return') isRefused = true;
    }
    const row = isRefused
      ? undefined
      : readRow(text, { start, end }, together, comments.slice(firstComment, comment));
    rows.push(row ?? { kind: 'verbatim', start, end });
    start = end + 1;
  }
  return rows;
}

const isOpenList = ({ value }: Setting): boolean => value?.kind === 'list' && !value.closed;

/** Up to the next setting everything may be meant as a part of the list. */
function endOfOpenList(text: string, end: number, next: Setting | undefined): number {
  if (!next) return text.length;
  return Math.max(end, text.lastIndexOf('\n', next.start));
}

function readRow(
  text: string,
  place: Span,
  settings: readonly Setting[],
  comments: readonly Comment[],
): Row | undefined {
  const last = comments.at(-1);
  // xl takes a file that ends in a lone `#`, and none that ends in a longer comment.
  if (last && last.end === text.length) return undefined;
  if (settings.length > 0) return readSettings(text, place, settings, comments);
  if (last) {
    const isAlone = ONLY_BLANKS.test(text.slice(place.start, last.start));
    return isAlone ? { kind: 'comment', ...place, comment: last } : undefined;
  }
  return ONLY_BLANKS.test(text.slice(place.start, endOfText(text, place.end)))
    ? { kind: 'blank', ...place }
    : undefined;
}

function readSettings(
  text: string,
  place: Span,
  settings: readonly Setting[],
  comments: readonly Comment[],
): SettingsRow | undefined {
  const whole: Assignment[] = [];
  let end = place.start;
  for (const { start, name, operator, value, end: settingEnd } of settings) {
    if (!operator || !value || value.kind === 'invalid') return undefined;
    if (!ONLY_SEPARATORS.test(text.slice(end, start))) return undefined;
    if (!ONLY_BLANKS.test(text.slice(name.end, operator.start))) return undefined;
    if (!ONLY_BLANKS.test(text.slice(operator.end, value.start))) return undefined;
    whole.push({ start, end: settingEnd, name, operator, value });
    end = settingEnd;
  }
  const last = comments.at(-1);
  const comment = last && last.start >= end ? last : undefined;
  const tail = { start: end, end: comment?.start ?? endOfText(text, place.end) };
  if (!ONLY_SEPARATORS.test(text.slice(tail.start, tail.end))) return undefined;
  return { kind: 'settings', ...place, settings: whole, tail, comments, ...(comment && { comment }) };
}

/** Before the carriage return that belongs to the line feed at the offset, if there is one. */
const endOfText = (text: string, end: number): number =>
  text[end] === '\n' && text[end - 1] === '\r' ? end - 1 : end;
