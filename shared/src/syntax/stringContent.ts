/**
 * The inside of a quoted string: what xl reads (xlu__cfgl_dequote in libxlu_cfg.c), with a map from every decoded
 * character back to the source.
 */
import { partitionPoint } from '../binarySearch.ts';
import { type Span, span } from '../span.ts';
import type { ParseError } from './errors.ts';

export interface StringContent {
  /** The decoded text. */
  readonly text: string;
  /** Source offset of the first character between the quotes. */
  readonly start: number;
  /** Source offset just after the last character between the quotes. */
  readonly end: number;
  /** Present where escapes make the two texts differ: source start and end of each decoded character. */
  readonly map?: { readonly starts: readonly number[]; readonly ends: readonly number[] };
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

/** What strtoul(…, 10) reads: blanks, a sign, digits. At most three characters are given to it. */
const DECIMAL = /^[ \t\v\f\r]*[+-]?[0-9]+/;

/**
 * Decodes `text` between `start` and `end` (the quotes excluded). Errors are pushed to `errors`; xl stops at the
 * first, this goes on.
 */
export function decodeString(text: string, start: number, end: number, errors: ParseError[]): StringContent {
  const raw = text.slice(start, end);
  if (!raw.includes('\\')) return { text: raw, start, end };
  let decoded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const emit = (character: string, from: number, to: number): void => {
    decoded += character;
    starts.push(from);
    ends.push(to);
  };
  for (let at = start; at < end; ) {
    const character = text.charAt(at);
    if (character !== '\\' || at + 1 >= end) {
      emit(character, at, at + 1);
      at += 1;
      continue;
    }
    const escaped = text.charAt(at + 1);
    const simple = SIMPLE_ESCAPES.get(escaped);
    if (simple !== undefined) {
      emit(simple, at, at + 2);
      at += 2;
      continue;
    }
    const length = numericEscapeLength(text, at, end, escaped);
    if (length === 0) {
      errors.push({ code: 'bad-escape', start: at, end: at + 2, detail: escaped });
      emit(escaped, at, at + 2);
      at += 2;
    } else {
      at += length; // xl reads such an escape and emits nothing for it
    }
  }
  return { text: decoded, start, end, map: { starts, ends } };
}

/**
 * Length of a "numeric" escape that xl takes, or 0. `\x` always fails there. `\0` to `\7` hand the next three
 * characters to strtoul with base 10 and want at least two of them read.
 */
function numericEscapeLength(text: string, at: number, end: number, escaped: string): number {
  if (escaped < '0' || escaped > '7') return 0;
  // The closing quote stops strtoul, so it may be among the three without effect.
  const read = DECIMAL.exec(text.slice(at + 2, Math.min(at + 5, end)))?.[0].length ?? 0;
  return read >= 2 ? 2 + read : 0;
}

/** The source span of decoded characters `from` to `to`. An empty range gives the place where text would go in. */
export function sourceSpan(content: StringContent, from: number, to: number): Span {
  const { map } = content;
  if (!map) return span(content.start + from, content.start + to);
  const start = map.starts[from] ?? content.end;
  return span(start, to > from ? (map.ends[to - 1] ?? content.end) : start);
}

/** The decoded offset that belongs to a source offset; inside an escape, that of its character. */
export function decodedOffset(content: StringContent, offset: number): number {
  const clamped = Math.min(Math.max(offset, content.start), content.end);
  if (!content.map) return clamped - content.start;
  return partitionPoint(content.map.ends, (end) => end <= clamped);
}

/**
 * Writes text so that xl reads it back from between `quote`s. Null where xl has no way to write it (a NUL, or a
 * line feed in a file that must not have one is written `\n`).
 */
export function encodeString(text: string, quote: '"' | "'"): string | null {
  if (text.includes('\0')) return null;
  return text.replace(/["'\\\n]/g, (character) => {
    if (character === '\n') return '\\n';
    return character === '\\' || character === quote ? `\\${character}` : character;
  });
}
