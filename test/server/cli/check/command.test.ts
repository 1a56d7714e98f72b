/** `xlcfg check` as it is shipped: real processes, real files. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { version } from '../../../../server/package.json';
import { built } from '../../../support/built.ts';
import { makeFolder } from '../../../support/folder.ts';
import { asNobody, BAD, GOOD, OLD, OTHER, WARNED } from '../support/guests.ts';
import { execute, run } from '../support/program.ts';

vi.setConfig({ testTimeout: 20_000 });

describe.concurrent('the exit code and the streams of check', () => {
  it.each([
    ['no problems', { 'a.cfg': GOOD }, ['a.cfg'], 0, /^1 file checked: no problems\n$/, /^$/],
    ['a warning', { 'a.cfg': WARNED }, ['a.cfg'], 0, /a\.cfg:5:1: warning /, /^$/],
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
      'a file that is not there',
      { 'a.cfg': GOOD },
      ['no.cfg', 'a.cfg'],
      2,
      /1 file checked/,
      /^xlcfg: no\.cfg: no such file or folder\n$/,
    ],
    [
      'and an error elsewhere',
      { 'a.cfg': BAD },
      ['no.cfg', 'a.cfg'],
      2,
      /error/,
      /^xlcfg: no\.cfg: [^\n]*\n$/,
    ],
    [
      'a folder',
      { 'a.cfg': BAD, 'b.cfg': OTHER, 'c.txt': BAD },
      ['.'],
      1,
      /^a\.cfg:3:8: .*1 file checked: 1 error/s,
      /^$/,
    ],
    [
      'an empty folder',
      {},
      ['.'],
      0,
      /^0 files checked/,
      /^xlcfg: \.: no \.cfg, \.hvm or \.pvlinux file in this folder\n$/,
    ],
    ['a file of another kind that is named', { 'b.cfg': OTHER }, ['b.cfg'], 1, /b\.cfg:1:1: error/, /^$/],
    [
      'a name that is an escape sequence',
      { 'a.cfg': GOOD },
      ['\x1b[2J'],
      2,
      /^0 files checked/,
      /^xlcfg: \\x1b\[2J: no such/,
    ],
  ])('%s', async (_, files, args, code, stdout, stderr) => {
    using folder = makeFolder(files);
    const { path: cwd } = folder;
    const result = await run(['check', ...args], { cwd });
    expect(result.stderr).toMatch(stderr);
    expect(result.stdout).toMatch(stdout);
    expect(result.code).toBe(code);
  });

  it.each([
    [['check'], /nothing to check: name files or folders \(\. is this one\), or - for standard input/],
    [['fix'], /missing required argument/],
    [[], /Usage: xlcfg/],
    [['nonsense'], /unknown command 'nonsense'/],
    [['check', '--nonsense', '.'], /unknown option '--nonsense'/],
    [['check', '--format', 'xml', '.'], /Allowed choices are text, json, sarif/],
    [['check', '--xen', '9.9', '.'], /argument '9\.9' is invalid.*4\.17/],
    [['fix', '--check', '--diff', '.'], /cannot be used with/],
  ])('a wrong call: %j', async (args, stderr) => {
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
  ])('%j', async (args, stdout) => {
    const result = await run(args);
    expect(result.stdout).toMatch(stdout);
    expect(result.code).toBe(0);
  });

  it('a file that may not be read does not keep the others from being checked', async () => {
    using folder = makeFolder({ 'a.cfg': BAD, 'b.cfg': BAD });
    const { path: cwd, at } = folder;
    chmodSync(cwd, 0o755);
    chmodSync(at('a.cfg'), 0o200);
    const result = await run(['check', '--format', 'json', 'a.cfg', 'b.cfg'], { cwd, ...asNobody });
    expect(result.stderr).toBe('xlcfg: a.cfg: permission denied\n');
    expect(JSON.parse(result.stdout)).toMatchObject({
      files: [{ path: 'b.cfg' }],
      summary: { files: 1, errors: 1 },
    });
    expect(result.code).toBe(2);
  });

  it('a folder that may not be read does not keep the others from being searched', async () => {
    using folder = makeFolder({ 'shut/a.cfg': BAD, 'b.cfg': GOOD });
    const { path: cwd, at } = folder;
    chmodSync(cwd, 0o755);
    chmodSync(at('shut'), 0);
    const result = await run(['check', '.'], { cwd, ...asNobody });
    chmodSync(at('shut'), 0o755);
    expect(result.stderr).toBe('xlcfg: shut: permission denied\n');
    expect(result.stdout).toBe('1 file checked: no problems\n');
    expect(result.code).toBe(2);
  });

  it('standard input is checked whatever it looks like', async () => {
    const result = await run(['check', '-'], { input: OTHER });
    expect(result.stdout).toMatch(/^<stdin>:1:1: error/);
    expect(result.code).toBe(1);
    expect((await run(['check', '-'], { input: GOOD })).code).toBe(0);
  });

  it('the release decides', async () => {
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

describe.concurrent('the files that check takes', () => {
  it('are what shells give in place of a file, too', async () => {
    const pipe = `cat | "${process.execPath}" "${built.cli}" check /dev/stdin`;
    const result = await execute('sh', ['-c', pipe], { input: BAD });
    expect(result.stdout).toMatch(/^\/dev\/stdin:3:8: error /);
    expect(result.code).toBe(1);
  });

  it.each([
    [
      'in a folder only those with something in them',
      { 'a.cfg': GOOD, 'b.cfg': '', 'c.cfg': '# managed\n' },
      1,
    ],
    ['in a folder those with odd names', { 'a\nb.cfg': GOOD, 'ü 1.cfg': GOOD.replace('web', 'x') }, 2],
  ])('are %s', async (_, files, count) => {
    using folder = makeFolder(files);
    const { stdout, stderr } = await run(['check', '.'], { cwd: folder.path });
    expect([stdout, stderr]).toEqual([`${count} file${count === 1 ? '' : 's'} checked: no problems\n`, '']);
  });

  it('are also empty ones that are named', async () => {
    using folder = makeFolder({ 'b.cfg': '' });
    const { stdout, code } = await run(['check', 'b.cfg'], { cwd: folder.path });
    expect(stdout).toContain('missing-name');
    expect(code).toBe(1);
  });

  it('are told of where their name leads nowhere', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder.path}/latin`), Buffer.from([0xe9]), Buffer.from('.cfg')]),
      GOOD,
    );
    const { stderr, code } = await run(['check', '.'], { cwd: folder.path });
    expect(stderr).toBe('xlcfg: latin\ufffd.cfg: the name is no UTF-8, and cannot be opened\n');
    expect(code).toBe(2);
  });
});

describe.concurrent('the JSON of check', () => {
  it('has the paths as given, and positions in UTF-16 code units', async () => {
    using folder = makeFolder({
      'sub/b.cfg': BAD,
      'a.cfg': '# 😀\nname = "😀"; type = "xyz"; kernel = "k"\n',
    });
    const { path: cwd, at } = folder;
    const { stdout, code } = await run(['check', '--format', 'json', 'sub', at('a.cfg')], { cwd });
    const report = JSON.parse(stdout);
    expect(report.files.map((file: { path: string }) => file.path)).toEqual(['sub/b.cfg', at('a.cfg')]);
    const [error] = report.files[1].diagnostics;
    expect(Object.keys(error).sort()).toEqual(['code', 'message', 'range', 'severity']);
    expect(error).toMatchObject({
      severity: 'error',
      range: { start: { line: 1, character: 20 }, end: { line: 1, character: 25 } },
    });
    expect(report.summary).toEqual({ files: 2, errors: 2, warnings: 0 });
    expect(code).toBe(1);
  });

  it('comes whole through a pipe that is read late', async () => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    write('a.cfg', `${GOOD}${'memroy = 1\n'.repeat(4_000)}`);
    const child = spawn(process.execPath, [built.cli, 'check', '--format', 'json', '.'], { cwd });
    await new Promise((resolve) => setTimeout(resolve, 300));
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    const [code] = await once(child, 'close');
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(stdout).files[0].diagnostics.length).toBeGreaterThanOrEqual(4_000);
    expect(code).toBe(0);
  });

  it('has the exit code of all problems where only the first lines are read', async () => {
    using folder = makeFolder({ 'a.cfg': `${BAD}${'memroy = 1\n'.repeat(4_000)}` });
    const child = spawn(process.execPath, [built.cli, 'check', '.'], { cwd: folder.path });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
  });

  it.each(['text', 'json'])('ends quietly where nobody reads it: %s', async (format) => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    write('a.cfg', `${GOOD}${'memroy = 1\n'.repeat(4_000)}`);
    const child = spawn(process.execPath, [built.cli, 'check', '--format', format, '.'], { cwd });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const [, signal] = await once(child, 'close');
    expect([stderr, signal]).toEqual(['', null]);
  });
});

describe.concurrent('what check makes of bytes', () => {
  it('a byte order mark is an error', async () => {
    using folder = makeFolder({ 'a.cfg': `\ufeff${GOOD}` });
    const { path: cwd } = folder;
    const { stdout, code } = await run(['check', 'a.cfg'], { cwd });
    expect(stdout).toMatch(/^a\.cfg:1:1: error byte-order-mark: .*\n {2}1 \| \\ufeffname/);
    expect(code).toBe(1);
  });

  it('Latin-1 is read', async () => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    write('a.cfg', Buffer.from(BAD.replace('web', 'wéb'), 'latin1'));
    const { stdout } = await run(['check', 'a.cfg'], { cwd });
    expect(stdout).toContain('a.cfg:3:8: error');
  });

  it('escape sequences are shown and not sent', async () => {
    using folder = makeFolder({ 'a.cfg': `${GOOD}memroy = "\x1b]0;owned\x07"\n` });
    const { path: cwd } = folder;
    const { stdout } = await run(['check', 'a.cfg'], { cwd });
    expect(stdout).toContain('\\x1b]0;owned\\x07');
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
  });

  it('is coloured where it is asked for', async () => {
    using folder = makeFolder({ 'a.cfg': BAD });
    const { path: cwd } = folder;
    const env = { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' };
    expect((await run(['check', '.'], { cwd, env })).stdout).toContain('\x1b[31merror');
    expect((await run(['check', '.'], { cwd, env: { ...env, NO_COLOR: '1' } })).stdout).not.toContain('\x1b');
  });
});

describe('many files', () => {
  it('are checked in order, in one go', async () => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    for (let i = 0; i < 1000; i += 1) write(`${i % 10}/${i}.cfg`, i % 2 ? OLD : BAD);
    const started = performance.now();
    const { stdout, code } = await run(['check', '--format', 'json', '.'], { cwd });
    const took = performance.now() - started;
    const report = JSON.parse(stdout);
    const paths = report.files.map((file: { path: string }) => file.path);
    expect(paths).toEqual([...paths].sort());
    expect(report.summary).toMatchObject({ files: 1000, errors: 500 });
    expect(code).toBe(1);
    expect(took).toBeLessThan(10_000);
  });

  it('that are long and change in every line have a diff in good time', async () => {
    using folder = makeFolder({
      'a.cfg': `${GOOD}disk = [\n${"'tap:aio:/srv/web.img,xvda,w',\n".repeat(3000)}]\n`,
    });
    const { path: cwd } = folder;
    const started = performance.now();
    const { stdout } = await run(['fix', '--diff', '.'], { cwd });
    expect(stdout.split('\n').filter((line) => line.startsWith('+'))).toHaveLength(3001);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
