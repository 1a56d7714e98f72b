/** Values that are no lists: strings, numbers, and text that is neither. */
import type { Invalid, NumberLiteral, StringLiteral } from './ast.ts';
import type { ParseError } from './errors.ts';
import { looksLikePythonExpression } from './python.ts';
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

/** Text where a value should be, with the error that says so. The scanner goes on behind it. */
export function invalidValue(state: ParserState, start: number, end: number): Invalid {
  const text = state.text.slice(start, end);
  state.errors.push({ code: looksLikePythonExpression(text) ? 'python-code' : 'bare-value', start, end });
  state.scanner.skipTo(end);
  return { kind: 'invalid', start, end, text };
}
