/** The report for code scanning. */
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { ALL_RULES } from '@xlcfg/shared';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../../../server/src/cli/report/fileReport.ts';
import { sarifFormat } from '../../../../server/src/cli/report/sarif.ts';
import { WITH_FINDINGS } from '../support/guests.ts';
import { reportOn, reportWith, written } from '../support/reporting.ts';

// The schema is of a draft that names itself by `id`; nothing else in it differs from what the validator knows.
const { $schema: _, id: __, ...schema } = sarifSchema;
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

const logOf = (files: readonly FileReport[], options = {}): Log => {
  const log: unknown = JSON.parse(written(sarifFormat, files, options));
  expect(validate(log), ajv.errorsText(validate.errors)).toBe(true);
  return log as Log;
};

const runOf = (files: readonly FileReport[], options = {}): Run => {
  const [run] = logOf(files, options).runs;
  if (!run) throw new Error('the report has no run');
  return run;
};

const resultsOf = (text: string): Result[] => runOf([reportOn('a.cfg', text)]).results ?? [];

const fingerprintsOf = (text: string): string[] =>
  resultsOf(text).map(({ partialFingerprints }) => partialFingerprints?.['xlcfg/v1'] ?? '');

describe('the SARIF', () => {
  it('is validated by a schema that rejects other logs', () => {
    const log = logOf([reportOn('a.cfg', WITH_FINDINGS)]);
    expect(validate({ ...log, version: '2.0.0' })).toBe(false);
    expect(validate({ ...log, runs: [{ results: [] }] })).toBe(false);
  });

  it('describes all rules', () => {
    const { tool, columnKind } = runOf([]);
    expect(columnKind).toBe('utf16CodeUnits');
    expect(tool.driver.rules?.map(({ id }) => id)).toEqual(ALL_RULES.map(({ code }) => code));
    const xend = tool.driver.rules?.find(({ id }) => id === 'xend-option');
    expect(xend).toMatchObject({
      shortDescription: { text: ALL_RULES.find(({ code }) => code === 'xend-option')?.summary },
      helpUri: 'file:///docs/rules.md#xend-option',
      defaultConfiguration: { level: 'warning' },
    });
    for (const rule of tool.driver.rules ?? []) {
      expect(rule.fullDescription?.text).not.toBe('');
      expect(rule.help?.markdown).toContain(rule.fullDescription?.text);
    }
  });

  it('has each finding with its location, its rule and its fixes', () => {
    const run = runOf([
      reportOn('empty.cfg', 'name = "x"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\n'),
      reportOn('a.cfg', WITH_FINDINGS),
    ]);
    const location = { uri: 'guests/a.cfg', uriBaseId: '%SRCROOT%', index: 1 };
    const prefix = run.results?.find(({ ruleId }) => ruleId === 'disk-deprecated-prefix');
    expect(prefix).toMatchObject({
      level: 'note',
      message: { text: expect.stringContaining('tap:aio:') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: location,
            region: { startLine: 4, startColumn: 11, endLine: 4, endColumn: 19 },
          },
        },
      ],
      fixes: [{ artifactChanges: [{ artifactLocation: location }] }],
    });
    expect(run.tool.driver.rules?.[prefix?.ruleIndex ?? -1]?.id).toBe('disk-deprecated-prefix');
    expect(run.artifacts?.map((artifact) => artifact.location?.uri)).toEqual([
      'guests/empty.cfg',
      'guests/a.cfg',
    ]);
    expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///repository/' } });
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
  });

  it('has fixes that can be applied', () => {
    const [change] =
      resultsOf(WITH_FINDINGS).find(({ ruleId }) => ruleId === 'disk-deprecated-prefix')?.fixes?.[0]
        ?.artifactChanges ?? [];
    const lines = WITH_FINDINGS.split('\n');
    for (const { deletedRegion, insertedContent } of (change?.replacements ?? []).toReversed()) {
      const { startLine = 0, endLine = 0, startColumn = 0, endColumn = 0 } = deletedRegion;
      expect(endLine).toBe(startLine);
      const line = lines[startLine - 1] ?? '';
      lines[startLine - 1] =
        line.slice(0, startColumn - 1) + (insertedContent?.text ?? '') + line.slice(endColumn - 1);
    }
    expect(lines[3]).toBe("disk = [ '/a.img,raw,xvda,rw' ]");
  });

  it('gives absolute URIs of files outside the repository, and encodes paths', () => {
    const uris = runOf([
      reportOn('a b#%.cfg', ''),
      reportOn('../b.cfg', ''),
      reportOn('/etc/xen/c.cfg', ''),
      reportOn('../../d.cfg', ''),
    ]).artifacts?.map(({ location }) => [location?.uri, location?.uriBaseId]);
    expect(uris).toEqual([
      ['guests/a%20b%23%25.cfg', '%SRCROOT%'],
      ['b.cfg', '%SRCROOT%'],
      ['file:///etc/xen/c.cfg', undefined],
      ['file:///d.cfg', undefined],
    ]);
  });

  it('refers to standard input by its index alone', () => {
    const run = runOf([reportOn('-', WITH_FINDINGS)]);
    expect(run.artifacts).toEqual([{ description: { text: 'standard input' }, roles: ['analysisTarget'] }]);
    expect(run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ index: 0 });
  });

  it('has related locations in other files', () => {
    const range = { start: { line: 3, character: 1 }, end: { line: 3, character: 5 } };
    const related = [{ path: '../b.cfg', range, message: 'The same.' }];
    const [result] = runOf([reportWith('a.cfg', WITH_FINDINGS, { related })]).results ?? [];
    expect(result?.relatedLocations).toEqual([
      {
        id: 0,
        message: { text: 'The same.' },
        physicalLocation: {
          artifactLocation: { uri: 'b.cfg', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4, startColumn: 2, endLine: 4, endColumn: 6 },
        },
      },
    ]);
  });

  it('escapes what would be a link in a message', () => {
    const file = reportWith('a.cfg', WITH_FINDINGS, { message: 'Bad: [x](command:y).' });
    expect(runOf([file]).results?.[0]?.message.text).toBe('Bad: \\[x\\](command:y).');
  });

  it('has notifications about files that were not read', () => {
    const failures = [{ path: 'x.cfg', message: 'permission denied' }];
    expect(runOf([], { failures }).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'x.cfg: permission denied' } }],
      },
    ]);
  });

  it('is valid, whatever the names and texts of files', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ minLength: 1, unit: 'binary' }),
        (text, name) => {
          const path = `${name.replace(/[\0/]/g, '')}.cfg`;
          logOf([reportOn(path, text), reportOn(`x${path}`, `${WITH_FINDINGS}${text}`)]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the fingerprints', () => {
  it('stay the same where lines move or other lines change', () => {
    const moved = `# one\n\n${WITH_FINDINGS.replace('memroy = 1', 'vcpus = 2\n  memroy  =  1')}`;
    expect(fingerprintsOf(moved)).toEqual(fingerprintsOf(WITH_FINDINGS));
    expect(fingerprintsOf(WITH_FINDINGS)).toHaveLength(2);
  });

  it('change where the line itself changes', () => {
    expect(fingerprintsOf(WITH_FINDINGS.replace('memroy = 1', 'memroy = 2'))[1]).not.toBe(
      fingerprintsOf(WITH_FINDINGS)[1],
    );
  });

  it('differ within a file, even for equal findings', () => {
    const all = fingerprintsOf(`${WITH_FINDINGS}memroy = 1\nmemroy = 1\nvcpsu = 1\n`);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(4);
  });
});
