/** The inside of strings: what xl reads, and the way from there back to the source. */

import type { Span } from '@xlcfg/shared/src/span.ts';
import type { ParseError, StringContent } from '@xlcfg/shared/src/syntax/index.ts';
import { decodedOffset, encodeString, parseConfig, sourceSpan } from '@xlcfg/shared/src/syntax/index.ts';
import { decodeString } from '@xlcfg/shared/src/syntax/stringContent.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, law } from '../../support/laws.ts';
import { mark, withCursor } from '../../support/markers.ts';

/** The content of `source`, which is what stands between the quotes. */
function decode(source: string) {
  const errors: ParseError[] = [];
  const content = decodeString(source, 0, source.length, errors);
  return { content, errors };
}

describe('xl reads', () => {
  it.each([
    ['nothing', '', ''],
    ['plain text as it is', 'a b # é 😀', 'a b # é 😀'],
    ['a backslash', 'C:\\\\x', 'C:\\x'],
    ['quotes', `\\"a\\'`, `"a'`],
    ['control characters', '\\a\\b\\f\\n\\r\\t\\v', '\x07\b\f\n\r\t\v'],
    ['one escape behind the other', '\\\\n\\\\\\n', '\\n\\\n'],
    // Digits are handed on to strtoul as a decimal number, and what comes of it is lost.
    ['nothing where digits follow the backslash', 'x\\012y', 'xy'],
    ['up to three characters behind the first digit', 'x\\01234', 'x4'],
    ['two at least', 'x\\012', 'x'],
    ['a blank and a sign among them', 'x\\0 1y\\7-1z', 'xyz'],
    ['digits that are no octal ones', 'x\\199y', 'xy'],
    ['no letter among them', 'x\\012ay', 'xay'],
  ])('%s: %j', (_what, source, text) => {
    const { content, errors } = decode(source);
    expect(errors).toEqual([]);
    expect(content.text).toBe(text);
  });

  it.each([
    ['\\x41', 'x41'],
    ['\\e', 'e'],
    ['\\ ', ' '],
    ['\\8', '8'],
    ['\\0', '0'],
    ['\\1z', '1z'],
    ['a\\q\\n', 'aq\n'],
  ])('%j is not an escape: the character is literal', (source, text) => {
    const { content, errors } = decode(source);
    expect(errors.map(({ code }) => code)).toEqual(['bad-escape']);
    expect(content.text).toBe(text);
  });
});

describe('source spans of decoded text', () => {
  // «» in the decoded text, and where that is in the source.
  it.each([
    ['ab«c»d', 'ab«c»d'],
    ['a«\n»b', 'a«\\n»b'],
    ['«a\n»b', '«a\\n»b'],
    ['a\n«b»', 'a\\n«b»'],
    ['a«"b"»c', 'a«\\"b\\"»c'],
    ['\\«\\»\\', '\\\\«\\\\»\\\\'],
    ['a«»\nb', 'a«»\\nb'],
    ['a\n«»b', 'a\\n«»b'],
    ['a\n«»', 'a\\n«»'],
  ])('of %j is %j', (decoded, source) => {
    const text = source.replace(/[«»]/g, '');
    const from = decoded.indexOf('«');
    const to = decoded.indexOf('»') - 1;
    expect(mark(text, [sourceSpan(decode(text).content, from, to)])).toBe(source);
  });

  it('leave out escapes that decode to nothing', () => {
    const { content } = decode('ab\\012cd');
    expect(sourceSpan(content, 1, 3)).toEqual({ start: 1, end: 7 });
    expect(sourceSpan(content, 2, 3)).toEqual({ start: 6, end: 7 });
    expect(sourceSpan(content, 2, 2)).toEqual({ start: 6, end: 6 });
  });

  it('are offsets of the file', () => {
    const [setting] = parseConfig('a = [ "x\\ty" ]').settings;
    const item = setting?.value?.kind === 'list' ? setting.value.items[0] : undefined;
    if (item?.kind !== 'string') throw new Error('a string is wanted');
    expect(item.content.text).toBe('x\ty');
    expect(sourceSpan(item.content, 1, 2)).toEqual({ start: 8, end: 10 });
    expect(sourceSpan(item.content, 2, 3)).toEqual({ start: 10, end: 11 });
  });
});

describe('the decoded offset of a cursor', () => {
  it.each([
    ['|ab', 0],
    ['a|b', 1],
    ['ab|', 2],
    ['|\\nb', 0],
    ['\\|nb', 0],
    ['\\n|b', 1],
    ['a\\n\\|tb', 2],
    ['a\\n\\tb|', 4],
  ])('%j is %i', (source, offset) => {
    const cursor = withCursor(source);
    expect(decodedOffset(decode(cursor.text).content, cursor.offset)).toBe(offset);
  });

  it('outside the string is that of its nearer end', () => {
    const content = decodeString('a = "xy"', 5, 7, []);
    expect([0, 5, 7, 8].map((offset) => decodedOffset(content, offset))).toEqual([0, 0, 2, 2]);
  });
});

describe('encoding', () => {
  it.each([
    ['a b', '"', 'a b'],
    [`it's`, '"', `it's`],
    [`it's`, "'", `it\\'s`],
    ['say "x"', '"', 'say \\"x\\"'],
    ['C:\\x', "'", 'C:\\\\x'],
    ['a\nb', '"', 'a\\nb'],
    ['a\0', '"', null],
  ] as const)('%j between %s', (text, quote, written) => expect(encodeString(text, quote)).toBe(written));

  it('is read back by xl as the same text', () => {
    law(fc.tuple(anyText, fc.constantFrom('"' as const, "'" as const)), ([text, quote]) => {
      const written = encodeString(text, quote);
      if (text.includes('\0')) expect(written).toBeNull();
      else {
        const { errors, settings } = parseConfig(`a = ${quote}${written}${quote}\n`);
        expect(errors).toEqual([]);
        const value = settings[0]?.value;
        expect(value?.kind === 'string' && value.content.text).toBe(text);
      }
    });
  });
});

describe('laws', () => {
  const source = fc
    .array(fc.oneof(anyText, fc.constantFrom('\\', '\\n', '\\\\', '\\012', '\\x', '\\7 1', '"', '😀')))
    .map((pieces) => pieces.join(''));

  /** The source span of each character of the decoded text. */
  const placesOf = (content: StringContent): Span[] =>
    Array.from({ length: content.text.length }, (_, at) => sourceSpan(content, at, at + 1));

  it('every decoded character has a source span, in order', () => {
    law(source, (text) => {
      const places = placesOf(decode(text).content);
      const disorder = places.filter(
        ({ start, end }, at) => start < (places[at - 1]?.end ?? 0) || end <= start || end > text.length,
      );
      expect(disorder).toEqual([]);
    });
  });

  it('the offset before a character decodes to that character', () => {
    law(source, (text) => {
      const { content } = decode(text);
      const led = placesOf(content).map(({ start }) => decodedOffset(content, start));
      expect(led).toEqual(Array.from(led, (_, at) => at));
    });
  });
});
