/** Texts that xl's parser takes. Each was put to the real one. */

import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';

const ACCEPTED: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['blank lines', '\n \t\n\n'],
  ['a string', 'a = "x"\n'],
  ['a string in single quotes', "a = 'x'\n"],
  ['an empty string', 'a = ""\n'],
  ['the other quote inside', `a = "it's"\nb = 'so "so"'\n`],
  ['a hash inside a string', 'a = "#1" # one\n'],
  ['any text inside a string', 'a = "é 😀 ; , [ ] = \t"\n'],
  ['odd blanks in strings and comments', 'a = "x\u00a0\fy" # \u00a0\v\n'],
  ['a number', 'a = 12\n'],
  ['a hexadecimal number', 'a = 0x1f\n'],
  ['what the scanner takes for a number', 'a = 12abc\nb = 08\nc = 0x\nd = 1x2\n'],
  ['no blanks', 'a="x"\nb=1\nc=[1,"y"]\n'],
  ['blanks and tabs', '\ta \t=\t"x" \t\n'],
  ['a name with dots, digits and underscores', 'a.b_1 = 1\n'],
  ['a name of one letter', 'a=1\n'],
  ['a Python word as a name', 'if = 1\nimport = 2\nfor=3\n'],
  ['an addition', 'a += "x"\n'],
  ['an addition to a name that is not set', 'a += [ 1 ]\nb += 1\n'],
  ['an addition of texts', 'a = "x"\na += "y"\na += 1\n'],
  ['an addition of lists', 'a = [ 1 ]\na += [ "x", [ 2 ] ]\n'],
  ['an addition of another kind after a new beginning', 'a = [ 1 ]\na = "x"\na += "y"\n'],
  ['no line end at the end', 'a = 1'],
  ['a semicolon between settings', 'a = 1; b = 2;c=3\n'],
  ['semicolons alone', ';;\n; a = 1 ;\n'],
  ['a comment', '# note\na = 1 # note\n#\n'],
  ['a comment right behind a value', 'a = "x"# note\n'],
  ['a carriage return in a comment', '# note\r\na = 1\n'],
  ['a carriage return in a string', 'a = "x\ry"\n'],
  ['a NUL in a comment', '# \0\n'],
  ['an empty list', 'a = [ ]\nb = []\nc = [\n\n]\n'],
  ['a comma after the last item', 'a = [ 1, ]\nb = [ "x",\n]\n'],
  ['lists within lists', 'a = [ [ 1, [ ] ], "x" ]\n'],
  ['line ends in a list', 'a = [\n"x"\n,\n\n"y"\n]\n'],
  ['comments in a list', 'a = [ # one\n "x", # two\n# three\n "y" # four\n]\n'],
  ['two lists on a line', 'a = [ 1 ]; b = [ 2 ]\n'],
  ['one odd character at the very end', 'a = 2@'],
  ['one quote at the very end', 'a = 2"'],
  ['a form feed at the very end', 'a = 2\f'],
  ['a carriage return at the very end', 'a = 2\r'],
  ['a hash at the very end', 'a = 2\n#'],
  ['an upper-case letter at the very end', 'a = 2\nB'],
  ['all escapes', `a = "\\a\\b\\f\\n\\r\\t\\v\\\\\\"\\'"\n`],
  ['a decimal escape, which means nothing', 'a = "x\\012y"\n'],
];

/** One byte in Latin-1; in UTF-8 it is two, and xl rejects the file. */
const ONE_BYTE_IN_LATIN_1: readonly string[] = ['a = 2\né', 'a = 2é', 'a = 2 é', 'a = [ 2 ]\u00a0'];

describe('xl accepts', () => {
  it.each(ACCEPTED)('%s', (_what, text) => expect(parseConfig(text).errors).toEqual([]));

  it.each(ONE_BYTE_IN_LATIN_1)('one byte of Latin-1 at the very end: %j', (text) => {
    expect(parseConfig(text, 'latin1').errors).toEqual([]);
    expect(parseConfig(text, 'utf8').errors).toHaveLength(1);
    expect(parseConfig(`${text}é`, 'latin1').errors).toHaveLength(1);
  });

  it.each([
    ['4996 with line ends between', '[\n'.repeat(4996), ']'.repeat(4996)],
    ['1999 behind an item each', '["x",'.repeat(1999), ']'.repeat(1999)],
  ])('nested lists: %s', (_what, opening, closing) => {
    expect(parseConfig(`a = ${opening}${closing}\n`).errors).toEqual([]);
  });
});

describe('the deepest nesting that xl accepts, by what is in the innermost list', () => {
  it.each([
    ['', 4996],
    ['\n', 4996],
    ['"x"', 4996],
    ['"x"\n', 4996],
    ['"x",', 4996],
    ['"x",\n', 4995],
    ['"x",\n"y"', 4995],
    ['"x","y"', 4995],
    ['"x","y"\n', 4994],
    ['[],"x"', 4995],
    ['"x",[]', 4994],
    ['[\n]', 4995],
  ])('%j: %i', (inner, most) => {
    const codes = (depth: number): string[] =>
      parseConfig(`a = ${'['.repeat(depth)}${inner}${']'.repeat(depth)}\n`).errors.map(({ code }) => code);
    expect([codes(most), codes(most + 1)[0]]).toEqual([[], 'nested-too-deep']);
  });
});
