import { describe, expect, it } from 'vitest';
import { jsonFormat } from '../../../../server/src/cli/report/json.ts';
import { exampleReport } from '../support/exampleReport.ts';
import { written } from '../support/reporting.ts';

describe('the JSON report', () => {
  it('has exactly these fields', () => {
    const files = [exampleReport('a.cfg'), { ...exampleReport('b.cfg'), findings: [] }];
    const at = (line: number, start: number, endLine: number, end: number) => ({
      start: { line, character: start },
      end: { line: endLine, character: end },
    });
    expect(JSON.parse(written(jsonFormat, files))).toEqual({
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

  it('has no control characters, not even in paths', () => {
    const json = written(jsonFormat, [exampleReport('a\x1b\x7f\x9b.cfg')]);
    expect(json.slice(0, -1)).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
    expect(JSON.parse(json).files[0].path).toBe('a\x1b\x7f\x9b.cfg');
  });
});
