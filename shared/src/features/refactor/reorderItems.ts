/** The items of a list in another order. Their comments move with them; the layout stays. */
import type { List } from '../../syntax/index.ts';
import { indentationAt, itemIndentation } from './indentation.ts';

interface ItemWithComments {
  /** Whitespace, line breaks and comment lines before the item. */
  readonly before: string;
  readonly item: string;
  /** The comment after it, or after its comma, on the same line. */
  readonly behind: string;
}

const COMMENT_ON_LINE = /[ \t]*#[^\n]*/y;
const STARTS_WITH_BREAK = /^[ \t]*\n/;

/**
 * What stands between the brackets when item `order[0]` comes first, and so on. `order` names each item once. A comment
 * on the line of the opening bracket, and those behind the last item, belong to the list. Undefined where a comment
 * stands between an item and its comma.
 */
export function reorderedItems(text: string, list: List, order: readonly number[]): string | undefined {
  const parts = cut(text, list);
  if (!parts) return undefined;
  const { head, chunks, rest } = parts;
  const outer = `\n${indentationAt(text, list.start)}`;
  const inner = `\n${itemIndentation(text, list)}`;
  const hasLastComma = list.commas.length === chunks.length;
  let result = head;
  let isOpen = head !== '';
  for (const [index, from] of order.entries()) {
    const chunk = chunks[from];
    if (!chunk) return undefined;
    const gap = chunk.before.includes('#') ? chunk.before : layoutOf(chunks[index]?.before ?? '');
    result += isOpen ? onNextLine(gap, inner) : gap;
    result += chunk.item + (index < chunks.length - 1 || hasLastComma ? ',' : '') + chunk.behind;
    isOpen = chunk.behind !== '';
  }
  return result + (isOpen ? onNextLine(rest, outer) : rest);
}

/** A gap behind a comment, which goes on to the end of its line. */
const onNextLine = (gap: string, otherwise: string): string => {
  const blanks = STARTS_WITH_BREAK.exec(gap)?.[0].length;
  return blanks === undefined ? otherwise : gap.slice(blanks - 1);
};

/** The blanks of a gap, without the comments in it. */
const layoutOf = (before: string): string =>
  before.includes('#') ? before.slice(before.lastIndexOf('\n')) : before;

function cut(
  text: string,
  { start, end, items, commas }: List,
):
  | { readonly head: string; readonly chunks: readonly ItemWithComments[]; readonly rest: string }
  | undefined {
  let at = start + 1;
  const comment = (): string => {
    COMMENT_ON_LINE.lastIndex = at;
    const found = COMMENT_ON_LINE.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const head = comment();
  const chunks: ItemWithComments[] = [];
  for (const [index, item] of items.entries()) {
    const before = text.slice(at, item.start);
    const comma = commas[index];
    if (comma !== undefined && text.slice(item.end, comma).includes('#')) return undefined;
    at = comma === undefined ? item.end : comma + 1;
    chunks.push({ before, item: text.slice(item.start, item.end), behind: comment() });
  }
  return { head, chunks, rest: text.slice(at, end - 1) };
}
