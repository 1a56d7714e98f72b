import { describe, expect, test, vi } from 'vitest';
import { headingLines, toLineLink, toLineLinks } from '../../client/src/referencePages.ts';

vi.mock('vscode', () => ({}));

const pages = new Map([
  [
    'file:///d/rules.md',
    headingLines('# Rules\n\n## The rules\n\n### bad-name\n\ntext\n\n### vif.default.bridge\n'),
  ],
]);

describe('links to sections', () => {
  test.each([
    ['file:///d/rules.md#bad-name', 'file:///d/rules.md#L5'],
    ['file:///d/rules.md#vifdefaultbridge', 'file:///d/rules.md#L9'],
    ['file:///d/rules.md#the-rules', 'file:///d/rules.md#L3'],
    ['file:///d/rules.md#no-such-heading', 'file:///d/rules.md#no-such-heading'],
    ['file:///d/rules.md', 'file:///d/rules.md'],
    ['file:///d/none.md#bad-name', 'file:///d/none.md#bad-name'],
    ['https://example.org/rules.md#bad-name', 'https://example.org/rules.md#bad-name'],
  ])('toLineLink(%s) is %s', (link, expected) => {
    expect(toLineLink(link, pages)).toBe(expected);
  });

  test('in Markdown are translated for pages in any location', () => {
    const url = 'vscode-remote://host%3A80/d/rules.md';
    const elsewhere = new Map([[url, headingLines('# Rules\n\n## bad-name\n')]]);
    expect(toLineLinks(`See [a](${url}#bad-name).`, elsewhere)).toBe(`See [a](${url}#L3).`);
  });

  test('in Markdown are all translated', () => {
    expect(toLineLinks('See [a](file:///d/rules.md#bad-name), [b](file:///d/rules.md#none).', pages)).toBe(
      'See [a](file:///d/rules.md#L5), [b](file:///d/rules.md#none).',
    );
  });
});
