/**
 * The grammar of xl's configuration files (libxlu_cfg_y.y): statements `name = value`, ended by a newline or `;`.
 * Never throws, takes time linear in the text, and gives a tree for any text. `errors` is empty if and only if xl's
 * own parser takes the file. Recovery: at the newline, as xl does; inside an open list also at a line that looks like
 * the next setting.
 */

import { lineEndAt } from '../lines.ts';
import { compareSpans } from '../span.ts';
import type { Comment, ConfigFile, Name, Operator, Setting, Value } from './ast.ts';
import type { ParseError } from './errors.ts';
import {
  invalidValue,
  isNestedQuote,
  numberLiteral,
  type ParserState,
  stringLiteral,
  tripleQuoted,
} from './parseAtom.ts';
import { parseList } from './parseList.ts';
import {
  continuesPythonExpression,
  looksLikeProse,
  looksLikePythonExpression,
  looksLikePythonStatement,
} from './python.ts';
import { endOfPythonLine, endOfPythonStatement, endOfTripleQuoted, isTripleQuoteAt } from './pythonBlocks.ts';
import { createScanner, type Encoding, type Token } from './scanner.ts';

/** Parses a file's text. Offsets in the result are UTF-16 code units into `text`. */
export function parseConfig(text: string, encoding?: Encoding): ConfigFile {
  const comments: Comment[] = [];
  const errors: ParseError[] = [];
  const settings: Setting[] = [];
  const state: ParserState = {
    text,
    scanner: createScanner(text, comments, errors, encoding),
    errors,
    hasNul: text.includes('\0'),
  };
  let token = state.scanner.next(false);
  while (token.kind !== 'end' && !isStrayEnd(token)) {
    if (token.kind !== 'newline' && token.kind !== ';') {
      const { setting, next } = parseStatement(state, token);
      if (setting) settings.push(setting);
      token = next;
    } else token = state.scanner.next(false);
  }
  errors.push(...mixedAdditionErrors(settings));
  errors.sort(compareSpans);
  return { kind: 'file', start: 0, end: text.length, text, settings, comments, errors };
}

interface Statement {
  readonly setting?: Setting;
  /** The token that ends the statement, or that the next one begins with. */
  readonly next: Token;
}

/** A last byte that xl does not notice. An opening quote counts only where a value is expected. */
const isStrayEnd = (token: Token): boolean => token.kind === 'bad' && token.stray === true;

const endsStatement = (token: Token): boolean =>
  token.kind === 'newline' || token.kind === ';' || token.kind === 'end' || isStrayEnd(token);

function parseStatement(state: ParserState, first: Token): Statement {
  const { text, errors } = state;
  const word = text.slice(first.start, first.end);
  const isWord = first.kind === 'name' || (!first.unclosed && /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(word));
  if (!isWord || looksLikePythonStatement(text.slice(first.start, first.start + 80))) {
    return { next: badLine(state, first) };
  }
  const operator = state.scanner.next(false);
  if (operator.kind !== '=' && operator.kind !== '+=') return missingOperator(state, first, operator);
  if (first.kind !== 'name') errors.push({ code: 'bad-name', start: first.start, end: first.end });
  const name: Name = { kind: 'name', start: first.start, end: first.end, text: word };
  const operatorNode: Operator = {
    kind: 'operator',
    start: operator.start,
    end: operator.end,
    text: operator.kind,
  };
  const { value, next } = parseValue(state, operatorNode);
  const { start } = name;
  if (!value) {
    const setting: Setting = { kind: 'setting', start, end: operator.end, name, operator: operatorNode };
    return { setting, next };
  }
  const setting: Setting = { kind: 'setting', start, end: value.end, name, operator: operatorNode, value };
  return { setting, next: endStatement(state, next, value.end) };
}

/** A line that begins with no name. */
function badLine(state: ParserState, first: Token): Token {
  const { text } = state;
  const { start } = first;
  if (isTripleQuoteAt(text, start)) return skipPython(state, start, endOfTripleQuoted(text, start));
  const end = endOfStatementText(text, start);
  const line = text.slice(start, end);
  if (looksLikeProse(line)) return proseLine(state, start, end);
  if (looksLikePythonStatement(line) || (first.kind !== 'string' && looksLikePythonExpression(line)))
    return skipPython(state, start, endOfPythonStatement(text, start));
  const code =
    first.kind === 'bad' && !first.unclosed && first.end < end ? 'unexpected-character' : 'unexpected-token';
  const wide = first.kind !== 'bad' || first.unclosed;
  state.errors.push({ code, start, end: wide ? end : first.end });
  return skipLine(state, Math.max(end, first.end));
}

/** Reports lines of one kind. Those below each other are one mistake. */
function reportLines({ text, errors }: ParserState, error: ParseError): void {
  const last = errors.at(-1);
  const isSame = last !== undefined && last.code === error.code && last.detail === error.detail;
  if (isSame && isLineBreak(text, last.end, error.start))
    errors[errors.length - 1] = { ...last, end: error.end };
  else errors.push(error);
}

/** Whether there is one line feed between the offsets, and nothing else but blanks. */
function isLineBreak(text: string, from: number, to: number): boolean {
  let lineFeeds = 0;
  for (let at = from; at < to; at++) {
    if (text[at] === '\n') lineFeeds++;
    else if (text[at] !== ' ' && text[at] !== '\t') return false;
    if (lineFeeds > 1) return false;
  }
  return lineFeeds === 1;
}

/** Reports a statement of Python up to `end`. */
function skipPython(state: ParserState, start: number, end: number): Token {
  reportLines(state, { code: 'python-code', start, end, detail: 'statement' });
  return skipLine(state, end);
}

/** Text that was meant as a comment. */
function proseLine(state: ParserState, start: number, end: number): Token {
  reportLines(state, { code: 'unexpected-token', start, end, detail: 'prose' });
  return skipLine(state, end);
}

function missingOperator(state: ParserState, name: Token, found: Token): Statement {
  const end = endOfStatementText(state.text, name.start);
  const setting: Setting = {
    kind: 'setting',
    start: name.start,
    end: name.end,
    name: { kind: 'name', start: name.start, end: name.end, text: state.text.slice(name.start, name.end) },
  };
  if (endsStatement(found)) {
    const code = name.kind === 'number' ? 'unexpected-token' : 'missing-operator';
    state.errors.push({ code, start: name.start, end: name.end });
    return { setting, next: found };
  }
  const line = state.text.slice(name.start, end);
  if (looksLikeProse(line)) return { next: proseLine(state, name.start, end) };
  if (looksLikePythonExpression(line))
    return { setting, next: skipPython(state, name.start, endOfPythonStatement(state.text, name.start)) };
  const rest = state.text.slice(found.start, end);
  state.errors.push({ code: 'missing-operator', start: name.start, end: name.end, detail: rest });
  return { setting, next: skipLine(state, Math.max(end, found.end)) };
}

function parseValue(state: ParserState, operator: Operator): { value?: Value; next: Token } {
  const { text, errors, scanner } = state;
  const token = scanner.next(false);
  if (isTripleQuoteAt(text, token.start)) {
    const value = tripleQuoted(state, token.start);
    return { value, next: scanner.next(false) };
  }
  switch (token.kind) {
    case 'string':
      return { value: stringLiteral(state, token), next: scanner.next(false) };
    case 'number':
      return { value: numberLiteral(state, token), next: scanner.next(false) };
    case '[':
      return { value: parseList(state, token), next: scanner.next(false) };
    case 'newline':
    case 'end':
    case ';':
      errors.push({ code: 'missing-value', start: operator.start, end: operator.end });
      return { next: token };
    default: {
      if (token.unclosed) return { value: stringLiteral(state, token), next: scanner.next(false) };
      if (isStrayEnd(token)) {
        errors.push({ code: 'missing-value', start: operator.start, end: operator.end });
        return { next: scanner.next(false) };
      }
      const end = endOfBareWord(text, token.start) ?? endOfBareText(text, token.start);
      return { value: invalidValue(state, token.start, Math.max(end, token.end)), next: scanner.next(false) };
    }
  }
}

const OPERATOR_AHEAD = /[ \t]*\+?=(?!=)/y;

/** What comes after a value: the end of the statement, or something that does not belong there. */
function endStatement(state: ParserState, token: Token, valueEnd: number): Token {
  if (endsStatement(token)) return token;
  const { text, errors } = state;
  OPERATOR_AHEAD.lastIndex = token.end;
  if (token.kind === 'name' && OPERATOR_AHEAD.test(text)) {
    errors.push({ code: 'unexpected-token', start: token.start, end: token.end, detail: 'two-settings' });
    return token;
  }
  // What a backslash was to continue is a part of that mistake.
  const last = errors.at(-1);
  if (last?.code === 'line-continuation' && last.start >= valueEnd) return skipLine(state, token.end);
  const end = Math.max(endOfStatementText(text, token.start), token.end);
  const rest = text.slice(token.start, end);
  if (isNestedQuote(text, token)) {
    errors.push({ code: 'nested-quotes', start: token.start - 1, end });
    return skipLine(state, end);
  }
  const adjacent = token.kind === 'string' || token.unclosed;
  const python = adjacent || looksLikePythonExpression(rest) || continuesPythonExpression(rest);
  if (!python) {
    errors.push({ code: 'unexpected-token', start: token.start, end });
    return skipLine(state, end);
  }
  const pythonEnd = Math.max(endOfPythonLine(text, token.start), token.end);
  errors.push({ code: 'python-code', start: token.start, end: pythonEnd });
  return skipLine(state, pythonEnd);
}

/** Where a value without quotes ends: with its line, or later where it is Python with open brackets. */
function endOfBareText(text: string, start: number): number {
  const end = endOfStatementText(text, start);
  return looksLikePythonExpression(text.slice(start, end)) ? endOfPythonLine(text, start) : end;
}

function skipLine(state: ParserState, from: number): Token {
  state.scanner.skipTo(lineEndAt(state.text, from));
  return state.scanner.next(false);
}

const WORD_BEFORE_SEMICOLON = /[\w./:@+-]+(?=[ \t]*;)/y;

/** The end of a single word with a `;` behind it, which ends the statement; Python may have them anywhere. */
function endOfBareWord(text: string, start: number): number | undefined {
  WORD_BEFORE_SEMICOLON.lastIndex = start;
  return WORD_BEFORE_SEMICOLON.test(text) ? WORD_BEFORE_SEMICOLON.lastIndex : undefined;
}

/** Where the text of the statement that begins at `start` ends: before a comment, trailing blanks left out. */
function endOfStatementText(text: string, start: number): number {
  let end = start;
  for (let at = start; at < text.length; at++) {
    const c = text[at];
    if (c === '\n') break;
    if (c === '#' && (at === start || /\s/.test(text[at - 1] ?? ''))) break;
    if (c !== ' ' && c !== '\t' && c !== '\r') end = at + 1;
  }
  return end;
}

/** `+=` joins strings with strings and lists with lists; xl rejects the rest (xlu__cfg_concat_vals). */
function mixedAdditionErrors(settings: readonly Setting[]): ParseError[] {
  const errors: ParseError[] = [];
  if (!settings.some(({ operator }) => operator?.text === '+=')) return errors;
  const latest = new Map<string, Setting>();
  for (const setting of settings) {
    const { name, operator, value } = setting;
    if (!value || value.kind === 'invalid') continue;
    const earlier = latest.get(name.text);
    if (
      operator?.text === '+=' &&
      earlier?.value &&
      (earlier.value.kind === 'list') !== (value.kind === 'list')
    ) {
      errors.push({
        code: 'mixed-addition',
        start: operator.start,
        end: value.end,
        detail: value.kind === 'list' ? 'list' : 'string',
        related: { start: earlier.start, end: earlier.end },
      });
    }
    latest.set(name.text, setting);
  }
  return errors;
}
