import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeControls, excerpt } from '../../../../server/src/cli/report/excerpt.ts';

describe('what a terminal would act on', () => {
  it.each([
    ['plain é 日本 😀', 'plain é 日本 😀'],
    ['\x1b[31mred', '\\x1b[31mred'],
    ['a\tb\r\n', 'a\\x09b\\x0d\\x0a'],
    ['\x7f\x9b', '\\x7f\\x9b'],
    ['\ufeffa\u202eb\u2028', '\\ufeffa\\u202eb\\u2028'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('%j', (text, expected) => {
    expect(escapeControls(text)).toBe(expected);
  });
});

/** `[` and `]` in the line mark the place. */
const show = (marked: string): string[] => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const { source, underline } = excerpt(marked.replace(/[[\]]/g, ''), { start, end });
  return [source, underline];
};

describe('an excerpt', () => {
  it.each([
    ['name = [x]', 'name = x', '       ^'],
    ['[name] = x', 'name = x', '^^^^'],
    ['name = []', 'name = ', '       ^'],
    ['\t[a]\tb', '    a   b', '    ^'],
    ['ab\t[c]', 'ab  c', '    ^'],
    ['日本 [x]', '日本 x', '     ^'],
    ['[日本] x', '日本 x', '^^^^'],
    ['😀[x]', '😀x', '  ^'],
    ['e\u0301[x]', 'e\u0301x', ' ^'],
    ['\x1b[x]', '\\x1bx', '    ^'],
    ['[\ufeff]name', '\\ufeffname', '^^^^^^'],
    ['', '', '^'],
  ])('%j', (marked, source, underline) => {
    expect(show(marked)).toEqual([source, underline]);
  });

  const long = (before: number, place: string, after: number): string =>
    `${'a'.repeat(before)}[${place}]${'b'.repeat(after)}`;

  it.each([
    ['before the place', long(500, 'X', 0), `…${'a'.repeat(99)}X`, 100],
    ['before and a little after the place', long(500, 'X', 9), `…${'a'.repeat(90)}X${'b'.repeat(9)}`, 91],
    ['after the place', long(0, 'X', 500), `X${'b'.repeat(99)}…`, 0],
    ['on both sides', long(500, 'X', 500), `…${'a'.repeat(30)}X${'b'.repeat(69)}…`, 31],
    ['in the place', long(500, 'X'.repeat(300), 0), `…${'a'.repeat(30)}${'X'.repeat(70)}…`, 31],
  ])('of a line that is cut %s', (_, marked, source, column) => {
    const [shown, underline = ''] = show(marked);
    expect(shown).toBe(source);
    expect(underline.indexOf('^')).toBe(column);
    expect(underline.length).toBeLessThanOrEqual((shown ?? '').length);
  });

  it('of a very long line takes no longer', () => {
    const line = 'x'.repeat(1_000_000);
    const started = performance.now();
    for (let i = 0; i < 200; i += 1) excerpt(line, { start: 500_000, end: 600_000 });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is never long and always marks something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(300), fc.nat(300), (text, a, b) => {
        const line = text.replace(/[\r\n]/g, ' ');
        const start = Math.min(a, line.length);
        const { source, underline } = excerpt(line, { start, end: Math.min(start + b, line.length) });
        expect([...source].filter((char) => !/\p{M}/u.test(char)).length).toBeLessThanOrEqual(102);
        expect(underline).toMatch(/^ *\^+$/);
        expect(source).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      }),
    );
  });
});
