/**
 * Tokens of a configuration file, as the scanner of xl makes them (libxlu_cfg_l.l). Where that one reports a lexical
 * error, this one gives a `bad` token that ends where a reader would see its end.
 */

import { lineEndAt } from '../lines.ts';
import type { Comment } from './ast.ts';
import type { ParseError } from './errors.ts';

export type TokenKind =
  | 'name'
  | 'number'
  | 'string'
  | 'bad'
  | '['
  | ']'
  | ','
  | '='
  | '+='
  | ';'
  | 'newline'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** A string without its closing quote, up to the end of the line. Its kind is `bad`. */
  readonly unclosed?: boolean;
  /** A bad token that is the very last byte of the file: xl says nothing of it and takes the file. */
  readonly stray?: boolean;
}

export interface Scanner {
  /** The next token. `inList` tells that a `]` after an unclosed string is more likely a bracket than a part of it. */
  next(inList: boolean): Token;
  /** Moves on to an offset. */
  skipTo(offset: number): void;
  /** Makes the line feed that ends a newline token the next thing to read. */
  unread(newline: Token): void;
}

const LF = 10;
const CR = 13;
const HASH = 35;
const BACKSLASH = 92;

const isBlank = (c: number): boolean => c === 32 || c === 9;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isNameStart = (c: number): boolean => c >= 97 && c <= 122;
/** White space that xl rejects: no-break space and other Unicode spaces, form feed, vertical tab. */
const isRejectedSpace = (c: number): boolean =>
  c === 11 || c === 12 || c === 0xa0 || (c >= 0x2000 && c <= 0x200b) || c === 0x202f || c === 0x3000;

const PUNCTUATION: ReadonlyMap<number, TokenKind> = new Map([
  [44, ','],
  [91, '['],
  [93, ']'],
  [61, '='],
  [59, ';'],
]);

/** What a character of ASCII can be to a word: bits, to be looked up rather than asked one by one. */
const NAME_PART = 1;
const NUMBER_PART = 2;
/** It ends a run of characters that xl has no token for. */
const ENDS_BAD_RUN = 4;

const PARTS = Uint8Array.from({ length: 128 }, (_, c) => {
  const character = String.fromCharCode(c);
  return (
    (/[._0-9a-z]/.test(character) ? NAME_PART : 0) |
    (/[0-9a-fx]/.test(character) ? NUMBER_PART : 0) |
    (/[ \t\v\f\n\r#"']/.test(character) || PUNCTUATION.has(c) ? ENDS_BAD_RUN : 0)
  );
});

const partOf = (c: number): number => (c < 128 ? (PARTS[c] ?? 0) : isRejectedSpace(c) ? ENDS_BAD_RUN : 0);

const endsBadRun = (c: number): boolean => (partOf(c) & ENDS_BAD_RUN) !== 0;

/** How a file's bytes became text: xl reads bytes, and `é` is one of them in Latin-1, two in UTF-8. */
export type Encoding = 'utf8' | 'latin1';

/** Scans `text`. Comments, and errors that do not touch the grammar (carriage returns, a byte order mark), are pushed. */
export function createScanner(
  text: string,
  comments: Comment[],
  errors: ParseError[],
  encoding: Encoding = 'utf8',
): Scanner {
  const length = text.length;
  let at = 0;
  let carriageReturn: { error: ParseError; index: number; count: number } | undefined;

  if (text.charCodeAt(0) === 0xfeff) {
    errors.push({ code: 'byte-order-mark', start: 0, end: 1 });
    at = 1;
  }

  /** One error for all: a file from Windows has as many as it has lines. `detail` is their number. */
  const noteCarriageReturn = (offset: number): void => {
    const count = (carriageReturn?.count ?? 0) + 1;
    const start = carriageReturn?.error.start ?? offset;
    const error: ParseError = { code: 'carriage-return', start, end: start + 1, detail: String(count) };
    const index = carriageReturn?.index ?? errors.length;
    errors[index] = error;
    carriageReturn = { error, index, count };
  };

  /** They look like spaces, so the text around them is read as if they were. */
  const skipRejectedSpaces = (): void => {
    const start = at;
    while (at < length && isRejectedSpace(text.charCodeAt(at))) at++;
    if (!isStray(start, at)) errors.push({ code: 'unexpected-character', start, end: at });
  };

  /** Whether nothing but blanks follows up to a line feed. */
  const endsLine = (from: number): boolean => {
    let end = from;
    while (end < length && (isBlank(text.charCodeAt(end)) || text.charCodeAt(end) === CR)) end++;
    return text.charCodeAt(end) === LF;
  };

  /** A backslash at the end of a line was meant to continue it, so the next line is read as a part of this one. */
  const skipContinuation = (): void => {
    errors.push({ code: 'line-continuation', start: at, end: at + 1 });
    skipTo(lineEndAt(text, at) + 1);
  };

  /** xl's scanner, having read one byte that it has no token for, wants more and meets the end: it just stops. */
  const isStray = (start: number, end: number): boolean =>
    end === length && end - start === 1 && (encoding === 'latin1' || text.charCodeAt(start) < 128);

  const token = (kind: TokenKind, end: number): Token => {
    const start = at;
    at = end;
    return { kind, start, end };
  };

  const badRun = (from: number): Token => {
    let end = from + 1;
    while (end < length && !endsBadRun(text.charCodeAt(end))) end++;
    const start = at;
    at = end;
    return { kind: 'bad', start, end, stray: isStray(start, end) };
  };

  const comment = (): Token => {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? length : lineEnd;
    comments.push({ kind: 'comment', start: at, end, text: text.slice(at, end) });
    if (lineEnd >= 0) return token('newline', end + 1);
    if (!isStray(at, length)) errors.push({ code: 'comment-at-end', start: at, end: length });
    return token('end', length);
  };

  const string = (quote: number, inList: boolean): Token => {
    // Most strings have nothing in them that needs a closer look.
    const close = text.indexOf(quote === 34 ? '"' : "'", at + 1);
    const inner = text.slice(at + 1, Math.max(close, at + 1));
    if (close >= 0 && !inner.includes('\n') && !inner.includes('\\')) return token('string', close + 1);
    for (let end = at + 1; end < length; end++) {
      const c = text.charCodeAt(end);
      if (c === quote) return token('string', end + 1);
      if (c === LF) break;
      // A backslash takes the next character with it, but for a line feed.
      if (c === BACKSLASH && end + 1 < length && text.charCodeAt(end + 1) !== LF) end++;
    }
    return unclosedString(inList);
  };

  const unclosedString = (inList: boolean): Token => {
    let end = lineEndAt(text, at);
    if (end > at + 1 && text.charCodeAt(end - 1) === CR) end--;
    if (inList) {
      let bracket = end;
      while (bracket > at + 1 && isBlank(text.charCodeAt(bracket - 1))) bracket--;
      if (bracket > at + 1 && text[bracket - 1] === ']') {
        end = bracket - 1;
        while (end > at + 1 && isBlank(text.charCodeAt(end - 1))) end--;
      }
    }
    const start = at;
    at = end;
    return { kind: 'bad', start, end, unclosed: true, stray: isStray(start, end) };
  };

  /** `name: value`, as other formats have it. */
  const isColon = (offset: number): boolean =>
    text[offset] === ':' && (offset + 1 >= length || endsBadRun(text.charCodeAt(offset + 1)));

  const word = (kind: 'name' | 'number', part: number): Token => {
    let end = at + 1;
    while (end < length && (partOf(text.charCodeAt(end)) & part) !== 0) end++;
    // `vCpus`, `on-crash`, `512M`, `1.5`: two tokens or an error to xl, one word to a reader.
    const next = end < length ? text.charCodeAt(end) : LF;
    const goesOn =
      !endsBadRun(next) &&
      !(next === 43 && text.charCodeAt(end + 1) === 61) &&
      !(kind === 'name' && isColon(end));
    if (goesOn && !isStray(end, length)) return badRun(end);
    if (goesOn && (isNameStart(next) || isDigit(next))) return badRun(end);
    return token(kind, end);
  };

  const next = (inList: boolean): Token => {
    for (;;) {
      if (at >= length) return { kind: 'end', start: length, end: length };
      const c = text.charCodeAt(at);
      if (isBlank(c)) at++;
      else if (c === CR) {
        // As the very last byte it is as stray as any other.
        if (at !== length - 1) noteCarriageReturn(at);
        at++;
      } else if (c === LF) return token('newline', at + 1);
      else if (c === HASH) return comment();
      else if (isNameStart(c)) return word('name', NAME_PART);
      else if (isDigit(c)) return word('number', NUMBER_PART);
      else if (c === 34 || c === 39) return string(c, inList);
      else if (c === 43 && text.charCodeAt(at + 1) === 61) return token('+=', at + 2);
      else if (isRejectedSpace(c)) skipRejectedSpaces();
      else if (c === BACKSLASH && endsLine(at + 1)) skipContinuation();
      else {
        const kind = PUNCTUATION.get(c);
        return kind ? token(kind, at + 1) : badRun(at);
      }
    }
  };

  const skipTo = (offset: number): void => {
    for (; at < offset; at++) if (text.charCodeAt(at) === CR) noteCarriageReturn(at);
  };

  const unread = (newline: Token): void => {
    at = newline.end - 1;
  };

  return { next, skipTo, unread };
}
