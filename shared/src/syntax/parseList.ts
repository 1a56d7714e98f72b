/** Lists, nested as deep as xl's parser goes, without recursion of our own. */
import { lineEndAt } from '../lines.ts';
import type { List, Value } from './ast.ts';
import {
  invalidValue,
  isNestedQuote,
  numberLiteral,
  type ParserState,
  stringLiteral,
  tripleQuoted,
} from './parseAtom.ts';
import { continuesPythonExpression } from './python.ts';
import { continuesBrackets, isTripleQuoteAt } from './pythonBlocks.ts';
import type { Token } from './scanner.ts';

/**
 * How high the stack of xl's parser stands. Bison gives up at 10,000 entries ("memory exhausted", YYMAXDEPTH), so xl
 * rejects lists that are nested too deep. Each function gives the index of the topmost entry at its highest while the
 * step is taken; a list's base is the index after its `[` and the newlines that may follow it.
 */
const HIGHEST_INDEX = 9998;

/** Beginning of the file, statements, name, `=`, `[`, newlines. */
const OUTERMOST_BASE = 5;

/** The base of a list that is the first item of a list (`[` and newlines), or a later one (values, comma, newlines, too). */
const nestedBase = (base: number, isFirst: boolean): number => base + (isFirst ? 2 : 5);

/** A plain item with the (possibly empty) newlines after it. */
const afterItem = (base: number, isFirst: boolean): number => base + (isFirst ? 2 : 5);

/** A newline after an item. */
const newlineAfterItem = (base: number, isFirst: boolean): number => afterItem(base, isFirst) + 1;

/** A newline where an item may follow: after `[`, or after a comma. */
const newlineBeforeItem = (base: number, isFirst: boolean): number => base + (isFirst ? 1 : 4);

const afterComma = (base: number): number => base + 3;

const atClose = (base: number): number => base + 2;

interface OpenList {
  readonly start: number;
  readonly base: number;
  readonly items: Value[];
  readonly commas: number[];
  /** An item has been read since the last comma, so that a comma or the end must come. */
  afterItem: boolean;
  /** Just after the last thing that belongs to the list. */
  end: number;
}

/** A line that begins like the next setting, and so is not a part of the list. */
const NEXT_SETTING = /[ \t]*[A-Za-z_][\w.]*[ \t]*\+?=(?!=)/y;

/** Parses the list that `bracket` opens; the scanner stands behind it then. */
export function parseList(state: ParserState, bracket: Token): List {
  const { text, scanner } = state;
  /** After a quote within a string nothing is certain up to the end of the list, so that errors go elsewhere. */
  let reporting = state;
  const open: OpenList[] = [];
  let current = opened(bracket, OUTERMOST_BASE);

  const finish = (list: OpenList, closed: boolean): List => ({
    kind: 'list',
    start: list.start,
    end: list.end,
    items: list.items,
    commas: list.commas,
    closed,
  });
  const isFirst = (): boolean => current.commas.length === 0;
  const add = (item: Value): void => {
    current.items.push(item);
    current.afterItem = true;
    current.end = item.end;
  };
  /** Closes the innermost list; gives the outermost one when that is it. */
  const close = (end: number, closed: boolean): List | undefined => {
    current.end = end;
    const list = finish(current, closed);
    const outer = open.pop();
    if (!outer) return list;
    current = outer;
    add(list);
    return undefined;
  };
  const closeAll = (closed: boolean): List => {
    for (;;) {
      const outermost = close(current.end, closed);
      if (outermost) return outermost;
    }
  };
  const unclosed = (): List => {
    const last = current.items.at(-1);
    // Behind a string that is open itself there is no place for a bracket.
    const place =
      last?.kind === 'string' && !last.closed
        ? {}
        : { related: { start: current.end - 1, end: current.end } };
    for (const list of [...open, current]) {
      reporting.errors.push({ code: 'unclosed-list', start: list.start, end: list.start + 1, ...place });
    }
    return closeAll(false);
  };
  const wantComma = (token: Token): void => {
    if (!current.afterItem) return;
    const previous = current.items.at(-1);
    reporting.errors.push({
      code: 'missing-comma',
      start: token.start,
      end: token.end,
      ...(previous ? { related: { start: previous.start, end: previous.end } } : {}),
    });
  };
  /** An operator makes a Python expression of the item before it, whose text then says nothing. */
  const continueExpression = (token: Token): void => {
    const end = Math.max(token.end, endOfInvalidItem(text, token.start));
    const start = current.items.pop()?.start ?? token.start;
    reporting.errors.push({ code: 'python-code', start: token.start, end });
    add({ kind: 'invalid', start, end, text: text.slice(start, end) });
    scanner.skipTo(end);
  };
  const tooDeep = (token: Token): List => {
    reporting.errors.push({ code: 'nested-too-deep', start: token.start, end: token.end });
    scanner.skipTo(lineEndAt(text, token.end));
    return closeAll(true);
  };

  /** Mutes what follows from a quote within a string, and moves on to the bracket at the end of its line, if there is one. */
  const skipNestedQuote = (token: Token): void => {
    const lineEnd = lineEndAt(text, token.start);
    const line = text.slice(token.start, lineEnd).trimEnd();
    reporting.errors.push({ code: 'nested-quotes', start: token.start - 1, end: token.start + line.length });
    reporting = { ...state, errors: [] };
    scanner.skipTo(line.endsWith(']') ? token.start + line.length - 1 : lineEnd);
  };

  for (;;) {
    const token = scanner.next(true);
    if (current.afterItem && current.end === token.start && isNestedQuote(text, token)) {
      skipNestedQuote(token);
      continue;
    }
    if (!current.afterItem && isTripleQuoteAt(text, token.start)) {
      add(tripleQuoted(reporting, token.start));
      continue;
    }
    let highest = 0;
    switch (token.kind) {
      case 'end':
        return unclosed();
      case 'newline':
        highest = current.afterItem
          ? newlineAfterItem(current.base, isFirst())
          : newlineBeforeItem(current.base, isFirst());
        NEXT_SETTING.lastIndex = token.end;
        if (NEXT_SETTING.test(text)) {
          const list = unclosed();
          scanner.unread(token);
          return list;
        }
        break;
      case '[':
        wantComma(token);
        open.push(current);
        current = opened(token, nestedBase(current.base, isFirst()));
        highest = current.base;
        break;
      case ']': {
        highest = atClose(current.base);
        if (highest > HIGHEST_INDEX) break;
        const outermost = close(token.end, true);
        if (outermost) return outermost;
        highest = afterItem(current.base, isFirst());
        break;
      }
      case ',':
        if (!current.afterItem)
          reporting.errors.push({ code: 'unexpected-comma', start: token.start, end: token.end });
        current.afterItem = false;
        current.commas.push(token.start);
        current.end = token.end;
        highest = afterComma(current.base);
        break;
      case 'string':
        wantComma(token);
        highest = afterItem(current.base, isFirst());
        add(stringLiteral(reporting, token));
        break;
      case 'number':
        wantComma(token);
        highest = afterItem(current.base, isFirst());
        add(numberLiteral(state, token));
        break;
      case ';':
      case '=':
      case '+=':
        reporting.errors.push({
          code: 'unexpected-token',
          start: token.start,
          end: token.end,
          detail: 'in-list',
        });
        current.end = token.end;
        break;
      default: {
        if (current.afterItem && continuesPythonExpression(text.slice(token.start, token.start + 20))) {
          continueExpression(token);
          break;
        }
        wantComma(token);
        if (token.unclosed) add(stringLiteral(reporting, token));
        else
          add(invalidValue(reporting, token.start, Math.max(token.end, endOfInvalidItem(text, token.start))));
      }
    }
    if (highest > HIGHEST_INDEX) return tooDeep(token);
  }
}

const opened = (bracket: Token, base: number): OpenList => ({
  start: bracket.start,
  base,
  items: [],
  commas: [],
  afterItem: false,
  end: bracket.end,
});

/** Up to the comma or bracket that ends the item; those inside parentheses belong to it (a Python call), over several lines. */
function endOfInvalidItem(text: string, start: number): number {
  let depth = 0;
  let end = start;
  for (let at = start; at < text.length; at++) {
    const c = text[at];
    if (c === '#' || (c === '\n' && !(depth > 0 && continuesBrackets(text, at + 1)))) break;
    if (depth === 0 && (c === ',' || c === ']')) break;
    if (c === '(' || c === '{') depth++;
    else if (c === ')' || c === '}') depth = Math.max(0, depth - 1);
    if (c !== ' ' && c !== '\t' && c !== '\r' && c !== '\n') end = at + 1;
  }
  return end;
}
