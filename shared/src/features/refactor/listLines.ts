/** One item a line, or the whole list on one. */

import type { Edit } from '../../edits/edit.ts';
import { EVERY_KIND } from '../../rules/rule.ts';
import { type Span, span } from '../../span.ts';
import type { List, Value } from '../../syntax/index.ts';
import { valuesAt } from '../../syntax/query.ts';
import { indentationAt, itemIndentation } from './indentation.ts';
import type { Refactoring, RefactorTarget } from './refactoring.ts';

export const splitList: Refactoring = {
  kinds: EVERY_KIND,
  offers: (target) => {
    const list = listAt(target);
    if (!list || list.items.length === 0) return [];
    const edits = splitEdits(target.doc.file.text, list);
    return edits.length > 0 ? [{ title: 'Split list into one item per line', edits }] : [];
  },
};

export const joinList: Refactoring = {
  kinds: EVERY_KIND,
  offers: (target) => {
    const list = listAt(target);
    const { file } = target.doc;
    if (!list || list.items.length === 0) return [];
    const edits = joinEdits(file.text, list);
    if (edits.length === 0) return [];
    const title = 'Join the list on one line';
    return file.comments.some(({ start }) => list.start < start && start < list.end)
      ? [{ title, disabled: 'A comment is between the items.' }]
      : [{ title, edits }];
  },
};

/** The innermost list that the selection is in; from the name of the option, its whole value. */
function listAt({ setting: { value }, selection }: RefactorTarget): List | undefined {
  if (value.kind !== 'list' || selection.start < value.start)
    return value.kind === 'list' ? value : undefined;
  const lists = valuesAt(value, selection.start).filter((one): one is List => one.kind === 'list');
  return lists.findLast(({ end }) => selection.end <= end);
}

interface Gap extends Span {
  /** What the gap stands before. */
  readonly before: 'item' | 'comma' | 'bracket';
}

/** What is between the brackets, the items and the commas of a list, from its beginning to its end. */
function gapsOf({ start, end, items, commas }: List): Gap[] {
  const gaps: Gap[] = [];
  let at = start + 1;
  for (const [index, item] of items.entries()) {
    gaps.push({ start: at, end: item.start, before: 'item' });
    at = item.end;
    const comma = commas[index];
    if (comma === undefined) continue;
    gaps.push({ start: at, end: comma, before: 'comma' });
    at = comma + 1;
  }
  gaps.push({ start: at, end: end - 1, before: 'bracket' });
  return gaps;
}

/** Gaps with a line break in them stay as they are, with their comments. */
function splitEdits(text: string, list: List): Edit[] {
  const outer = indentationAt(text, list.start);
  const inner = itemIndentation(text, list);
  return gapsOf(list).flatMap(({ start, end, before }) => {
    if (before === 'comma' || text.slice(start, end).includes('\n')) return [];
    return [{ start, end, newText: `\n${before === 'item' ? inner : outer}` }];
  });
}

/** Line breaks go out of the lists within the list too, which may be nested deeper than the stack reaches. */
function joinEdits(text: string, list: List): Edit[] {
  const edits: Edit[] = [];
  const waiting: Value[] = [list];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind !== 'list') continue;
    edits.push(...joinGaps(text, node));
    waiting.push(...node.items);
  }
  return edits;
}

function joinGaps(text: string, list: List): Edit[] {
  const gaps = gapsOf(list);
  const textOf = ({ start, end }: Span): string => text.slice(start, end);
  const isBroken = (gap: Span): boolean => textOf(gap).includes('\n');
  const [first, last] = [gaps[0], gaps.at(-1)];
  // Both brackets with the same distance: that of the one that is on a line with an item.
  const pattern = [first, last].find((gap) => gap && list.items.length > 0 && !isBroken(gap));
  const padding = pattern ? textOf(pattern) : list.items.length > 0 ? ' ' : '';
  return gaps.filter(isBroken).map((gap) => {
    if (gap.before === 'comma') return { ...span(gap.start, gap.end), newText: '' };
    if (gap.before === 'item') return { ...span(gap.start, gap.end), newText: gap === first ? padding : ' ' };
    const hasTrailingComma = list.items.length > 0 && list.commas.length === list.items.length;
    // A comma behind the last item is for lists with an item a line.
    return { ...span(hasTrailingComma ? gap.start - 1 : gap.start, gap.end), newText: padding };
  });
}
