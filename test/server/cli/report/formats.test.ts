/** What holds for every output format of `xlcfg check`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES, FORMATS } from '../../../../server/src/cli/report/formats.ts';
import { makeFolder } from '../../../support/folder.ts';
import { BAD, WITH_FINDINGS } from '../support/guests.ts';
import { run } from '../support/program.ts';
import { reportOn, reportWith, written } from '../support/reporting.ts';

describe.each(FORMAT_NAMES)('the format %s', (name) => {
  const format = FORMATS[name];

  it('has a phrase as its description', () => {
    expect(format.description).toMatch(/^\S.*[^.]$/);
  });

  it('contains the path, rule, message and related locations of each finding', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
    const related = [{ path: 'other.cfg', range, message: 'Related.' }];
    const text = written(format, [
      reportWith('first.cfg', WITH_FINDINGS, { message: 'One.', related }),
      reportWith('second.cfg', BAD, { message: 'Two.' }),
    ]);
    const expected = ['first.cfg', 'disk-deprecated-prefix', 'One.', 'other.cfg', 'Related.'];
    for (const part of [...expected, 'second.cfg', 'bad-value', 'Two.']) expect(text).toContain(part);
  });

  it('ends with a line feed, also where nothing was checked', () => {
    expect(written(format, [reportOn('a.cfg', WITH_FINDINGS)])).toMatch(/\n$/);
    expect(written(format, [])).toMatch(/\n$/);
  });

  it('contains no control characters on which a terminal acts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\x1b', '\x07', '\x7f', '\x9b', '"') });
    fc.assert(
      fc.property(text, text, (path, value) => {
        const message = `Not ${value}.`;
        const file = reportWith(`${path}.cfg`, `memroy = '${value}' ${value}\n`, { message });
        expect(written(format, [file])).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
      }),
    );
  });

  it('is printed whole, with thousands of files, some of which cannot be read', async () => {
    const guests = Array.from({ length: 1500 }, (_, index) => [
      `g${index}.cfg`,
      `name = "g${index}"\nmemory = 512\nmemroy = 1\n`,
    ]);
    using folder = makeFolder(Object.fromEntries(guests));
    folder.link('loop', 'loop');
    const args = ['check', '--format', name, '--rule', 'missing-kernel=off', '.', 'loop'];
    const { code, stdout, stderr } = await run(args, { cwd: folder.path });
    expect(new Set(stdout.match(/g\d+\.cfg/g)).size).toBe(1500);
    expect(stderr).toBe('xlcfg: loop: too many symbolic links\n');
    expect(code).toBe(2);
  });
});

describe.concurrent('the shipped command line', () => {
  it('prints paths in annotations from the root of the repository', async () => {
    using folder = makeFolder({ 'in/a.cfg': BAD });
    const { stdout } = await run(['check', '--format', 'github', '.'], {
      cwd: folder.at('in'),
      env: { GITHUB_WORKSPACE: folder.path },
    });
    expect(stdout).toMatch(/^::error file=in\/a\.cfg,/);
  });

  it.each(['json', 'sarif'])('prints valid JSON in the format %s', async (name) => {
    using folder = makeFolder({ 'a.cfg': WITH_FINDINGS, 'b.cfg': BAD });
    const { stdout } = await run(['check', '--format', name, '.'], { cwd: folder.path });
    expect(JSON.parse(stdout)).toBeInstanceOf(Object);
  });
});
