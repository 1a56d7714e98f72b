import { describe, expect, test } from 'vitest';
import { toPageLink, toPageLinks } from '../../client/src/referencePages.ts';

const DOCS = 'file:///d/docs';
const COMMAND = 'command:xlcfg.openDocumentation?';

describe('links to reference pages', () => {
  test.each([`${DOCS}/rules.md#bad-name`, `${DOCS}/rules.md`])(
    '%s runs the command with the page',
    (link) => {
      const [, query = ''] = toPageLink(link, DOCS).split(COMMAND);
      expect(JSON.parse(decodeURIComponent(query))).toEqual([link]);
    },
  );

  test.each(['https://example.org/docs/rules.md#bad-name', 'file:///d/docs2/rules.md', 'file:///d/docs'])(
    '%s is unchanged',
    (link) => {
      expect(toPageLink(link, DOCS)).toBe(link);
    },
  );

  test('are all translated in Markdown, wherever the pages are', () => {
    const docs = 'vscode-remote://host%3A80/d';
    const markdown = toPageLinks(
      `See [a](${docs}/rules.md#a), [b](${docs}/options.md), [c](https://x.org).`,
      docs,
    );
    expect(markdown).toMatch(
      /^See \[a\]\(command:\S+rules\.md%23a\S+\), \[b\]\(command:\S+options\.md\S+\), \[c\]\(https:\/\/x\.org\)\.$/,
    );
    // No character of a link ends it.
    expect(markdown.match(/\(command:[^()\s"']+\)/g)).toHaveLength(2);
  });
});
