/** One row of settings: a line for each, a single blank around the operator, the lists laid out. */
import type { Edit } from '../../edits/edit.ts';
import type { Span } from '../../span.ts';
import { type CommentGap, trimCommentEdit } from './comments.ts';
import { layOutList } from './listLayout.ts';
import type { ListStyle } from './listShape.ts';
import { type ListToken, listTokens } from './listTokens.ts';
import { leastColumn } from './operators.ts';
import type { Assignment, SettingsRow } from './rows.ts';
import { columnAfter, type Style } from './style.ts';

/** Deeper lists are not formatted: their lines would count among the 10,000 entries of xl's parser stack. */
export const MAX_LIST_DEPTH = 20;

export interface RowLayout {
  readonly edits: readonly Edit[];
  readonly comments: readonly CommentGap[];
}

/** What the layout of a row depends on in addition to the style. */
export interface RowContext {
  /** Lines are neither added nor removed. */
  readonly keepsLines: boolean;
  /** It is the last line of the file, and no line feed ends it. */
  readonly isUnterminated: boolean;
  /** See operatorColumns. */
  readonly columns: ReadonlyMap<Assignment, number>;
}

/** The layout of a row; undefined where it is to be left alone. */
export function layOutRow(
  text: string,
  row: SettingsRow,
  style: Style,
  { keepsLines, isUnterminated, columns }: RowContext,
): RowLayout | undefined {
  const { settings, tail, comment } = row;
  // A carriage return before the end is an error that must stay, unless it is in a string.
  const isOnOneLine = settings.length === 1 && !/[\n\r]/.test(text.slice(row.start, tail.end));
  if (keepsLines && !isOnOneLine) return undefined;
  const tokens = settings.map(({ value }) => (value.kind === 'list' ? listTokens(text, value) : []));
  if (tokens.some(isTooDeep)) return undefined;
  const lists = keepsLines ? 'line' : style.lists;
  const laidOut = settings.map((setting, index) => {
    const column = columns.get(setting) ?? leastColumn(setting);
    return layOutSetting(text, setting, tokens[index] ?? [], column, style, lists);
  });
  const leads = settings.map(
    ({ start }, index): Edit => ({
      start: settings[index - 1]?.end ?? row.start,
      end: start,
      newText: index === 0 ? '' : '\n',
    }),
  );
  const last = laidOut.at(-1);
  const behind: CommentGap[] =
    comment && last
      ? [
          {
            kind: 'trailing',
            ...tail,
            lead: '',
            column: last.column,
            isOnOtherLine: last.endsOnOtherLine || settings.length > 1,
          },
        ]
      : [];
  return {
    edits: [
      ...leads,
      ...laidOut.flatMap(({ edits }) => edits),
      ...row.comments.map((one) => trimCommentEdit(one, style)),
      ...(comment ? [] : [tailEdit(text, tail, style, isUnterminated && !keepsLines)]),
    ],
    comments: [...laidOut.flatMap(({ comments }) => comments), ...behind],
  };
}

interface SettingLayout extends RowLayout {
  /** The column behind it. */
  readonly column: number;
  /** Whether its end has moved to another line. */
  readonly endsOnOtherLine: boolean;
}

/** `column` is that of the `=`, from the first character of the name. */
function layOutSetting(
  text: string,
  { name, operator, value }: Assignment,
  tokens: readonly ListToken[],
  column: number,
  style: Style,
  lists: ListStyle,
): SettingLayout {
  const around: Edit[] = [
    {
      start: name.end,
      end: operator.start,
      newText: ' '.repeat(column - leastColumn({ name, operator }) + 1),
    },
    { start: operator.end, end: value.start, newText: ' ' },
  ];
  const valueColumn = column + 2;
  if (value.kind !== 'list') {
    return {
      edits: [...around, ...quoteEdits(text, value, style)],
      comments: [],
      column: columnAfter(valueColumn, text.slice(value.start, value.end), style.tabSize),
      endsOnOtherLine: false,
    };
  }
  const list = layOutList(text, tokens, valueColumn, style, lists);
  const quotes = tokens.flatMap((token) => (token.kind === 'item' ? quoteEdits(text, token, style) : []));
  return {
    edits: [...around, ...list.gaps, ...quotes],
    comments: list.comments,
    column: list.endColumn,
    endsOnOtherLine: list.isReshaped,
  };
}

function isTooDeep(tokens: readonly ListToken[]): boolean {
  let depth = 0;
  return tokens.some(({ kind }) => {
    if (kind === '[') depth++;
    else if (kind === ']') depth--;
    return depth > MAX_LIST_DEPTH;
  });
}

const QUOTES = { double: '"', single: "'" } as const;

/** The quotes of a string, unless one of the other kind is in it: that would need an escape, or does not any more. */
function quoteEdits(text: string, { start, end }: Span, { quotes }: Style): Edit[] {
  if (quotes === 'keep' || !/["']/.test(text.charAt(start))) return [];
  const newText = QUOTES[quotes];
  if (text.slice(start + 1, end - 1).includes(newText)) return [];
  return [
    { start, end: start + 1, newText },
    { start: end - 1, end, newText },
  ];
}

function tailEdit(text: string, tail: Span, { trimLines, endLine }: Style, isUnterminated: boolean): Edit {
  const blanks = trimLines ? '' : text.slice(tail.start, tail.end).replaceAll(';', '');
  return { ...tail, newText: isUnterminated && endLine ? `${blanks}\n` : blanks };
}
