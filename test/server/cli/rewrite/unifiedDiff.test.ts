import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../../../server/src/cli/rewrite/unifiedDiff.ts';
import { slowdown } from '../../../support/slowdown.ts';

const numbered = (count: number, text: string): string =>
  Array.from({ length: count }, (_, i) => `${text} ${i}\n`).join('');

describe('a unified diff', () => {
  it('has the changed lines with three lines around them', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\n';
    expect(unifiedDiff('x.cfg', before, before.replace('e', 'E'))).toBe(
      '--- x.cfg\n+++ x.cfg\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
    );
  });

  it('has a tab after a name with a space, which ends the name for patch', () => {
    expect(unifiedDiff('a b.cfg', 'x\n', 'y\n')).toMatch(/^--- a b\.cfg\t ?\n\+\+\+ a b\.cfg\t ?\n@@/);
  });

  it('is empty for equal texts', () => {
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
  ])('turns the old text into the new one: %s', (_, before, after) => {
    const diff = unifiedDiff('x.cfg', before, after);
    expect(applyPatch(before, diff, { autoConvertLineEndings: false })).toBe(after);
  });

  it('takes time in proportion to the length where most lines change', () => {
    const diff = (count: number) => unifiedDiff('x.cfg', numbered(count, 'old'), numbered(count, 'new'));
    expect(slowdown(diff, 1000)).toBeLessThan(10);
  });

  it('turns any text into any other', () => {
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
