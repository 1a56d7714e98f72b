/** `xlcfg check` as it is shipped: exit codes, output, and the files that are checked. */
import { chmodSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { version } from '../../../../server/package.json';
import { makeFolder } from '../../../support/folder.ts';
import { cliCommand, inShell } from '../../../support/programs.ts';
import { asOtherUser, BAD, GOOD, NOT_A_GUEST, WITH_WARNING } from '../support/guests.ts';
import { execute, run } from '../support/program.ts';

describe.concurrent('exit code, standard output and standard error', () => {
  it.each([
    ['no problems', { 'a.cfg': GOOD }, ['a.cfg'], 0, /^1 file checked: no problems\n$/, /^$/],
    ['a warning', { 'a.cfg': WITH_WARNING }, ['a.cfg'], 0, /a\.cfg:5:1: warning /, /^$/],
    ['an error', { 'a.cfg': BAD }, ['a.cfg'], 1, /a\.cfg:3:8: error .*\n {2}3 \| type = "xyz"\n/, /^$/],
    [
      'an error in a second file',
      { 'a.cfg': GOOD, 'b.cfg': BAD },
      ['a.cfg', 'b.cfg'],
      1,
      /2 files checked: 1 error/,
      /^$/,
    ],
    [
      'a missing file',
      { 'a.cfg': GOOD },
      ['no.cfg', 'a.cfg'],
      2,
      /1 file checked/,
      /^xlcfg: no\.cfg: no such file or folder\n$/,
    ],
    [
      'a missing file, and an error in another one',
      { 'a.cfg': BAD },
      ['no.cfg', 'a.cfg'],
      2,
      /error/,
      /^xlcfg: no\.cfg: [^\n]*\n$/,
    ],
    [
      'a folder',
      { 'a.cfg': BAD, 'b.cfg': NOT_A_GUEST, 'c.txt': BAD },
      ['.'],
      1,
      /^a\.cfg:3:8: .*1 file checked: 1 error/s,
      /^$/,
    ],
    ['an empty folder', {}, ['.'], 0, /^0 files checked/, /^xlcfg: \.: no xl config files in this folder\n$/],
    ['a named file that is not a guest', { 'b.cfg': NOT_A_GUEST }, ['b.cfg'], 1, /b\.cfg:1:1: error/, /^$/],
    [
      'a file name that is an escape sequence',
      { 'a.cfg': GOOD },
      ['\x1b[2J'],
      2,
      /^$/,
      /^xlcfg: \\x1b\[2J: no such/,
    ],
  ])('for %s', async (_, files, args, code, stdout, stderr) => {
    using folder = makeFolder(files);
    const { path: cwd } = folder;
    const result = await run(['check', ...args], { cwd });
    expect(result.stderr).toMatch(stderr);
    expect(result.stdout).toMatch(stdout);
    expect(result.code).toBe(code);
  });

  it.each([
    [
      ['check'],
      /nothing to check: pass files or folders \(\. for the current one\), or - for standard input/,
    ],
    [['fix'], /missing required argument/],
    [[], /Usage: xlcfg/],
    [['nonsense'], /unknown command 'nonsense'/],
    [['check', '--nonsense', '.'], /unknown option '--nonsense'/],
    [['check', '--format', 'xml', '.'], /Allowed choices are text, json, sarif/],
    [['check', '--xen', '9.9', '.'], /argument '9\.9' is invalid.*4\.17/],
    [['fix', '--check', '--diff', '.'], /cannot be used with/],
  ])('for a wrong call: %j', async (args, stderr) => {
    using folder = makeFolder();
    const result = await run(args, { cwd: folder.path });
    expect(result.stderr).toMatch(stderr);
    expect(result.stdout).toBe('');
    expect(result.code).toBe(2);
  });

  it.each([
    [['--version'], `${version}\n`],
    [['--help'], /Usage: xlcfg .*check.*fix/s],
    [['check', '--help'], /--format.*--xen.*Exit code: 0/s],
    [['fix', '--help'], /--check.*--diff.*Exit code: 0/s],
  ])('for %j', async (args, stdout) => {
    const result = await run(args);
    expect(result.stdout).toMatch(stdout);
    expect(result.code).toBe(0);
  });

  it('checks the other files where one may not be read', async () => {
    using folder = makeFolder({ 'a.cfg': BAD, 'b.cfg': BAD });
    const { path: cwd, at } = folder;
    chmodSync(cwd, 0o755);
    chmodSync(at('a.cfg'), 0o200);
    const result = await run(['check', '--format', 'json', 'a.cfg', 'b.cfg'], { cwd, ...asOtherUser });
    expect(result.stderr).toBe('xlcfg: a.cfg: permission denied\n');
    expect(JSON.parse(result.stdout)).toMatchObject({
      files: [{ path: 'b.cfg' }],
      summary: { files: 1, errors: 1 },
    });
    expect(result.code).toBe(2);
  });

  it('searches the other folders where one may not be read', async () => {
    using folder = makeFolder({ 'shut/a.cfg': BAD, 'b.cfg': GOOD });
    const { path: cwd, at } = folder;
    chmodSync(cwd, 0o755);
    chmodSync(at('shut'), 0);
    const result = await run(['check', '.'], { cwd, ...asOtherUser });
    chmodSync(at('shut'), 0o755);
    expect(result.stderr).toBe('xlcfg: shut: permission denied\n');
    expect(result.stdout).toBe('1 file checked: no problems\n');
    expect(result.code).toBe(2);
  });

  it('checks standard input even if it does not look like a guest', async () => {
    const result = await run(['check', '-'], { input: NOT_A_GUEST });
    expect(result.stdout).toMatch(/^<stdin>:1:1: error/);
    expect(result.code).toBe(1);
    expect((await run(['check', '-'], { input: GOOD })).code).toBe(0);
  });

  it('follows --xen', async () => {
    using folder = makeFolder({ 'a.cfg': `${GOOD}altp2m_count = 2\n`.replace('pvh', 'hvm') });
    const { path: cwd } = folder;
    const codes = async (xen: string) =>
      JSON.parse((await run(['check', '--format', 'json', '--xen', xen, '.'], { cwd })).stdout)
        .files[0].diagnostics.filter(
          (one: { range: { start: { line: number } } }) => one.range.start.line === 4,
        )
        .map((one: { code: string }) => one.code);
    expect(await codes('4.17')).toContain('wrong-release');
    expect(await codes('4.22')).not.toContain('wrong-release');
  });
});

describe.concurrent('the files that are checked', () => {
  it('include pipes that a shell puts in the place of a file', async () => {
    const pipe = `cat | ${inShell(cliCommand)} check /dev/stdin`;
    const result = await execute('sh', ['-c', pipe], { input: BAD });
    expect(result.stdout).toMatch(/^\/dev\/stdin:3:8: error /);
    expect(result.code).toBe(1);
  });

  it.each([
    [
      'leave out empty ones',
      { 'a.cfg': GOOD, 'b.cfg': '', 'c.cfg': '# managed\n' },
      1,
      ', 2 other files skipped (--verbose names them)',
    ],
    ['include unusual names', { 'a\nb.cfg': GOOD, 'ü 1.cfg': GOOD.replace('web', 'x') }, 2, ''],
    ['include any name', { web1: GOOD, 'hw.xl': GOOD.replace('web', 'x'), 'notes.txt': GOOD }, 2, ''],
  ])('%s in a folder', async (_, files, count, skipped) => {
    using folder = makeFolder(files);
    const { stdout, stderr } = await run(['check', '.'], { cwd: folder.path });
    expect([stdout, stderr]).toEqual([
      `${count} file${count === 1 ? '' : 's'} checked: no problems${skipped}\n`,
      '',
    ]);
  });

  it('leave out others, which --verbose names', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD, 'b.cfg': '# managed\n', notes: 'Call me.\n' });
    const { stdout, stderr } = await run(['check', '--verbose', '.'], { cwd: folder.path });
    expect(stdout).toBe('1 file checked: no problems, 2 other files skipped\n');
    expect(stderr.split('\n').sort()).toEqual([
      '',
      'xlcfg: 1 file: Xen 4.22 (default), architecture from each file (default)',
      'xlcfg: b.cfg: skipped: not an xl config file',
      'xlcfg: notes: skipped: not an xl config file',
    ]);
  });

  it('include empty ones that are named', async () => {
    using folder = makeFolder({ 'b.cfg': '' });
    const { stdout, code } = await run(['check', 'b.cfg'], { cwd: folder.path });
    expect(stdout).toContain('missing-name');
    expect(code).toBe(1);
  });

  it('leave out names that are not UTF-8, with a notice', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder.path}/latin`), Buffer.from([0xe9]), Buffer.from('.cfg')]),
      GOOD,
    );
    const { stderr, code } = await run(['check', '.'], { cwd: folder.path });
    expect(stderr).toBe('xlcfg: latin\ufffd.cfg: the name is not valid UTF-8 and cannot be opened\n');
    expect(code).toBe(2);
  });
});
