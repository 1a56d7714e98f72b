/** Edits of a text, put together and applied. */

import type { Edit, Fix } from '@xlcfg/shared/src/edits/edit.ts';
import { applyEdits, mergeFixes } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../../support/laws.ts';

const edit = (start: number, end: number, newText: string): Edit => ({ start, end, newText });
const fix = (...edits: readonly Edit[]): Fix => ({ title: 'Fix', edits });

describe('applyEdits on "abcdef"', () => {
  it.each<readonly [what: string, edits: readonly Edit[], result: string]>([
    ['nothing', [], 'abcdef'],
    ['a replacement', [edit(1, 3, 'X')], 'aXdef'],
    ['a removal', [edit(0, 6, '')], ''],
    ['an insertion', [edit(3, 3, 'X')], 'abcXdef'],
    ['insertions at both ends', [edit(6, 6, 'Y'), edit(0, 0, 'X')], 'XabcdefY'],
    ['edits in no order', [edit(4, 5, 'Y'), edit(0, 2, 'X')], 'XcdYf'],
    ['edits that touch', [edit(0, 2, 'X'), edit(2, 4, 'Y')], 'XYef'],
    ['an insertion where a replacement begins', [edit(2, 4, 'Y'), edit(2, 2, 'X')], 'abXYef'],
    ['an insertion where a replacement ends', [edit(2, 4, 'X'), edit(4, 4, 'Y')], 'abXYef'],
  ])('%s', (_what, edits, result) => expect(applyEdits('abcdef', edits)).toBe(result));
});

describe('mergeFixes', () => {
  const A = edit(0, 2, 'A');
  const B = edit(1, 3, 'B');
  const C = edit(4, 5, 'C');
  const D = edit(4, 4, 'D');

  it.each<readonly [what: string, fixes: readonly Fix[], edits: readonly Edit[]]>([
    ['none', [], []],
    ['in the order of the text', [fix(C), fix(A)], [A, C]],
    ['of two that overlap the first one', [fix(B), fix(A)], [A]],
    ['of two that begin at one place the first one', [fix(C), fix(D)], [C]],
    ['two that touch', [fix(A), fix(edit(2, 3, 'X'))], [A, edit(2, 3, 'X')]],
    ['one for two that do the same', [fix(A), fix(A)], [A]],
    ['a whole fix or nothing of it', [fix(A), fix(B, C)], [A]],
    ['what two have in common, once', [fix(A, C), fix(C, edit(5, 6, 'X'))], [A, C, edit(5, 6, 'X')]],
    ['the edits of one fix in order', [fix(C, A)], [A, C]],
  ])('%s', (_what, fixes, edits) => expect(mergeFixes(fixes)).toEqual(edits));
});

describe('laws', () => {
  const LENGTH = 12;
  const anyEdit = fc
    .tuple(fc.nat(LENGTH), fc.nat(3), fc.constantFrom('', 'x', 'yz'))
    .map(([start, length, newText]) => edit(start, Math.min(LENGTH, start + length), newText));
  /** A fix whose own edits are apart, as those of the rules are. */
  const anyFix = fc.array(anyEdit, { minLength: 1, maxLength: 3 }).map((edits) => {
    const apart: Edit[] = [];
    for (const one of edits.toSorted((a, b) => a.start - b.start)) {
      if (one.start > (apart.at(-1)?.end ?? -1)) apart.push(one);
    }
    return fix(...apart);
  });
  const fixes = fc.array(anyFix, { maxLength: 8 });

  it('merged edits are in order, do not overlap, and start at different offsets', () => {
    law(fixes, (given) => {
      mergeFixes(given).forEach(({ start }, index, merged) => {
        const before = merged[index - 1];
        if (before) {
          expect(start).toBeGreaterThan(before.start);
          expect(start).toBeGreaterThanOrEqual(before.end);
        }
      });
    });
  });

  it('every fix is merged as a whole or not at all', () => {
    law(fixes, (given) => {
      const merged = new Set(mergeFixes(given).map((one) => JSON.stringify(one)));
      const whole = given.filter(({ edits }) => edits.every((one) => merged.has(JSON.stringify(one))));
      const covered = new Set(whole.flatMap(({ edits }) => edits.map((one) => JSON.stringify(one))));
      expect(covered).toEqual(merged);
    });
  });

  it('at least one fix is merged if there are any', () => {
    law(fixes, (given) => expect(mergeFixes(given).length > 0).toBe(given.length > 0));
  });

  it('applying edits in any order gives a text of the expected length', () => {
    law(fixes, (given) => {
      const text = 'abcdefghijkl';
      const merged = mergeFixes(given);
      const result = applyEdits(text, merged);
      const growth = merged.reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
      expect(result.length).toBe(text.length + growth);
      expect(applyEdits(text, merged.toReversed())).toBe(result);
    });
  });
});
