import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../../../server/src/cli/rewrite/unifiedDiff.ts';

const numbered = (count: number, text: string): string =>
  Array.from({ length: count }, (_, i) => `${text} ${i}\n`).join('');

describe('a diff', () => {
  it('has the changed lines with three lines around them', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\n';
    expect(unifiedDiff('x.cfg', before, before.replace('e', 'E'))).toBe(
      '--- x.cfg\n+++ x.cfg\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
    );
  });

  it('has a tab behind a name with a blank, where patch ends the name', () => {
    expect(unifiedDiff('a b.cfg', 'x\n', 'y\n')).toMatch(/^--- a b\.cfg\t ?\n\+\+\+ a b\.cfg\t ?\n@@/);
  });

  it('of what is the same is nothing', () => {
    expect(unifiedDiff('x.cfg', 'a\n', 'a\n')).toBe('');
  });

  it.each([
    ['few lines', 'a\nb\n', 'a\nc\n'],
    ['no line feed at the end', 'a\nb', 'a\nc'],
    ['a line feed more at the end', 'a\nb', 'a\nb\n'],
    ['carriage returns', 'a\r\nb\r\n', 'a\nb\n'],
    ['nothing before', '', 'a\n'],
    ['nothing after', 'a\n', ''],
    ['many lines', numbered(5000, 'old'), numbered(5000, 'new')],
    [
      'many lines in the middle',
      `a\nb\nc\nd\n${numbered(3000, 'old')}e\nf\ng\nh`,
      `a\nb\nc\nd\n${numbered(2900, 'new')}e\nf\ng\nh`,
    ],
    ['many lines and no line feed', `${numbered(3000, 'old')}end`, `${numbered(3000, 'new')}end`],
    ['many lines to an end without line feed', `${numbered(3000, 'old')}`, `${numbered(3000, 'new')}end`],
  ])('gives the one from the other: %s', (_, before, after) => {
    const started = performance.now();
    const diff = unifiedDiff('x.cfg', before, after);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(applyPatch(before, diff, { autoConvertLineEndings: false })).toBe(after);
  });

  it('gives the one from the other, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', 'd\u2028\n', '\n', 'e'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const diff = unifiedDiff('x.cfg', before, after);
        if (before === after) expect(diff).toBe('');
        else expect(applyPatch(before, diff, { autoConvertLineEndings: false })).toBe(after);
      }),
    );
  });
});
