/** Where the items of a list go. */
import type { Edit } from '../../edits/edit.ts';
import type { CommentGap } from './comments.ts';
import { type ListShape, type ListStyle, listShapes } from './listShape.ts';
import type { ListToken } from './listTokens.ts';
import { columnAfter, type Style } from './style.ts';

export interface ListLayout {
  readonly gaps: readonly Edit[];
  readonly comments: readonly CommentGap[];
  /** The column behind the closing bracket. */
  readonly endColumn: number;
  /** Whether it was on several lines and is on one, or the other way round. */
  readonly isReshaped: boolean;
}

interface OpenList {
  readonly shape: ListShape;
  readonly isBroken: boolean;
}

/** What is between two tokens of a list. */
interface Between {
  /** The list that both are in; the brackets belong to it. */
  readonly list: OpenList;
  readonly before: ListToken;
  readonly token: ListToken;
  /** A list on its own lines ends or begins here. */
  readonly isBesideBroken: boolean;
}

/**
 * Lays out the list of the tokens, which begins at a column. A list on several lines has its brackets at the ends of
 * lines of their own, and what is in it is indented once; the commas follow the items, the last one only if it
 * was there, and not on a single line.
 */
export function layOutList(
  text: string,
  tokens: readonly ListToken[],
  firstColumn: number,
  style: Style,
  lists: ListStyle,
): ListLayout {
  const shapes = listShapes(tokens, lists);
  const gaps: Edit[] = [];
  const comments: CommentGap[] = [];
  const open: OpenList[] = [];
  let column = firstColumn;
  let closed: OpenList | undefined;

  /** Whether the list of an opening bracket gets its own lines if it begins at a column. */
  const isBroken = (shape: ListShape, at: number): boolean => {
    const width = shape.width + (tokens[shape.close]?.hasComma ? 1 : 0);
    return shape.isBroken || (lists !== 'line' && !shape.isEmpty && at + width > style.lineWidth);
  };

  tokens.forEach((token, index) => {
    const { kind, start, end } = token;
    const list = open.at(-1);
    const before = tokens[index - 1];
    const shape = shapes.get(index);
    if (list && before) {
      const comma = hasComma(list, before, token) ? ',' : '';
      const gap = { start: before.end, end: start };
      const isBesideBroken =
        closed?.isBroken === true || (shape !== undefined && isBroken(shape, column + comma.length + 1));
      if (needsLine({ list, before, token, isBesideBroken }, lists)) {
        const keepsBlank = token.afterBlankLine && before.kind !== '[' && kind !== ']';
        const depth = open.length - (kind === ']' ? 1 : 0);
        const lead = `${comma}\n${keepsBlank ? '\n' : ''}`;
        const indent = style.indent.repeat(depth);
        column = depth * style.tabSize;
        if (kind === 'comment') comments.push({ kind: 'alone', ...gap, lead, indent, column });
        else gaps.push({ ...gap, newText: lead + indent });
      } else if (kind === 'comment') {
        comments.push({
          kind: 'trailing',
          ...gap,
          lead: comma,
          column: column + comma.length,
          isOnOtherLine: false,
        });
      } else {
        const newText = before.kind === '[' && kind === ']' ? '' : `${comma} `;
        gaps.push({ ...gap, newText });
        column += newText.length;
      }
    }
    closed = kind === ']' ? open.pop() : undefined;
    if (shape) open.push({ shape, isBroken: isBroken(shape, column) });
    column = columnAfter(column, text.slice(start, end), style.tabSize);
  });
  return {
    gaps,
    comments,
    endColumn: column,
    isReshaped: closed?.isBroken !== tokens.some(({ isOnNewLine }) => isOnNewLine),
  };
}

/** A comma goes behind the item that it follows, before the comments there. */
const hasComma = ({ isBroken }: OpenList, before: ListToken, { kind }: ListToken): boolean =>
  before.hasComma && (isBroken || kind !== ']');

function needsLine({ list, before, token, isBesideBroken }: Between, lists: ListStyle): boolean {
  if (!list.isBroken) return false;
  if (before.kind === 'comment') return true;
  if (token.kind === 'comment') return token.isOnNewLine;
  if (before.kind === '[' || token.kind === ']') return true;
  return lists !== 'keep' || !list.shape.hasLines || token.isOnNewLine || isBesideBroken;
}
