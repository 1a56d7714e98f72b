import type { Problem } from '@xlcfg/shared';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedFile } from '../../../../server/src/cli/check/inspect.ts';
import { wantsColour } from '../../../../server/src/cli/common/output.ts';
import { add, countOf, NOTHING } from '../../../../server/src/cli/report/counts.ts';
import { jsonFormat } from '../../../../server/src/cli/report/json.ts';
import { textReport, textSummary } from '../../../../server/src/cli/report/text.ts';
import { reportOf } from '../support/reporting.ts';

const TEXT = 'name = "a"\nmemroy = "日本"\nbuilder = "hvm"\n';

const spanOf = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });

const problems: readonly Problem[] = [
  {
    code: 'unknown-option',
    severity: 'warning',
    span: spanOf('memroy'),
    message: 'xl never reads \x1b]memroy.',
    related: [{ span: spanOf('"日本"'), message: 'This is lost.' }],
    fixes: [{ title: 'Write memory', edits: [] }],
  },
  {
    code: 'deprecated-option',
    severity: 'information',
    span: spanOf('builder = "hvm"\n'),
    message: 'Old.\nWrite type.',
    fixes: [
      { title: 'Remove', edits: [] },
      { title: 'Write type', edits: [], safe: true },
    ],
  },
  { code: 'some-error', severity: 'error', span: spanOf('"a"'), message: 'Bad.' },
  { code: 'some-hint', severity: 'hint', span: spanOf('name'), message: 'Hm.' },
];

const file = (path: string): CheckedFile => ({
  path,
  text: TextDocument.create('file:///x', 'xlcfg', 0, TEXT),
  problems,
});

const plain = pc.createColors(false);

describe('the report for people', () => {
  it('shows each problem in its place', () => {
    expect(textReport(file('guests/a.cfg'), plain).split('\n')).toEqual([
      'guests/a.cfg:2:1: warning unknown-option: xl never reads \\x1b]memroy.',
      '  2 | memroy = "日本"',
      '    | ^^^^^^',
      '  guests/a.cfg:2:10: This is lost.',
      '',
      'guests/a.cfg:3:1: information deprecated-option: Old.',
      '  Write type.',
      '  3 | builder = "hvm"',
      '    | ^^^^^^^^^^^^^^^',
      '  fix available: xlcfg fix',
      '',
      'guests/a.cfg:1:8: error some-error: Bad.',
      '  1 | name = "a"',
      '    |        ^^^',
      '',
      'guests/a.cfg:1:1: hint some-hint: Hm.',
      '  1 | name = "a"',
      '    | ^^^^',
      '',
      '',
    ]);
  });

  it('makes paths harmless, and names standard input', () => {
    expect(textReport(file('a\x1b[2J\n.cfg'), plain)).toMatch(/^a\\x1b\[2J\\x0a\.cfg:2:1: /);
    expect(textReport(file('-'), plain)).toMatch(/^<stdin>:2:1: /);
  });

  it('is coloured only if asked', () => {
    const coloured = textReport(file('a.cfg'), pc.createColors(true));
    expect(coloured).toContain('\x1b[31merror\x1b[39m');
    expect(coloured).toContain('\x1b[33m^^^^^^\x1b[39m');
    expect(textReport(file('a.cfg'), plain)).not.toContain('\x1b');
  });

  it('says nothing of a file without problems', () => {
    expect(textReport({ ...file('a.cfg'), problems: [] }, plain)).toBe('');
  });

  it.each([
    [[], '0 files checked: no problems\n'],
    [[[]], '1 file checked: no problems\n'],
    [[problems, []], '2 files checked: 1 error, 1 warning, 2 notes (1 can be fixed with xlcfg fix)\n'],
    [
      [problems, problems],
      '2 files checked: 2 errors, 2 warnings, 4 notes (2 can be fixed with xlcfg fix)\n',
    ],
  ])('ends with a summary', (files, expected) => {
    expect(textSummary(files.reduce((count, one) => add(count, countOf(one)), NOTHING))).toBe(expected);
  });
});

describe('the report for programs', () => {
  it('has exactly these fields', () => {
    const files = [file('a.cfg'), { ...file('b.cfg'), problems: [] }];
    const at = (line: number, start: number, endLine: number, end: number) => ({
      start: { line, character: start },
      end: { line: endLine, character: end },
    });
    expect(JSON.parse(reportOf(jsonFormat, files))).toEqual({
      files: [
        {
          path: 'a.cfg',
          diagnostics: [
            {
              range: at(1, 0, 1, 6),
              severity: 'warning',
              code: 'unknown-option',
              message: 'xl never reads \x1b]memroy.',
              related: [{ path: 'a.cfg', range: at(1, 9, 1, 13), message: 'This is lost.' }],
            },
            {
              range: at(2, 0, 3, 0),
              severity: 'information',
              code: 'deprecated-option',
              message: 'Old.\nWrite type.',
            },
            { range: at(0, 7, 0, 10), severity: 'error', code: 'some-error', message: 'Bad.' },
            { range: at(0, 0, 0, 4), severity: 'hint', code: 'some-hint', message: 'Hm.' },
          ],
        },
        { path: 'b.cfg', diagnostics: [] },
      ],
      summary: { files: 2, errors: 1, warnings: 1 },
    });
  });

  it('has no control characters, whatever the path', () => {
    const json = reportOf(jsonFormat, [file('a\x1b\x7f\x9b.cfg')]);
    expect(json.slice(0, -1)).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
    expect(JSON.parse(json).files[0].path).toBe('a\x1b\x7f\x9b.cfg');
  });
});

describe('colour', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [false, { CI: 'true' }, false],
    [true, { TERM: 'dumb' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('on a terminal: %s, with %j', (isTTY, env, expected) => {
    expect(wantsColour({ isTTY }, env)).toBe(expected);
  });
});
