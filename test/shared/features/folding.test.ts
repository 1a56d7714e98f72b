import { type FoldingOptions, foldingRanges } from '@xlcfg/shared/src/features/folding.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { configText, law } from '../../support/laws.ts';
import { slowdown } from '../../support/slowdown.ts';

const LINES: FoldingOptions = { lines: true };

/** `first-last`, counted from 0, with `#` for comments. */
const folded = (text: string, options = LINES): string[] =>
  foldingRanges(open(text), options).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === 'comment' ? ' #' : ''}`,
  );

describe('whole lines', () => {
  it.each<readonly [what: string, text: string, folds: readonly string[]]>([
    ['a list whose bracket has its line', "disk = [\n  'a',\n  'b',\n]\n", ['0-2']],
    ['a list whose bracket is behind an item', "disk = [\n  'a',\n  'b' ]\n", ['0-2']],
    ['a list on two lines', "disk = [ 'a',\n  'b' ]\n", ['0-1']],
    ['a list with nothing but a bracket below', "disk = [ 'a'\n]\n", []],
    ['a list on one line', "disk = [ 'a' ]\n", []],
    ['a list that is open', "disk = [\n  'a',\n  'b'", ['0-2']],
    ['lists in a list', 'vnuma = [\n  [\n    "a"\n  ],\n  [ "b",\n    "c" ]\n]\n', ['0-5', '1-2', '4-5']],
    ['two lists that begin on a line', 'vnuma = [ [\n  "a",\n  "b" ],\n  [ "c" ] ]\n', ['0-3']],
    ['comments', '# a\n# b\n  # c\nname = "x"\n', ['0-2 #']],
    ['comments with an empty line between', '# a\n\n# b\n', []],
    ['one comment', '# a\nname = "x"\n', []],
    ['comments behind settings', 'a = 1 # a\nb = 1 # b\n', []],
    ['comments below one behind a setting', 'a = 1 # a\n# b\n# c', ['1-2 #']],
    ['comments in a list', "disk = [\n  # a\n  # b\n  'a',\n]\n", ['0-3', '1-2 #']],
    ['line ends of Windows', "# a\r\n# b\r\ndisk = [\r\n  'a',\r\n]\r\n", ['0-1 #', '2-3']],
    ['nothing', '', []],
  ])('%s', (_what, text, folds) => {
    expect(folded(text)).toEqual(folds);
  });
});

it('leaves the brackets in sight where an editor can fold within lines', () => {
  expect(foldingRanges(open("disk = [\n  'a',\n]\n"), { lines: false })).toEqual([
    { startLine: 0, startCharacter: 8, endLine: 2, endCharacter: 0 },
  ]);
});

it('gives the outer ranges where not all are wanted', () => {
  const text = 'a = [\n [\n  "x"\n ]\n]\n# b\n# c\n';
  expect(folded(text)).toEqual(['0-3', '1-2', '5-6 #']);
  expect(folded(text, { lines: true, limit: 2 })).toEqual(['0-3', '5-6 #']);
  expect(folded(text, { lines: true, limit: 0 })).toEqual([]);
});

describe('any text', () => {
  it('has ranges of several lines of its own', () => {
    law(configText, (text) => {
      const doc = open(text);
      for (const lines of [true, false]) {
        const ranges = foldingRanges(doc, { lines });
        expect(
          ranges.filter((one) => one.endLine <= one.startLine || one.endLine >= doc.text.lineCount),
        ).toEqual([]);
        expect(new Set(ranges.map(({ startLine }) => startLine)).size).toBe(ranges.length);
      }
    });
  });

  it('of many lists in each other does not end the stack', () => {
    // xl gives up near 5,000. The innermost list is on two lines, of which one stays in sight.
    const deep = 4_000;
    expect(folded(`a = ${'[\n'.repeat(deep)}${']\n'.repeat(deep)}`)).toHaveLength(deep - 1);
  });

  it('takes time in proportion', () => {
    const text = (n: number) => `${'# x\n'.repeat(n)}a = [${'[\n"x" ],'.repeat(n)}${' ]'.repeat(n)}`;
    expect(slowdown((n) => foldingRanges(open(text(n)), LINES), 100)).toBeLessThan(10);
  });
});
