import { hover } from '@xlcfg/shared/src/features/hover.ts';
import { code, codeBlock, plain } from '@xlcfg/shared/src/text/markdown.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/cursor.ts';

/** Text without its code spans and blocks, as CommonMark finds them: a run of backticks up to the next such run. */
function outsideCode(markdown: string): string {
  const withoutBlocks = markdown.replace(/^(`{3,})[^`\n]*\n[\s\S]*?\n\1$/gm, '');
  let rest = '';
  for (let at = 0; at < withoutBlocks.length; ) {
    const run = /`+/y;
    run.lastIndex = at;
    const fence = withoutBlocks[at - 1] === '\\' ? undefined : run.exec(withoutBlocks)?.[0];
    if (fence === undefined) {
      rest += withoutBlocks[at] ?? '';
      at += 1;
      continue;
    }
    const closing = new RegExp(`(?<!\`)${fence}(?!\`)`, 'g');
    closing.lastIndex = at + fence.length;
    const end = closing.exec(withoutBlocks);
    at = end ? end.index + fence.length : at + fence.length;
    rest += end ? '' : fence;
  }
  return rest;
}

/** Characters that mean something to Markdown, and some that do not. */
const markdownText = fc.string({
  unit: fc.constantFrom(
    '`',
    '``',
    '[x](command:y)',
    '*',
    '_',
    '<b>',
    '\\',
    ' ',
    '\n',
    '|',
    '#',
    'a',
    'é',
    '\u202e',
    '!',
    '"',
  ),
  maxLength: 12,
});

describe('text of the file is text', () => {
  it('code() is one code span around it', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const span = code(text);
        fc.pre(text !== '');
        const fence = /^`+/.exec(span)?.[0] ?? '';
        const inside = span.slice(fence.length, -fence.length);
        const runs = Array.from(inside.matchAll(/`+/g), ([run]) => run.length);
        expect(span.endsWith(fence)).toBe(true);
        expect(runs).not.toContain(fence.length);
        expect(inside).not.toMatch(/^`|`$|[\n\u202e]/);
        // What CommonMark takes away again: one blank on both sides, unless there is nothing but blanks.
        const read = /^ .* $/s.test(inside) && inside.trim() !== '' ? inside.slice(1, -1) : inside;
        expect(read).toBe(text.replaceAll('\n', '\u240a').replaceAll('\u202e', '\ufffd'));
      }),
    );
  });

  it('codeBlock() cannot be left', () => {
    fc.assert(
      fc.property(fc.array(markdownText, { minLength: 1 }), (lines) => {
        const [open = '', ...inside] = codeBlock(lines).split('\n');
        const fence = /^`+/.exec(open)?.[0] ?? '';
        expect(inside.pop()).toBe(fence);
        expect(inside.length).toBe(lines.length);
        for (const line of inside) expect(line.trim().startsWith(fence)).toBe(false);
      }),
    );
  });

  it('plain() leaves nothing but text and whole code spans', () => {
    expect(plain('a_b *c* _d_ [e](f) <g> `h_*` 1 & 2')).toBe(
      'a_b \\*c\\* \\_d\\_ \\[e\\](f) \\<g\\> `h_*` 1 \\& 2',
    );
  });

  it('long text is cut between characters', () => {
    expect(code('😀'.repeat(100))).toBe(`\`${'😀'.repeat(60)}…\``);
    expect(code(`a${'😀'.repeat(100)}`)).toBe(`\`a${'😀'.repeat(59)}…\``);
  });

  it('no hover has it outside of code', () => {
    const evil = '[x](command:evil)';
    const texts = fc
      .array(fc.oneof(markdownText, fc.constant(evil)), { maxLength: 4 })
      .map((parts) => parts.join(''));
    const quoted = (text: string): string =>
      `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const inside = [first, second].map((text) => text.replaceAll(',', ''));
        const specs = [
          `${inside[0]},raw,xvda,${inside[1]}`,
          `vdev=${inside[1]}, script=${inside[0]}, target=${inside[0]}`,
        ];
        const strings = [
          `vif = [ ${quoted(`mac=${inside[0]},rate=${inside[1]},${inside[0]},${inside[1]}=1`)} ]`,
          `usbctrl = [ ${quoted(`type=${inside[0]},ports=${inside[1]}`)} ]`,
          `pci = [ ${quoted(inside[0] ?? '')}, ${quoted(`03:00.0@${inside[1]}`)} ]`,
          `cpuid = ${quoted(`host,${inside[0]}=${inside[1]}`)}`,
        ];
        const text = [
          `name = ${quoted(first)}`,
          `type = ${quoted(second)}`,
          `disk = [ ${specs.map(quoted).join(', ')} ]`,
          ...strings,
          '',
        ].join('\n');
        const doc = open(text);
        for (let offset = 0; offset < text.length; offset++) {
          const contents = hover(doc, doc.text.positionAt(offset))?.contents;
          const markdown =
            contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
          const outside = outsideCode(markdown);
          expect(outside).not.toContain('command:');
          expect(outside).not.toContain('<b>');
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});
