import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../../../server/src/cli/command/wrap.ts';
import { markdownText } from '../../../../server/src/cli/explain/terminalMarkdown.ts';

const plain = (markdown: string, width = 40): string => markdownText(markdown, width, createColors(false));
const coloured = (markdown: string): string => markdownText(markdown, 40, createColors(true));

describe('Markdown on a terminal', () => {
  it.each([
    ['a paragraph', 'One two.', 'One two.\n'],
    ['code', 'Write `a b`, or `` a`b ``.', 'Write `a b`, or `a`b`.\n'],
    ['bold', '**xl refuses `it`.** Yes', 'xl refuses `it`. Yes\n'],
    ['escapes', 'a\\_b \\*c\\* 2\\<3', 'a_b *c* 2<3\n'],
    ['a link', 'See [here](x.md#y).', 'See here (x.md#y).\n'],
    ['a list', '- one\n- two', '- one\n- two\n'],
    ['a block', 'So:\n\n```\nname = "a"  # b\n```', 'So:\n\n    name = "a"  # b\n'],
    ['a block with a longer fence', '````xlcfg\n```\n````', '    ```\n'],
    ['a heading and what is below it', '## `a` (b)\n\ntext\n\n- item', '`a` (b)\n    text\n\n    - item\n'],
    ['a line between texts', '## a\n\nb\n\n---\n\nc', `a\n    b\n\n${'-'.repeat(40)}\n\nc\n`],
    ['controls', 'a `\x1b[2J` \x07', 'a `\\x1b[2J` \\x07\n'],
    ['stars and quotes that mean nothing', 'a * b ` c', 'a * b ` c\n'],
  ])('%s', (_, markdown, shown) => {
    expect(plain(markdown)).toBe(shown);
  });

  it('has no lines that are too wide, and breaks no code', () => {
    const words = 'some words and `code with blanks` again ';
    const lines = plain(`${words.repeat(9)}\n\n- ${words.repeat(9)}\n\n## x\n\n${words.repeat(9)}`)
      .trimEnd()
      .split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines.join('\n').match(/`code with blanks`/g)).toHaveLength(27);
  });

  it('colours what is code or bold', () => {
    expect(coloured('a `b` **c**')).toBe('a \x1b[36mb\x1b[39m \x1b[1mc\x1b[22m\n');
  });

  it('takes time by the length of the text', () => {
    const started = performance.now();
    plain('`'.repeat(20_000));
    plain('a `b '.repeat(20_000));
    plain('[a'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('wrapping', () => {
  it.each([
    ['a b c', 3, 'a b\nc'],
    ['abcdef g', 3, 'abcdef\ng'],
    ['', 3, ''],
  ])('%j at %i', (text, width, lines) => {
    expect(wrap(text, width)).toBe(lines);
  });
});
