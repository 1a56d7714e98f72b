/**
 * Lexemes of a disk spec, chosen as the flex scanner of libxlutil chooses them (libxlu_disk_l.l): of all rules that
 * match at a place the longest match wins, of equally long ones the first rule. A prefix counts as if it had matched
 * up to the end of the line.
 */

import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { diskParameter, diskPrefix } from './schema/index.ts';

export type Lexeme =
  | { readonly kind: 'blank'; readonly end: number }
  /** `name=value`; `valueEnd` is where the value ends, `end` is behind the comma. */
  | {
      readonly kind: 'parameter';
      readonly nameEnd: number;
      readonly valueEnd: number;
      readonly end: number;
      readonly known: boolean;
    }
  | { readonly kind: 'flag'; readonly nameEnd: number; readonly end: number }
  | { readonly kind: 'prefix'; readonly nameEnd: number; readonly end: number; readonly known: boolean }
  | { readonly kind: 'positional'; readonly valueEnd: number; readonly end: number }
  | { readonly kind: 'junk'; readonly end: number };

export interface DiskLexer {
  /** The lexeme at `at`. Ask with growing offsets: what has been looked up ahead is kept, so the whole is linear. */
  at(at: number): Lexeme;
}

/** The text that is read, by whom, and the places that were looked up ahead. */
interface State {
  readonly text: string;
  readonly xenVersion: XenVersion;
  /** By character: its next place, as far as it is known. */
  readonly next: { '\n': number; ',': number; '=': number };
}

/** Where the word that begins at a place ends: `[a-z]`, then digits and letters, or those and `-`, or those and `_`. */
interface Word {
  readonly prefixEnd: number;
  readonly nameEnd: number;
  /** Parameter names have a `_` in them where xl has its own rule for them. */
  readonly knownEnd: number;
}

/** `reach` is the end of what the rule matched, context behind the lexeme included. */
type Candidate = Lexeme & { readonly reach: number };

/** A rule of the scanner, for a place where its first character can be. */
type WordRule = (state: State, at: number, word: Word) => Candidate | undefined;

/** Reads `text` as the xl of `xenVersion` does. */
export function createDiskLexer(text: string, xenVersion: XenVersion): DiskLexer {
  const state: State = { text, xenVersion, next: { '\n': -1, ',': -1, '=': -1 } };
  return { at: (at) => best(state, at) ?? { kind: 'junk', end: text.length } };
}

/** The longest match; of equally long ones the first in the order of the scanner's rules. */
function best(state: State, at: number): Candidate | undefined {
  const first = state.text.charCodeAt(at);
  let found = isBlank(first) ? blank(state, at) : undefined;
  if (isLower(first)) {
    const word = wordAt(state.text, at);
    for (const rule of WORD_RULES) found = longer(found, rule(state, at, word));
  }
  return longer(found, positional(state, at));
}

const longer = (a: Candidate | undefined, b: Candidate | undefined): Candidate | undefined =>
  a && (!b || a.reach >= b.reach) ? a : b;

const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 10;
const isLower = (c: number): boolean => c >= 97 && c <= 122;
const isAlphanumeric = (c: number): boolean => isLower(c) || (c >= 48 && c <= 57);
const DASH = 45;
const UNDERSCORE = 95;

function wordAt(text: string, at: number): Word {
  let prefixEnd = at;
  while (isAlphanumeric(text.charCodeAt(prefixEnd))) prefixEnd++;
  let nameEnd = prefixEnd;
  while (isAlphanumeric(text.charCodeAt(nameEnd)) || text.charCodeAt(nameEnd) === DASH) nameEnd++;
  let knownEnd = nameEnd;
  const isKnownPart = (c: number): boolean => isAlphanumeric(c) || c === DASH || c === UNDERSCORE;
  while (isKnownPart(text.charCodeAt(knownEnd))) knownEnd++;
  return { prefixEnd, nameEnd, knownEnd };
}

/** The next place of a character from an offset on, or the end of the text. Amortised: asked with growing offsets. */
function next({ text, next: known }: State, character: keyof State['next'], from: number): number {
  if (known[character] < from) {
    const found = text.indexOf(character, from);
    known[character] = found < 0 ? text.length : found;
  }
  return known[character];
}

const withComma = ({ text }: State, end: number): number => (text[end] === ',' ? end + 1 : end);

function blank(state: State, at: number): Candidate {
  const { text } = state;
  let end = at;
  while (isBlank(text.charCodeAt(end))) end++;
  const reach = end < text.length ? next(state, '\n', end) : end;
  return { reach, kind: 'blank', end };
}

const knownParameter: WordRule = (state, at, { knownEnd: nameEnd }) => {
  const { text, xenVersion } = state;
  const parameter = diskParameter(text.slice(at, nameEnd));
  if (!parameter || !existsIn(xenVersion, parameter)) return undefined;
  if (parameter.form === 'flag') {
    const end = withComma(state, nameEnd);
    return { reach: end, kind: 'flag', nameEnd, end };
  }
  if (text[nameEnd] !== '=') return undefined;
  // In the scanner these are words with a value of one digit: what follows is the next word.
  const digitEnd = parameter.field === 'grant_usage' ? nameEnd + 2 : undefined;
  if (digitEnd !== undefined && !/[01]/.test(text.charAt(nameEnd + 1))) return undefined;
  const end = parameter.takesRest
    ? next(state, '\n', nameEnd)
    : withComma(state, digitEnd ?? next(state, ',', nameEnd));
  const valueEnd = digitEnd ?? (text[end - 1] === ',' && end - 1 > nameEnd ? end - 1 : end);
  return { reach: end, kind: 'parameter', nameEnd, valueEnd, end, known: true };
};

const unknownParameter: WordRule = (state, _at, { nameEnd }) => {
  const { text } = state;
  const first = text[nameEnd + 1];
  if (text[nameEnd] !== '=' || first === undefined || first === ',') return undefined;
  // xl takes one character of the value, then fails on the rest; the rest belongs to it all the same.
  const valueEnd = next(state, ',', nameEnd);
  return {
    reach: withComma(state, nameEnd + 2),
    kind: 'parameter',
    nameEnd,
    valueEnd,
    end: withComma(state, valueEnd),
    known: false,
  };
};

const knownPrefix: WordRule = (state, at, { nameEnd }) => {
  if (state.text[nameEnd] !== ':' || !diskPrefix(state.text.slice(at, nameEnd))) return undefined;
  const end = nameEnd + 1;
  return { reach: next(state, '\n', end), kind: 'prefix', nameEnd, end, known: true };
};

/** This rule matches known names too, and wins where a line feed right behind the colon makes it the longer one. */
const unknownPrefix: WordRule = (state, _at, { prefixEnd: nameEnd }) => {
  const { text } = state;
  if (text[nameEnd] !== ':') return undefined;
  const end = nameEnd + 1;
  const reach = end < text.length && !isAlphanumeric(text.charCodeAt(end)) ? next(state, '\n', end + 1) : end;
  return { reach, kind: 'prefix', nameEnd, end, known: false };
};

/** Those that begin with a lower-case letter. */
const WORD_RULES: readonly WordRule[] = [knownParameter, unknownParameter, knownPrefix, unknownPrefix];

function positional(state: State, at: number): Candidate | undefined {
  const valueEnd = Math.min(next(state, ',', at), next(state, '=', at));
  const end = withComma(state, valueEnd);
  return end > at ? { reach: end, kind: 'positional', valueEnd, end } : undefined;
}
