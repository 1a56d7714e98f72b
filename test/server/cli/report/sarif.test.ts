/** The report for code scanning. */
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { ALL_RULES } from '@xlcfg/shared';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../../../server/src/cli/check/inspect.ts';
import { sarifFormat } from '../../../../server/src/cli/report/sarif.ts';
import { checked, reportOf } from '../support/reporting.ts';

const OLD = 'name = "a"\ntype = "pvh"\nkernel = "/k"\ndisk = [ \'tap:aio:/a.img,xvda,w\' ]\nmemroy = 1\n';

// The schema is of a draft that names itself by `id`; nothing else in it differs from what the validator knows.
const { $schema: _, id: __, ...schema } = sarifSchema;
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

const logOf = (files: readonly CheckedFile[], options = {}): Log => {
  const log: unknown = JSON.parse(reportOf(sarifFormat, files, options));
  expect(validate(log), ajv.errorsText(validate.errors)).toBe(true);
  return log as Log;
};

const runOf = (files: readonly CheckedFile[], options = {}): Run => {
  const [run] = logOf(files, options).runs;
  if (!run) throw new Error('the report has no run');
  return run;
};

const resultsOf = (text: string): Result[] => runOf([checked('a.cfg', text)]).results ?? [];

const fingerprintsOf = (text: string): string[] =>
  resultsOf(text).map(({ partialFingerprints }) => partialFingerprints?.['xlcfg/v1'] ?? '');

describe('the SARIF', () => {
  it('is refused by the schema where it is wrong', () => {
    const log = logOf([checked('a.cfg', OLD)]);
    expect(validate({ ...log, version: '2.0.0' })).toBe(false);
    expect(validate({ ...log, runs: [{ results: [] }] })).toBe(false);
  });

  it('knows all rules', () => {
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

  it('has each problem with its place, its rule and its fixes', () => {
    const run = runOf([
      checked('empty.cfg', 'name = "x"\ntype = "pvh"\nkernel = "/k"\n'),
      checked('a.cfg', OLD),
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
      resultsOf(OLD).find(({ ruleId }) => ruleId === 'disk-deprecated-prefix')?.fixes?.[0]?.artifactChanges ??
      [];
    const lines = OLD.split('\n');
    for (const { deletedRegion, insertedContent } of (change?.replacements ?? []).toReversed()) {
      const { startLine = 0, endLine = 0, startColumn = 0, endColumn = 0 } = deletedRegion;
      expect(endLine).toBe(startLine);
      const line = lines[startLine - 1] ?? '';
      lines[startLine - 1] =
        line.slice(0, startColumn - 1) + (insertedContent?.text ?? '') + line.slice(endColumn - 1);
    }
    expect(lines[3]).toBe("disk = [ '/a.img,raw,xvda,rw' ]");
  });

  it('names files elsewhere by their whole URI, and encodes what has a meaning in one', () => {
    const uris = runOf([
      checked('a b#%.cfg', ''),
      checked('../b.cfg', ''),
      checked('/etc/xen/c.cfg', ''),
      checked('../../d.cfg', ''),
    ]).artifacts?.map(({ location }) => [location?.uri, location?.uriBaseId]);
    expect(uris).toEqual([
      ['guests/a%20b%23%25.cfg', '%SRCROOT%'],
      ['b.cfg', '%SRCROOT%'],
      ['file:///etc/xen/c.cfg', undefined],
      ['file:///d.cfg', undefined],
    ]);
  });

  it('names standard input by its place in the list of files', () => {
    const run = runOf([checked('-', OLD)]);
    expect(run.artifacts).toEqual([{ description: { text: 'standard input' }, roles: ['analysisTarget'] }]);
    expect(run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ index: 0 });
  });

  it('leads to places in other files', () => {
    const file = checked('a.cfg', OLD);
    const [first] = file.problems;
    if (!first) throw new Error('nothing was found');
    const range = { start: { line: 3, character: 1 }, end: { line: 3, character: 5 } };
    const location = { uri: 'file:///repository/b.cfg', range };
    const related = [{ span: { start: 0, end: 1 }, message: 'The same.', location }];
    const paths = new Map([[location.uri, '../b.cfg']]);
    const [result] = runOf([{ ...file, problems: [{ ...first, related }], paths }]).results ?? [];
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

  it('makes no links of what a file says', () => {
    const [first] = checked('a.cfg', OLD).problems;
    if (!first) throw new Error('nothing was found');
    const file = { ...checked('a.cfg', OLD), problems: [{ ...first, message: 'Bad: [x](command:y).' }] };
    expect(runOf([file]).results?.[0]?.message.text).toBe('Bad: \\[x\\](command:y).');
  });

  it('tells of files that were not read', () => {
    const failures = [{ path: 'x.cfg', message: 'permission denied' }];
    expect(runOf([], { failures }).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'x.cfg: permission denied' } }],
      },
    ]);
  });

  it('is valid whatever the files say and are called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ minLength: 1, unit: 'binary' }),
        (text, name) => {
          const path = `${name.replace(/[\0/]/g, '')}.cfg`;
          logOf([checked(path, text), checked(`x${path}`, `${OLD}${text}`)]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the fingerprints', () => {
  it('stay where lines are moved or others change', () => {
    const moved = `# one\n\n${OLD.replace('memroy = 1', 'vcpus = 2\n  memroy  =  1')}`;
    expect(fingerprintsOf(moved)).toEqual(fingerprintsOf(OLD));
    expect(fingerprintsOf(OLD)).toHaveLength(2);
  });

  it('change where the line itself does', () => {
    expect(fingerprintsOf(OLD.replace('memroy = 1', 'memroy = 2'))[1]).not.toBe(fingerprintsOf(OLD)[1]);
  });

  it('are different in one file', () => {
    const all = fingerprintsOf(`${OLD}memroy = 1\nmemroy = 1\nvcpsu = 1\n`);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(4);
  });
});
