/** Values that are no lists: strings, numbers, and text that is neither. */
import type { Invalid, NumberLiteral, StringLiteral } from './ast.ts';
import type { ParseError } from './errors.ts';
import { looksLikePythonExpression } from './python.ts';
import { endOfTripleQuoted } from './pythonBlocks.ts';
import type { Scanner, Token } from './scanner.ts';
import { decodeString } from './stringContent.ts';

/** What the parts of the parser share. */
export interface ParserState {
  readonly text: string;
  readonly scanner: Scanner;
  readonly errors: ParseError[];
  readonly hasNul: boolean;
}

/** The node of a string token, with the errors of its inside. */
export function stringLiteral(state: ParserState, token: Token): StringLiteral {
  const { text, errors } = state;
  const closed = !token.unclosed;
  if (!closed) errors.push({ code: 'unclosed-string', start: token.start, end: token.end });
  const start = token.start + 1;
  const end = closed ? token.end - 1 : token.end;
  const nul = state.hasNul ? text.slice(start, end).indexOf('\0') : -1;
  if (nul >= 0) errors.push({ code: 'nul-in-string', start: start + nul, end: start + nul + 1 });
  return {
    kind: 'string',
    start: token.start,
    end: token.end,
    quote: text[token.start] === '"' ? '"' : "'",
    closed,
    content: decodeString(text, start, end, errors),
  };
}

export const numberLiteral = ({ text }: ParserState, { start, end }: Token): NumberLiteral => ({
  kind: 'number',
  start,
  end,
  text: text.slice(start, end),
});

const isTuple = (text: string): boolean => /^\([\s\S]*\)$/.test(text);

/** Text where a value should be, with the error that says so. The scanner goes on behind it. */
export function invalidValue(state: ParserState, start: number, end: number): Invalid {
  const text = state.text.slice(start, end);
  const code = looksLikePythonExpression(text) ? 'python-code' : 'bare-value';
  state.errors.push({ code, start, end, ...(isTuple(text) ? { detail: 'tuple' } : {}) });
  state.scanner.skipTo(end);
  return { kind: 'invalid', start, end, text };
}

/** A string in Python's triple quotes, as a string of its content, with one error for all of it. */
export function tripleQuoted(state: ParserState, start: number): StringLiteral {
  const { text, errors, scanner } = state;
  const end = endOfTripleQuoted(text, start);
  const isClosed = end - start >= 6 && text.startsWith(text.slice(start, start + 3), end - 3);
  errors.push({ code: 'triple-quotes', start, end });
  scanner.skipTo(end);
  const contentEnd = isClosed ? end - 3 : end;
  return {
    kind: 'string',
    start,
    end,
    quote: text[start] === '"' ? '"' : "'",
    closed: isClosed,
    content: decodeString(text, start + 3, contentEnd, []),
  };
}

/** Whether a word begins right behind a string, so that a quote inside ended that string too early. */
export const isNestedQuote = (text: string, { kind, start }: Token): boolean =>
  (kind === 'name' || kind === 'number' || kind === 'bad') &&
  /["'][^+%;.)\\]/.test(text.slice(start - 1, start + 1));
