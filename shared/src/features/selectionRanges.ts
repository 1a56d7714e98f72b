/** Selection ranges: from the word at a place outwards, step by step, to the whole file. */
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { rangeOf } from '../document/positions.ts';
import { piecesAt, specStringAt } from '../document/specStrings.ts';
import { type Span, span, touches } from '../span.ts';
import {
  type Comment,
  decodedOffset,
  type Setting,
  type StringLiteral,
  sourceSpan,
  type Value,
} from '../syntax/index.ts';
import { commentAt, settingAt, valuesAt } from '../syntax/query.ts';

/** One for each position, in their order. Every range is strictly within its parent. */
export const selectionRanges = (doc: XlDocument, positions: readonly Position[]): SelectionRange[] =>
  positions.map((position) => selectionRange(doc, doc.text.offsetAt(position)));

function selectionRange(doc: XlDocument, offset: number): SelectionRange {
  const [whole, ...inner] = spansAt(doc, offset);
  let result: SelectionRange = { range: rangeOf(doc, whole) };
  let last: Span = whole;
  for (const one of inner) {
    const isWithin = last.start <= one.start && one.end <= last.end && touches(one, offset);
    if (!isWithin) continue;
    const range = rangeOf(doc, one);
    // An editor has no place between the two characters of a line end.
    if (sameRange(range, result.range)) continue;
    result = { range, parent: result };
    last = one;
  }
  return result;
}

const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

/** The spans that an offset may be in, the outermost first. */
function spansAt(doc: XlDocument, offset: number): [Span, ...Span[]] {
  const setting = settingAt(doc.file, offset);
  const comment = commentAt(doc.file, offset);
  return [
    doc.file,
    ...(setting ? spansOfSetting(doc, setting, offset) : []),
    ...(comment ? spansOfComment(comment, offset) : []),
  ];
}

/** Nobody nests lists deeper, and an answer that does could not be written down. */
const MOST_LISTS = 50;

function spansOfSetting(
  doc: XlDocument,
  { start, end, name, operator, value }: Setting,
  offset: number,
): Span[] {
  return [
    span(start, end),
    ...(touches(name, offset) ? [name] : []),
    ...(operator && touches(operator, offset) ? [operator] : []),
    ...valuesAt(value, offset)
      .slice(0, MOST_LISTS)
      .flatMap((one) => spansOfValue(doc, one, offset)),
  ];
}

function spansOfValue(doc: XlDocument, value: Value, offset: number): Span[] {
  if (value.kind === 'list') return [value, span(value.start + 1, value.closed ? value.end - 1 : value.end)];
  return value.kind === 'string' ? [value, ...spansInString(doc, value, offset)] : [value];
}

function spansInString(doc: XlDocument, node: StringLiteral, offset: number): Span[] {
  const { content } = node;
  if (offset < content.start || offset > content.end) return [];
  const whole = span(0, content.text.length);
  const string = specStringAt(doc, offset);
  const pieces = string ? piecesAt(string, offset) : [];
  // Between a key and its value both are touched, and the cursor is before the value.
  const piece = pieces.at(-1);
  const fields = piece ? [piece.whole, piece] : [];
  const words = wordsAt(content.text, decodedOffset(content, offset), piece ?? whole);
  const decoded = [whole, ...fields, ...words];
  return [span(content.start, content.end), ...decoded.map((one) => sourceSpan(content, one.start, one.end))];
}

function spansOfComment({ start, end, text }: Comment, offset: number): Span[] {
  const blanks = /^#[ \t]*/.exec(text)?.[0].length ?? 0;
  const bounds = span(1, text.length);
  const words = wordsAt(text, offset - start, bounds).map((one) => span(start + one.start, start + one.end));
  return [span(start, end), span(start + blanks, start + text.trimEnd().length), ...words];
}

/** What stands between blanks, and the word in it, that `at` touches within the bounds. Empty spans are left out. */
function wordsAt(text: string, at: number, bounds: Span): Span[] {
  return [/[^\s]/, /[\p{L}\p{N}_]/u]
    .map((part) => {
      let { start, end } = { start: at, end: at };
      while (start > bounds.start && part.test(text.charAt(start - 1))) start--;
      while (end < bounds.end && part.test(text.charAt(end))) end++;
      return span(start, end);
    })
    .filter(({ start, end }) => end > start);
}
