import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { NO_FINDINGS } from '../../../../server/src/cli/report/counts.ts';
import { fileText, summaryText } from '../../../../server/src/cli/report/text.ts';
import { exampleReport } from '../support/exampleReport.ts';
import { NO_COLORS } from '../support/reporting.ts';

const PLAIN = { quiet: false, verbose: false };

const plainText = (path: string): string => fileText(exampleReport(path), NO_COLORS);

describe('the findings of a file as text', () => {
  it('have their source lines and related locations', () => {
    expect(plainText('guests/a.cfg').split('\n')).toEqual([
      'guests/a.cfg:2:1: warning unknown-option: xl never reads \\x1b]memroy.',
      '  2 | memroy = "日本"',
      '    | ^^^^^^',
      '  guests/a.cfg:2:10: This is lost.',
      '',
      'guests/a.cfg:3:1: info deprecated-option: Old.',
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

  it('have escaped paths, and a name for standard input', () => {
    expect(plainText('a\x1b[2J\n.cfg')).toMatch(/^a\\x1b\[2J\\x0a\.cfg:2:1: /);
    expect(plainText('-')).toMatch(/^<stdin>:2:1: /);
  });

  it('are coloured by severity', () => {
    const coloured = fileText(exampleReport('a.cfg'), picocolors.createColors(true));
    expect(coloured).toContain('\x1b[31merror\x1b[39m');
    expect(coloured).toContain('\x1b[33m^^^^^^\x1b[39m');
    expect(plainText('a.cfg')).not.toContain('\x1b');
  });

  it('are an empty text where there are none', () => {
    expect(fileText({ ...exampleReport('a.cfg'), findings: [] }, NO_COLORS)).toBe('');
  });
});

describe('the summary', () => {
  const SOME = { errors: 1, warnings: 1, notes: 2, fixable: 1 };

  it.each([
    [0, NO_FINDINGS, '0 files checked: no xl config files found\n'],
    [1, NO_FINDINGS, '1 file checked: no problems\n'],
    [2, SOME, '2 files checked: 1 error, 1 warning, 2 infos (1 can be fixed with xlcfg fix)\n'],
    [
      2,
      { errors: 2, warnings: 2, notes: 4, fixable: 2 },
      '2 files checked: 2 errors, 2 warnings, 4 infos (2 can be fixed with xlcfg fix)\n',
    ],
  ])('of %i files with %j', (fileCount, counts, expected) => {
    expect(summaryText({ fileCount, skippedCount: 0, failures: [], counts }, PLAIN)).toBe(expected);
  });

  it('counts the files that were passed over', () => {
    const report = { fileCount: 1, skippedCount: 5, failures: [], counts: NO_FINDINGS };
    expect(summaryText(report, PLAIN)).toBe(
      '1 file checked: no problems, 5 other files skipped (--verbose names them)\n',
    );
    expect(summaryText(report, { ...PLAIN, verbose: true })).toBe(
      '1 file checked: no problems, 5 other files skipped\n',
    );
  });

  it('is left out where nothing could be read, which the failures have said', () => {
    const failures = [{ path: 'a', message: 'no such file or folder' }];
    const report = { fileCount: 0, skippedCount: 0, counts: NO_FINDINGS, failures };
    expect(summaryText(report, PLAIN)).toBe('');
    expect(summaryText({ ...report, skippedCount: 1 }, PLAIN)).not.toBe('');
  });

  it('is left out by a quiet run without errors', () => {
    expect(
      summaryText(
        { skippedCount: 0, failures: [], fileCount: 1, counts: { ...SOME, errors: 0 } },
        { ...PLAIN, quiet: true },
      ),
    ).toBe('');
    expect(
      summaryText({ skippedCount: 0, failures: [], fileCount: 1, counts: SOME }, { ...PLAIN, quiet: true }),
    ).not.toBe('');
  });
});
