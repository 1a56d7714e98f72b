/** How far a piece of Python goes: everything that belongs to it is one mistake. Offsets are UTF-16 code units. */
import { lineEndAt } from '../lines.ts';

const TRIPLE = /"""|'''/y;
const BLANK_OR_COMMENT = /[ \t\r]*(?:#[^\n]*)?(?=\n|$)/y;
const INDENTED = /[ \t]+\S/y;
const CLOSING = /[ \t]*[)\]}]/y;
/** What continues a statement such as `if` at its own indentation. */
const CLAUSE = /[ \t]*(?:else|elif|except|finally)\b/y;
const OPENING = '([{';
const CLOSERS = ')]}';

const matchesAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Whether a triple-quoted string begins at an offset. Of two quotes and a last byte xl does not notice the last one. */
export const isTripleQuoteAt = (text: string, at: number): boolean =>
  matchesAt(TRIPLE, text, at) && at + 3 < text.length;

/** The end of the triple-quoted string that begins at an offset, or of its line where it is never closed. */
export function endOfTripleQuoted(text: string, start: number): number {
  const quotes = text.slice(start, start + 3);
  const close = text.indexOf(quotes, start + 3);
  return close < 0 ? lineEndAt(text, start) : close + 3;
}

/** The end of a string on one line that begins at an offset. */
function endOfString(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    const c = text[at];
    if (c === quote) return at + 1;
    if (c === '\n') return at;
    if (c === '\\') at++;
  }
  return text.length;
}

/** Whether the line at an offset goes on with what open brackets hold: a line at the margin is the next statement. */
export const continuesBrackets = (text: string, lineStart: number): boolean =>
  matchesAt(INDENTED, text, lineStart) ||
  matchesAt(CLOSING, text, lineStart) ||
  matchesAt(BLANK_OR_COMMENT, text, lineStart);

/**
 * The end of the expression or simple statement at an offset, comments and trailing blanks left out: that of its line,
 * or of a later one where brackets or a triple-quoted string are open, or a backslash is the last character.
 */
export function endOfPythonLine(text: string, start: number): number {
  let depth = 0;
  let end = start;
  let at = start;
  while (at < text.length) {
    const c = text.charAt(at);
    if (c === '\n') {
      const continued = text[at - 1] === '\\' || (depth > 0 && continuesBrackets(text, at + 1));
      if (!continued) break;
      at++;
    } else if (c === '#') at = lineEndAt(text, at);
    else if (c === '"' || c === "'") {
      at = isTripleQuoteAt(text, at) ? endOfTripleQuoted(text, at) : endOfString(text, at);
      end = at;
    } else {
      if (OPENING.includes(c)) depth++;
      else if (CLOSERS.includes(c)) depth = Math.max(0, depth - 1);
      at++;
      if (c !== ' ' && c !== '\t' && c !== '\r') end = at;
    }
  }
  return end;
}

/** The width of the blanks before an offset, if there is nothing else before it on its line. */
function indentationOf(text: string, start: number): number {
  let at = start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at === 0 || text[at - 1] === '\n' ? start - at : 0;
}

const blanksAt = (text: string, lineStart: number): number => {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - lineStart;
};

/** The end of the statement at an offset, with the indented lines below it and the clauses that go with it. */
export function endOfPythonStatement(text: string, start: number): number {
  const indentation = indentationOf(text, start);
  let end = endOfPythonLine(text, start);
  const isCompound = text[end - 1] === ':';
  let next = lineEndAt(text, end) + 1;
  while (next < text.length) {
    if (matchesAt(BLANK_OR_COMMENT, text, next)) {
      next = lineEndAt(text, next) + 1;
      continue;
    }
    const blanks = blanksAt(text, next);
    const isClause = isCompound && blanks === indentation && matchesAt(CLAUSE, text, next);
    if (!isClause && !(isCompound && blanks > indentation)) break;
    end = endOfPythonLine(text, next + blanks);
    next = lineEndAt(text, end) + 1;
  }
  return end;
}
