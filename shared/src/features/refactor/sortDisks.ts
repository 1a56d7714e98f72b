import { specIn } from '../../document/specStrings.ts';
import { DISK, disksOf, parseVdev } from '../../model/disks.ts';
import { optionValuesOf } from '../../model/optionValues.ts';
import type { List } from '../../syntax/index.ts';
import { indentationAt, itemIndentation } from './indentation.ts';
import { hasQuotes } from './literals.ts';
import type { Offer, Refactoring, RefactorTarget } from './refactoring.ts';

const TITLE = 'Sort disks by vdev';

/**
 * The disks in the order of their device numbers. The guest sees the same disks; only a bootloader looks at the order:
 * it reads the first one (libxl_bootloader.c), and the title says where that changes.
 */
export const sortDisks: Refactoring = {
  kinds: ['guest'],
  offers: (target) => {
    const { name, value } = target.setting;
    return name.text === 'disk' && value.kind === 'list' && value.items.length > 1
      ? offersFor(target, value)
      : [];
  },
};

function offersFor({ doc }: RefactorTarget, list: List): readonly Offer[] {
  const vdevs = list.items.map((item) => {
    const spec = item.kind === 'string' && hasQuotes(item) ? specIn(doc, DISK, item) : undefined;
    const name = spec?.faults.length === 0 ? spec.fields.vdev : null;
    return { name, number: name === null ? undefined : parseVdev(name)?.number };
  });
  const numbers = vdevs.flatMap(({ number }) => number ?? []);
  if (numbers.length < vdevs.length) {
    return [{ title: TITLE, disabled: 'The vdev of a disk is missing, or none that libxl knows.' }];
  }
  const order = [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  if (order.every((from, index) => from === index)) return [];
  const newText = reorderedItems(doc.file.text, list, order);
  if (newText === undefined) return [];
  const isFirst = list.items.some((item) => item === disksOf(doc.specs)[0]?.node);
  const read = optionValuesOf(doc.guest, doc.settings.xenVersion);
  const first = vdevs[order[0] ?? 0]?.name;
  const isBooted = isFirst && order[0] !== 0 && read.guestType !== 'hvm' && read.text('bootloader') !== null;
  return [
    {
      title: isBooted ? `${TITLE} (the bootloader then reads ${first})` : TITLE,
      edits: [{ start: list.start + 1, end: list.end - 1, newText }],
    },
  ];
}

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
