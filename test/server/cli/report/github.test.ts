import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubFormat } from '../../../../server/src/cli/report/github.ts';
import { BAD, WITH_FINDINGS } from '../support/guests.ts';
import { reportOn, reportWith, written } from '../support/reporting.ts';

describe('the workflow commands for GitHub', () => {
  it('give the path from the root of the repository', () => {
    const lines = written(githubFormat, [reportOn('a.cfg', WITH_FINDINGS), reportOn('b.cfg', BAD)]).split(
      '\n',
    );
    expect(lines).toEqual([
      expect.stringMatching(
        /^::notice file=guests\/a\.cfg,line=4,endLine=4,col=11,endColumn=19,title=disk-deprecated-prefix::\S/,
      ),
      expect.stringMatching(
        /^::warning file=guests\/a\.cfg,line=5,endLine=5,col=1,endColumn=7,title=unknown-option::\S/,
      ),
      expect.stringMatching(/^::error file=guests\/b\.cfg,line=3,endLine=3,col=8,endColumn=13,title=\S+::\S/),
      expect.stringMatching(/^2 files checked: 1 error, 1 warning, 1 info/),
      '',
    ]);
  });

  it('have related locations in the message', () => {
    const range = { start: { line: 3, character: 13 }, end: { line: 3, character: 30 } };
    const related = [{ path: 'b c.cfg', range, message: 'The same.' }];
    const file = reportWith('a.cfg', WITH_FINDINGS, { message: 'Bad.', related });
    expect(written(githubFormat, [file])).toMatch(/::Bad\.%0Ab c\.cfg:4:14: The same\.\n/);
  });

  it('have no columns for ranges over several lines', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
    const file = reportWith('a.cfg', WITH_FINDINGS, { range });
    expect(written(githubFormat, [file])).toMatch(/^::notice file=guests\/a\.cfg,line=1,endLine=6,title=/);
  });

  it('escape what would end a property or a command', () => {
    const message = '100% bad,\r\n::error::x';
    const file = reportWith('a:b,c%.cfg', WITH_FINDINGS, { message });
    expect(written(githubFormat, [file]).split('\n')[0]).toBe(
      '::notice file=guests/a%3Ab%2Cc%25.cfg,line=4,endLine=4,col=11,endColumn=19,' +
        'title=disk-deprecated-prefix::100%25 bad,\\x0d%0A::error::x',
    );
  });

  it('are one for each finding, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const file = reportOn('a.cfg', `${WITH_FINDINGS}memroy = "${text}"`);
        const lines = written(githubFormat, [file]).split('\n');
        expect(lines.filter((line) => /^::(?:error|warning|notice) file=/.test(line))).toHaveLength(
          file.findings.length,
        );
        expect(lines).toHaveLength(file.findings.length + 2);
      }),
    );
  });

  it('include files that were not read, and have no path for standard input', () => {
    const failures = [{ path: 'x.cfg', message: 'permission denied' }];
    const report = written(githubFormat, [reportOn('-', BAD)], { failures });
    expect(report).toMatch(/^::error line=3,/);
    expect(report).toContain('\n::error title=xlcfg::x.cfg: permission denied\n');
  });
});
