import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, markSpan } from '../../../../server/src/cli/report/excerpt.ts';
import { toFileReport } from '../../../../server/src/cli/report/fileReport.ts';
import { slowdown } from '../../../support/slowdown.ts';

/** `[` and `]` in the line are the ends of the span. */
const mark = (marked: string): string[] => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const { source, underline } = markSpan(marked.replace(/[[\]]/g, ''), { start, end });
  return [source, underline];
};

describe('a line with a marked span', () => {
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
    expect(mark(marked)).toEqual([source, underline]);
  });

  const long = (before: number, span: string, after: number): string =>
    `${'a'.repeat(before)}[${span}]${'b'.repeat(after)}`;

  it.each([
    ['before the span', long(500, 'X', 0), `…${'a'.repeat(99)}X`, 100],
    ['before the span, with a little after it', long(500, 'X', 9), `…${'a'.repeat(90)}X${'b'.repeat(9)}`, 91],
    ['after the span', long(0, 'X', 500), `X${'b'.repeat(99)}…`, 0],
    ['on both sides', long(500, 'X', 500), `…${'a'.repeat(30)}X${'b'.repeat(69)}…`, 31],
    ['in the span', long(500, 'X'.repeat(300), 0), `…${'a'.repeat(30)}${'X'.repeat(70)}…`, 31],
  ])('is cut %s', (_, marked, source, column) => {
    const [shown, underline = ''] = mark(marked);
    expect(shown).toBe(source);
    expect(underline.indexOf('^')).toBe(column);
    expect(underline.length).toBeLessThanOrEqual((shown ?? '').length);
  });

  it('is never long, and always marks something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(300), fc.nat(300), (text, a, b) => {
        const line = text.replace(/[\r\n]/g, ' ');
        const start = Math.min(a, line.length);
        const { source, underline } = markSpan(line, { start, end: Math.min(start + b, line.length) });
        expect([...source].filter((char) => !/\p{M}/u.test(char)).length).toBeLessThanOrEqual(102);
        expect(underline).toMatch(/^ *\^+$/);
        expect(source).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      }),
    );
  });
});

/** The excerpt of a finding at a span of a text. */
const excerptAt = (text: string, start: number, end: number): string[] => {
  const problem = { code: 'x', severity: 'error', span: { start, end }, message: '' } as const;
  const [finding] = toFileReport({ path: 'a.cfg', text, problems: [problem] }).findings;
  if (!finding) throw new Error('no finding');
  const { source, underline } = excerptOf(text, finding);
  return [source, underline];
};

describe('the excerpt of a finding', () => {
  it.each(['\n', '\r\n', '\r'])('is the line without its ending %j', (eol) => {
    const text = `a = 1${eol}b = 2${eol}c = 3`;
    const start = text.indexOf('b');
    expect(excerptAt(text, start, start + 1)).toEqual(['b = 2', '^']);
    expect(excerptAt(text, text.length, text.length)).toEqual(['c = 3', '     ^']);
  });

  it('marks the rest of the first line where it spans several', () => {
    expect(excerptAt('a = [\n1,\n]\n', 4, 11)).toEqual(['a = [', '    ^']);
  });

  it('is cut where the line is long', () => {
    const text = `x\n${'a'.repeat(50)}X${'b'.repeat(500)}\ny`;
    expect(excerptAt(text, 52, 53)[0]).toBe(`…${'a'.repeat(30)}X${'b'.repeat(69)}…`);
  });

  it('is that of the whole line, wherever it is', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '\t', 'é', '日', '😀', '\x1b'), maxLength: 400 });
    fc.assert(
      fc.property(line, fc.nat(400), fc.nat(20), (text, position, length) => {
        const start = Math.min(position, text.length);
        const end = Math.min(start + length, text.length);
        const { source, underline } = markSpan(text, { start, end });
        expect(excerptAt(`first\n${text}\nlast\n`, start + 6, end + 6)).toEqual([source, underline]);
      }),
    );
  });

  it('takes no longer where the line is the whole file', () => {
    const excerptAll = (count: number): void => {
      const text = 'memroy = 1; '.repeat(count * 100);
      const problems = Array.from({ length: count }, (_, index) => {
        const start = index * 1200;
        return { code: 'x', severity: 'error', span: { start, end: start + 6 }, message: '' } as const;
      });
      for (const finding of toFileReport({ path: 'a.cfg', text, problems }).findings) {
        excerptOf(text, finding);
      }
    };
    expect(slowdown(excerptAll, 50)).toBeLessThan(10);
  });
});
