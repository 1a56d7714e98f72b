/**
 * Lexemes of a disk spec, chosen as the flex scanner of libxlutil chooses them (libxlu_disk_l.l): of all rules that
 * match at a place the longest match wins, of equally long ones the first rule. A prefix counts as if it had matched
 * up to the end of the line.
 */
import { diskParameter, diskPrefix } from '../../schema/disk.ts';
import { existsIn, type Release } from '../../schema/releases.ts';

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

const isBlank = (c: string | undefined): boolean => c === ' ' || c === '\t' || c === '\n';
const NAME = /[a-z][-a-z0-9]*/y;
const PREFIX_NAME = /[a-z][a-z0-9]*/y;
/** Parameter names have a `_` in them where xl has a rule of its own for them. */
const KNOWN_NAME = /[a-z][-_a-z0-9]*/y;

const match = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/** Reads `text` as the xl of `release` does. */
export function createDiskLexer(text: string, release: Release): DiskLexer {
  const length = text.length;
  const nextLine = lookAhead(text, '\n');
  const nextComma = lookAhead(text, ',');
  const nextEquals = lookAhead(text, '=');
  const withComma = (end: number): number => (text[end] === ',' ? end + 1 : end);

  const blank = (at: number): Candidate | undefined => {
    let end = at;
    while (isBlank(text[end])) end++;
    if (end === at) return undefined;
    const reach = end < length ? nextLine(end) : end;
    return { reach, lexeme: { kind: 'blank', end } };
  };

  const knownParameter = (at: number): Candidate | undefined => {
    const nameEnd = at + match(KNOWN_NAME, text, at);
    const parameter = nameEnd > at ? diskParameter(text.slice(at, nameEnd)) : undefined;
    if (!parameter || !existsIn(release, parameter)) return undefined;
    if (parameter.form === 'flag') {
      const end = withComma(nameEnd);
      return { reach: end, lexeme: { kind: 'flag', nameEnd, end } };
    }
    if (text[nameEnd] !== '=') return undefined;
    const lastOne = parameter.field === 'pdev_path';
    const end = lastOne ? nextLine(nameEnd) : withComma(nextComma(nameEnd));
    const valueEnd = text[end - 1] === ',' && end - 1 > nameEnd ? end - 1 : end;
    // These are rules for whole words in the scanner, not for any value.
    if (
      parameter.field === 'grant_usage' &&
      !/^=[01]$/.test(text.slice(nameEnd, Math.min(valueEnd, nameEnd + 3)))
    )
      return undefined;
    return { reach: end, lexeme: { kind: 'parameter', nameEnd, valueEnd, end, known: true } };
  };

  const unknownParameter = (at: number): Candidate | undefined => {
    const nameEnd = at + match(NAME, text, at);
    const first = text[nameEnd + 1];
    if (nameEnd === at || text[nameEnd] !== '=' || first === undefined || first === ',') return undefined;
    // xl takes one character of the value, then fails on the rest; the rest belongs to it all the same.
    const valueEnd = nextComma(nameEnd);
    return {
      reach: withComma(nameEnd + 2),
      lexeme: { kind: 'parameter', nameEnd, valueEnd, end: withComma(valueEnd), known: false },
    };
  };

  const knownPrefix = (at: number): Candidate | undefined => {
    const nameEnd = at + match(NAME, text, at);
    if (text[nameEnd] !== ':' || !diskPrefix(text.slice(at, nameEnd))) return undefined;
    const end = nameEnd + 1;
    return { reach: nextLine(end), lexeme: { kind: 'prefix', nameEnd, end, known: true } };
  };

  /** This rule matches known names too, and wins where a line feed right behind the colon makes it the longer one. */
  const unknownPrefix = (at: number): Candidate | undefined => {
    const nameEnd = at + match(PREFIX_NAME, text, at);
    if (nameEnd === at || text[nameEnd] !== ':') return undefined;
    const end = nameEnd + 1;
    const next = text[end];
    const reach = next !== undefined && !/[a-z0-9]/.test(next) ? nextLine(end + 1) : end;
    return { reach, lexeme: { kind: 'prefix', nameEnd, end, known: false } };
  };

  const positional = (at: number): Candidate | undefined => {
    const valueEnd = Math.min(nextComma(at), nextEquals(at));
    const end = withComma(valueEnd);
    return end > at ? { reach: end, lexeme: { kind: 'positional', valueEnd, end } } : undefined;
  };

  const rules = [blank, knownParameter, unknownParameter, knownPrefix, unknownPrefix, positional];

  return {
    at: (at) => {
      let best: Candidate | undefined;
      for (const rule of rules) {
        const candidate = rule(at);
        if (candidate && (!best || candidate.reach > best.reach)) best = candidate;
      }
      return best?.lexeme ?? { kind: 'junk', end: length };
    },
  };
}

/** `reach` is the end of what the rule matched, context behind the lexeme included. */
interface Candidate {
  readonly reach: number;
  readonly lexeme: Lexeme;
}

/** The next place of a character from an offset on, or the end of the text. Amortised: asked with growing offsets. */
function lookAhead(text: string, character: string): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known < from) {
      const found = text.indexOf(character, from);
      known = found < 0 ? text.length : found;
    }
    return known;
  };
}
