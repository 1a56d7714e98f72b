import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../../server/src/cli/explain/terminalMarkdown.ts';
import { slowdown } from '../../../support/slowdown.ts';

const plain = (markdown: string, width = 40): string => renderMarkdown(markdown, width, createColors(false));
const coloured = (markdown: string): string => renderMarkdown(markdown, 40, createColors(true));

describe('Markdown on a terminal', () => {
  it.each([
    ['a paragraph', 'One two.', 'One two.\n'],
    ['code', 'Write `a b`, or `` a`b ``.', 'Write `a b`, or `a`b`.\n'],
    ['bold', '**xl rejects `it`.** Yes', 'xl rejects `it`. Yes\n'],
    ['escapes', 'a\\_b \\*c\\* 2\\<3', 'a_b *c* 2<3\n'],
    ['a link', 'See [here](x.md#y).', 'See here (x.md#y).\n'],
    ['a list', '- one\n- two', '- one\n- two\n'],
    ['a code block', 'So:\n\n```\nname = "a"  # b\n```', 'So:\n\n    name = "a"  # b\n'],
    ['a code block with a longer fence', '````xlcfg\n```\n````', '    ```\n'],
    ['a heading and the text below', '## `a` (b)\n\ntext\n\n- item', '`a` (b)\n    text\n\n    - item\n'],
    ['a thematic break', '## a\n\nb\n\n---\n\nc', `a\n    b\n\n${'-'.repeat(40)}\n\nc\n`],
    ['control characters', 'a `\x1b[2J` \x07', 'a `\\x1b[2J` \\x07\n'],
    ['asterisks and backticks without a meaning', 'a * b ` c', 'a * b ` c\n'],
  ])('%s', (_, markdown, shown) => {
    expect(plain(markdown)).toBe(shown);
  });

  it('is wrapped, but not within code', () => {
    const words = 'some words and `code with blanks` again ';
    const lines = plain(`${words.repeat(9)}\n\n- ${words.repeat(9)}\n\n## x\n\n${words.repeat(9)}`)
      .trimEnd()
      .split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines.join('\n').match(/`code with blanks`/g)).toHaveLength(27);
  });

  it('has colours for code and bold text', () => {
    expect(coloured('a `b` **c**')).toBe('a \x1b[36mb\x1b[39m \x1b[1mc\x1b[22m\n');
  });

  it.each(['`', 'a `b ', '[a'])('takes time in proportion to the length: %j', (text) => {
    expect(slowdown((count) => plain(text.repeat(count)))).toBeLessThan(10);
  });
});
