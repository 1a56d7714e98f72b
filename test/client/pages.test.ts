import { describe, expect, test } from 'vitest';
import { createLineLinks } from '../../client/src/pages.ts';

const PAGES: Readonly<Record<string, string>> = {
  'file:///d/rules.md': '# Rules\n\n## The rules\n\n### bad-name\n\ntext\n\n### vif.default.bridge\n',
};

const read = (url: string): string => {
  const page = PAGES[url];
  if (page === undefined) throw new Error('no such file');
  return page;
};

describe('links to sections', () => {
  test.each([
    ['file:///d/rules.md#bad-name', 'file:///d/rules.md#L5'],
    ['file:///d/rules.md#vif.default.bridge', 'file:///d/rules.md#L9'],
    ['file:///d/rules.md#The%20rules', 'file:///d/rules.md#L3'],
    ['file:///d/rules.md#no-such-heading', 'file:///d/rules.md#no-such-heading'],
    ['file:///d/rules.md', 'file:///d/rules.md'],
    ['file:///d/none.md#bad-name', 'file:///d/none.md#bad-name'],
    ['https://example.org/rules.md#bad-name', 'https://example.org/rules.md#bad-name'],
  ])('%s leads to %s', (link, expected) => {
    expect(createLineLinks(read)(link)).toBe(expected);
  });
});
