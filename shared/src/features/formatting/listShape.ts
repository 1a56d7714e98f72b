/** How much room the lists within a value take, and which of them cannot stay on one line. */
import type { FormatSettings } from '../../settings.ts';
import type { ListToken } from './listTokens.ts';

/** `line`: on one line, as it is, however long. */
export type ListStyle = FormatSettings['lists'] | 'line';

export interface ListShape {
  /** Index of its closing bracket's token. */
  readonly close: number;
  readonly isEmpty: boolean;
  /** A line ends in it, outside of its items. */
  readonly hasLines: boolean;
  /** It gets its own lines even where it would fit on one: for its comments, for the style, for a list in it. */
  readonly isBroken: boolean;
  /** Its length on one line. */
  readonly width: number;
}

interface OpenList {
  readonly index: number;
  items: number;
  width: number;
  hasLines: boolean;
  hasComments: boolean;
  hasBrokenList: boolean;
}

/** The shape of each list, by the index of its opening bracket's token. */
export function listShapes(tokens: readonly ListToken[], style: ListStyle): Map<number, ListShape> {
  const shapes = new Map<number, ListShape>();
  const open: OpenList[] = [];
  const addItem = (list: OpenList | undefined, width: number): void => {
    if (!list) return;
    // A comma and a blank before each but the first.
    list.width += width + (list.items > 0 ? 2 : 0);
    list.items++;
  };
  tokens.forEach(({ kind, start, end, isOnNewLine }, index) => {
    const list = open.at(-1);
    if (list && isOnNewLine) list.hasLines = true;
    if (kind === 'item') addItem(list, end - start);
    else if (kind === 'comment' && list) list.hasComments = true;
    else if (kind === '[') {
      open.push({ index, items: 0, width: 0, hasLines: false, hasComments: false, hasBrokenList: false });
    } else if (kind === ']' && list) {
      open.pop();
      const outer = open.at(-1);
      const shape = shapeOf(list, index, style, outer === undefined);
      shapes.set(list.index, shape);
      addItem(outer, shape.width);
      if (outer && shape.isBroken) outer.hasBrokenList = true;
    }
  });
  return shapes;
}

function shapeOf(list: OpenList, close: number, style: ListStyle, isOutermost: boolean): ListShape {
  const { items, hasLines } = list;
  const asked = style === 'keep' ? hasLines : style === 'split' && isOutermost && items > 1;
  return {
    close,
    isEmpty: items === 0,
    hasLines,
    isBroken: list.hasComments || list.hasBrokenList || (asked && items > 0),
    width: items === 0 ? 2 : list.width + 4,
  };
}
