import { createListMap } from '@xlcfg/shared/src/listMap.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../support/laws.ts';

interface Item {
  readonly text: string;
}

const isSame = (a: Item | undefined, b: Item | undefined): boolean => a?.text === b?.text;
const list = fc.array(
  fc.constantFrom('a', 'b', 'c').map((text): Item => ({ text })),
  { maxLength: 6 },
);

describe('a map of lists', () => {
  it('gives the results of the last list, whatever was mapped before', () => {
    law(fc.array(list, { minLength: 1, maxLength: 6 }), (lists) => {
      const map = createListMap(({ text }: Item) => text.toUpperCase(), isSame);
      for (const items of lists) expect(map(items)).toEqual(items.map(({ text }) => text.toUpperCase()));
    });
  });

  it('maps an item that changed, and keeps the results of the others', () => {
    const map = createListMap(({ text }: Item) => ({ text }), isSame);
    const before = map([{ text: 'a' }, { text: 'b' }, { text: 'c' }]);
    const after = map([{ text: 'a' }, { text: 'x' }, { text: 'c' }]);
    expect([after[0], after[2]].map((one, at) => one === before[at * 2])).toEqual([true, true]);
    expect(after[1]).toEqual({ text: 'x' });
  });
});
