/** What holds for the formatting of any text, under any options. */

import type { Edit } from '@xlcfg/shared/src/edits/edit.ts';
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { formatDocument, formatRanges } from '@xlcfg/shared/src/features/formatting/formatting.ts';
import { FORMATTING_TRIGGERS, formatOnType } from '@xlcfg/shared/src/features/formatting/onType.ts';
import type { FormatSettings } from '@xlcfg/shared/src/settings.ts';
import type { ConfigFile, Value } from '@xlcfg/shared/src/syntax/index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { open } from '../../../support/documents.ts';
import { anyText, configText, law } from '../../../support/laws.ts';

interface Asked {
  readonly format: FormatSettings;
  readonly options: FormattingOptions;
}

const flag = fc.constantFrom(true, false, undefined);

const asked: fc.Arbitrary<Asked> = fc
  .record({
    lineWidth: fc.constantFrom(20, 30, 100),
    quotes: fc.constantFrom('keep' as const, 'double' as const, 'single' as const),
    lists: fc.constantFrom('keep' as const, 'fit' as const, 'split' as const),
    tabSize: fc.constantFrom(1, 2, 4, 8),
    insertSpaces: fc.boolean(),
    trimTrailingWhitespace: flag,
    insertFinalNewline: flag,
    trimFinalNewlines: flag,
  })
  .map(({ lineWidth, quotes, lists, ...options }) => ({
    format: { lineWidth, quotes, lists },
    options: Object.fromEntries(
      Object.entries(options).filter(([, value]) => value !== undefined),
    ) as FormattingOptions,
  }));

const blanks = fc.constantFrom('', '', ' ', ' ', '  ', '   ', '\t', '      ');
const remark = fc.constantFrom(
  '# a',
  '#b  ',
  '#',
  '# xlcfg-disable-line',
  '# xlcfg-disable-next-line bad-number',
);
const lineEnd = fc
  .tuple(
    blanks,
    fc.option(remark, { freq: 3 }),
    fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n\n\n', '\r\n'),
  )
  .map(([before, comment, end]) => before + (comment ?? '') + end);
const scalar = fc.constantFrom(
  '1',
  '0x10',
  '"a"',
  "'b'",
  '"it\'s"',
  "'a\\'b'",
  '"x y, z"',
  "'/dev/vg/web1,raw,xvda,rw'",
);
const gap = fc.oneof(
  { weight: 5, arbitrary: blanks },
  { weight: 2, arbitrary: lineEnd.map((end) => end.replace('\r', '')) },
);

/** A list of tokens that xl takes, with anything between them that it passes over. */
const list: fc.Arbitrary<string> = fc.letrec<{ list: string }>((tie) => ({
  list: fc
    .tuple(
      fc.array(
        fc.tuple(gap, fc.oneof({ weight: 6, arbitrary: scalar }, { weight: 1, arbitrary: tie('list') }), gap),
        { maxLength: 5 },
      ),
      fc.boolean(),
      gap,
    )
    .map(([items, hasLastComma, end]) => {
      const inside = items.map((item) => item.join('')).join(',');
      return `[${inside}${hasLastComma && items.length > 0 ? ',' : ''}${end}]`;
    }),
})).list;

const setting = fc
  .tuple(
    fc.constantFrom('', '', '', ' ', '\t', ';'),
    fc.constantFrom('a', 'bb', 'ccc', 'name', 'memory', 'disk', 'device_model'),
    blanks,
    fc.constantFrom('=', '=', '=', '+='),
    blanks,
    fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 2, arbitrary: list }),
    fc.oneof(
      { weight: 8, arbitrary: lineEnd },
      { weight: 1, arbitrary: fc.constantFrom(';', ' ; ', ';;\n') },
    ),
  )
  .map((parts) => parts.join(''));

/** Files that xl takes, most of them, in every state of disorder. */
const fileText = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: setting },
        { weight: 3, arbitrary: lineEnd },
        {
          weight: 1,
          arbitrary: fc.constantFrom('a = \n', 'x y\n', 'd = [ "a",\n', "a = 'open\n", 'A = 1\n', '@'),
        },
      ),
      { maxLength: 8 },
    ),
    fc.constantFrom('', '', '', 'a = 1', '# end', '#', 'b=2\r', '  '),
  )
  .map(([lines, end]) => lines.join('') + end);

const text = fc.oneof(
  { weight: 4, arbitrary: fileText },
  { weight: 3, arbitrary: configText },
  { weight: 1, arbitrary: anyText },
);

const openAs = (source: string, { format }: Asked) => open(source, { format });
const format = (source: string, how: Asked): string =>
  applyEdits(source, formatDocument(openAs(source, how), how.options));

/** What xl reads of a value; a list's items one after another, since lists may be nested deeper than the stack. */
function read(value: Value | undefined): string {
  const parts: string[] = [];
  const waiting: (Value | ']')[] = value ? [value] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node === ']') parts.push(']');
    else if (node.kind === 'list') {
      parts.push('[');
      waiting.push(']', ...node.items.toReversed());
    } else parts.push(node.kind === 'string' ? JSON.stringify(node.content.text) : node.text);
  }
  return parts.join(' ');
}

const settingsOf = ({ settings }: ConfigFile): string[] =>
  settings.map(({ name, operator, value }) => `${name.text} ${operator?.text} ${read(value)}`);

function expectSeparate(edits: readonly Edit[], length: number): void {
  let at = -1;
  for (const { start, end } of edits) {
    expect(start).toBeGreaterThan(at);
    expect(end).toBeGreaterThanOrEqual(start);
    at = end;
  }
  expect(at).toBeLessThanOrEqual(length);
}

describe('formatting', () => {
  it('is idempotent', () =>
    law(fc.tuple(text, asked), ([source, how]) => {
      const once = format(source, how);
      expect(format(once, how)).toBe(once);
    }));

  it('is idempotent where a line with a carriage return is split', () => {
    const how: Asked = {
      format: { lineWidth: 20, quotes: 'keep', lists: 'keep' },
      options: { tabSize: 1, insertSpaces: false, trimFinalNewlines: true },
    };
    const once = format('\na=1;b=1# a\r\n', how);
    expect(format(once, how)).toBe(once);
  });

  it('keeps what xl reads and what it rejects', () =>
    law(fc.tuple(text, asked), ([source, how]) => {
      const before = open(source);
      const after = open(format(source, how));
      expect(settingsOf(after.file)).toEqual(settingsOf(before.file));
      expect(after.file.errors.map(({ code }) => code)).toEqual(before.file.errors.map(({ code }) => code));
    }));

  it('keeps the problems of the file, silenced ones too', () =>
    law(fc.tuple(text, asked), ([lines, how]) => {
      // What a file lacks is said of its beginning.
      const source = `name = "a"\n${lines}`;
      const codes = (one: string): string[] =>
        open(one)
          .problems.map(({ code }) => code)
          .sort();
      expect(codes(format(source, how))).toEqual(codes(source));
    }));

  it('keeps the comments and their order', () =>
    law(fc.tuple(text, asked), ([source, how]) => {
      const comments = (one: string): string[] =>
        open(one).file.comments.map((comment) => comment.text.trimEnd());
      expect(comments(format(source, how))).toEqual(comments(source));
    }));

  it('has edits that change something, in order, without overlap', () =>
    law(fc.tuple(text, asked), ([source, how]) => {
      const edits = formatDocument(openAs(source, how), how.options);
      expectSeparate(edits, source.length);
      expect(edits.filter(({ start, end, newText }) => source.slice(start, end) === newText)).toEqual([]);
    }));

  it('changes only whitespace, semicolons, commas and quotes', () =>
    law(fc.tuple(text, asked), ([source, how]) => {
      const edits = formatDocument(openAs(source, how), how.options);
      const touched = edits.flatMap(({ start, end, newText }) => [source.slice(start, end), newText]);
      expect(touched.filter((one) => !/^[ \t\n;,"']*$/.test(one))).toEqual([]);
    }));
});

describe('formatting of ranges', () => {
  const withLines = fc.tuple(text, asked, fc.nat(20), fc.nat(20));
  const lineStart = (source: string, line: number): number =>
    source.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0);

  it('is idempotent', () =>
    law(withLines, ([source, how, line, lines]) => {
      const start = Math.min(lineStart(source, line), source.length);
      const end = Math.min(lineStart(source, line + lines), source.length);
      const edits = formatRanges(openAs(source, how), [{ start, end }], how.options);
      expectSeparate(edits, source.length);
      const moved = (offset: number): number =>
        edits
          .filter((edit) => edit.start < offset)
          .reduce(
            (sum, { start: from, end: to, newText }) => sum + newText.length - (Math.min(to, offset) - from),
            offset,
          );
      const once = applyEdits(source, edits);
      // The lines were blank and are gone.
      if (moved(start) === moved(end)) return;
      const again = formatRanges(openAs(once, how), [{ start: moved(start), end: moved(end) }], how.options);
      expect(applyEdits(once, again)).toBe(once);
    }));

  it('of all lines equals formatting of the document', () =>
    law(fc.tuple(text, asked), ([source, how]) => {
      const doc = openAs(source, how);
      const all = [{ start: 0, end: source.length }];
      expect(formatRanges(doc, all, how.options)).toEqual(formatDocument(doc, how.options));
    }));

  it('on type keeps what xl reads and what it rejects', () =>
    law(
      fc.tuple(text, asked, fc.nat(), fc.constantFrom(...FORMATTING_TRIGGERS)),
      ([source, how, at, typed]) => {
        const offset = at % (source.length + 1);
        const whole = source.slice(0, offset) + typed + source.slice(offset);
        const edits = formatOnType(openAs(whole, how), offset + 1, typed, how.options);
        expectSeparate(edits, whole.length);
        const before = open(whole).file;
        const after = open(applyEdits(whole, edits)).file;
        expect(settingsOf(after)).toEqual(settingsOf(before));
        expect(after.errors.map(({ code }) => code)).toEqual(before.errors.map(({ code }) => code));
      },
    ));
});
