/** What can be written at an offset. Half-typed text counts as what it probably becomes. */
import { lineEndAt, lineStartAt } from '../../lines.ts';
import type { Span } from '../../span.ts';
import { span } from '../../span.ts';
import type { Comment, ConfigFile, List, Setting, StringLiteral, Value } from '../../syntax/index.ts';
import { commentAt, settingAt, valuesAt } from '../../syntax/query.ts';

export type CursorContext = AtName | AtValue | InString | InComment;

/** The name of an option. `setting` is the one that is being typed. */
export interface AtName {
  readonly kind: 'name';
  readonly replaced: Span;
  readonly setting?: Setting;
  readonly hasOperator: boolean;
}

/** A value or another item of `list`, with its quotes. */
export interface AtValue {
  readonly kind: 'value';
  readonly setting: Setting;
  readonly list?: List;
  readonly replaced: Span;
}

/** Inside the quotes of `node`. */
export interface InString {
  readonly kind: 'string';
  readonly setting: Setting;
  readonly list?: List;
  readonly node: StringLiteral;
}

/** In a comment that may be one for xlcfg. */
export interface InComment {
  readonly kind: 'comment';
  readonly comment: Comment;
}

const WORD_BEFORE = /(?<![A-Za-z0-9_.])[A-Za-z0-9_.]*$/;
/** No option has a longer name. In UTF-16 code units. */
const LONGEST_NAME = 100;

/** The context at an offset; null where nothing is offered: after complete values, in Python. */
export function contextAt(file: ConfigFile, offset: number): CursorContext | null {
  const comment = commentAt(file, offset);
  if (comment) return { kind: 'comment', comment };
  const setting = settingAt(file, offset);
  if (setting && offset <= setting.name.end) return nameContext(setting);
  const { operator, value } = setting ?? {};
  if (setting && operator && offset < operator.end) return null;
  if (setting && value && offset >= value.start) {
    return nextNameInList(file, value, offset) ?? valueContext(setting, value, offset);
  }
  return unfinishedContext(file, offset) ?? startContext(file, offset);
}

const nameContext = (setting: Setting): AtName => ({
  kind: 'name',
  setting,
  replaced: setting.name,
  hasOperator: setting.operator !== undefined,
});

function valueContext(setting: Setting, value: Value, offset: number): CursorContext | null {
  const path = valuesAt(value, offset);
  const innermost = path.at(-1);
  const parent = path.at(-2);
  if (!innermost) return null;
  const list = parent?.kind === 'list' ? { list: parent } : {};
  switch (innermost.kind) {
    case 'string': {
      const { content, closed } = innermost;
      // Python's quotes have three characters.
      const inside = offset >= content.start && (offset <= content.end || !closed);
      return inside ? { kind: 'string', setting, node: innermost, ...list } : null;
    }
    case 'list': {
      const inside = offset > innermost.start && (offset < innermost.end || !innermost.closed);
      return inside ? { kind: 'value', setting, list: innermost, replaced: span(offset, offset) } : null;
    }
    default: {
      // A word in the position of a value; longer text can be anything.
      const word = isWord(innermost);
      return word
        ? { kind: 'value', setting, replaced: span(innermost.start, innermost.end), ...list }
        : null;
    }
  }
}

const isWord = ({ text }: { readonly text: string }): boolean => /^[\w.-]*$/.test(text);

/** At the first column of an unclosed list, the next setting is more probable than another item. */
function nextNameInList({ text }: ConfigFile, value: Value, offset: number): CursorContext | null {
  if (value.kind !== 'list' || value.closed) return null;
  const word = WORD_BEFORE.exec(text.slice(Math.max(0, offset - LONGEST_NAME), offset))?.[0] ?? '';
  const start = offset - word.length;
  const atFirstColumn = start > value.start && text[start - 1] === '\n';
  return atFirstColumn && /^[a-z]/.test(word)
    ? { kind: 'name', replaced: span(start, offset), hasOperator: false }
    : null;
}

/** After an operator without a value, or in an unclosed list. */
function unfinishedContext({ settings, text }: ConfigFile, offset: number): CursorContext | null {
  const setting = settings.findLast(({ start }) => start < offset);
  if (!setting) return null;
  const { operator, value } = setting;
  const between = text.slice(setting.end, offset);
  if (operator && !value && /^[ \t]*$/.test(between)) {
    return { kind: 'value', setting, replaced: span(offset, offset) };
  }
  if (value?.kind !== 'list' || value.closed || !/^\s*$/.test(between)) return null;
  return { kind: 'value', setting, list: innermostOpen(value), replaced: span(offset, offset) };
}

function innermostOpen(list: List): List {
  const last = list.items.at(-1);
  return last?.kind === 'list' && !last.closed ? innermostOpen(last) : list;
}

/**
 * Where a statement can start: at the start of a line or after `;`, whitespace aside, not in a block of Python, and not
 * where another one follows on the line.
 */
function startContext(file: ConfigFile, offset: number): CursorContext | null {
  const { text, settings } = file;
  const lineStart = lineStartAt(text, offset);
  const previous = settings.findLast(({ start }) => start < offset);
  const from = previous && previous.end > lineStart ? previous.end : lineStart;
  const before = text.slice(from, offset);
  const starts = from === lineStart ? /^[ \t;]*$/ : /^[ \t]*;[ \t;]*$/;
  if (
    !starts.test(before) ||
    !isStatementEnd(text, offset) ||
    (before !== '' && from === lineStart && isInPython(file, lineStart))
  )
    return null;
  return { kind: 'name', replaced: span(offset, offset), hasOperator: false };
}

/** Whether a statement can end there: nothing follows on the line but whitespace, a comment or `;`. */
export const isStatementEnd = (text: string, offset: number): boolean =>
  /^[ \t\r]*(?:[#;]|$)/.test(text.slice(offset, lineEndAt(text, offset)));

/** Whether the last line with text above is Python that does not parse: indented lines below belong to it. */
function isInPython({ text, errors }: ConfigFile, lineStart: number): boolean {
  const above = text.slice(0, lineStart).trimEnd();
  const aboveStart = above.lastIndexOf('\n') + 1;
  return errors.some(
    ({ code, start, end }) => code === 'python-code' && start < above.length && end > aboveStart,
  );
}
