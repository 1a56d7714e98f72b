/** The command line as it is shipped: real processes, real files. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { applyPatch } from 'diff';
import { describe, expect, it, vi } from 'vitest';
import { version } from '../../server/package.json';
import { built } from '../support/built.ts';
import { makeFolder } from './support/folder.ts';
import { execute, type RunOptions, run } from './support/program.ts';

const GOOD = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** xl never reads the last line. */
const WARNED = `${GOOD}memroy = 512\n`;
/** xl knows no such domain type. */
const BAD = 'name = "web"\nkernel = "/boot/vmlinuz"\ntype = "xyz"\n';
/** xl takes it, and takes the same without the old prefix. */
const OLD = `${GOOD}disk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;
const OTHER = '[section]\nkey: value\n';

vi.setConfig({ testTimeout: 20_000 });

/** Root may read and write everything; a test of what is forbidden needs another user. */
const asNobody: RunOptions = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

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

describe.concurrent('fix', () => {
  it('writes what changes, and nothing else', async () => {
    using folder = makeFolder({ 'old.cfg': OLD, 'good.cfg': GOOD, 'other.cfg': OTHER });
    const { path: cwd, at } = folder;
    const { ino, mtimeMs } = statSync(at('good.cfg'));
    const { stdout, stderr, code } = await run(['fix', '.'], { cwd });
    expect([stdout, stderr, code]).toEqual(['fixed old.cfg\n1 of 2 files fixed\n', '', 0]);
    expect(readFileSync(at('old.cfg'), 'utf8')).not.toContain('tap:aio');
    expect(readFileSync(at('old.cfg'), 'utf8').startsWith(GOOD)).toBe(true);
    expect(statSync(at('good.cfg'))).toMatchObject({ ino, mtimeMs });
    expect(readFileSync(at('other.cfg'), 'utf8')).toBe(OTHER);
    expect(readdirSync(cwd).sort()).toEqual(['good.cfg', 'old.cfg', 'other.cfg']);
    expect((await run(['fix', '.'], { cwd })).stdout).toBe('0 of 2 files fixed\n');
    expect((await run(['check', '.'], { cwd })).stdout).not.toContain('fix available');
  });

  it('is what check promises', async () => {
    using folder = makeFolder({ 'old.cfg': OLD });
    const { path: cwd } = folder;
    expect((await run(['check', '.'], { cwd })).stdout).toContain('  fix available: xlcfg fix\n');
  });

  it('--check writes nothing and exits with 1 where something would change', async () => {
    using folder = makeFolder({ 'old.cfg': OLD, 'good.cfg': GOOD });
    const { path: cwd, at } = folder;
    const { stdout, code } = await run(['fix', '--check', '.'], { cwd });
    expect([stdout, code]).toEqual(['would fix old.cfg\n1 of 2 files would be fixed\n', 1]);
    expect(readFileSync(at('old.cfg'), 'utf8')).toBe(OLD);
    expect((await run(['fix', '--check', 'good.cfg'], { cwd })).code).toBe(0);
  });

  it('--diff writes nothing and prints a patch', async () => {
    using folder = makeFolder({ 'old.cfg': OLD, 'good.cfg': GOOD });
    const { path: cwd, at } = folder;
    const { stdout, code } = await run(['fix', '--diff', '.'], { cwd });
    expect(stdout).toMatch(/^--- old\.cfg\n\+\+\+ old\.cfg\n@@ -2,4 \+2,4 @@\n/);
    expect(code).toBe(0);
    expect(readFileSync(at('old.cfg'), 'utf8')).toBe(OLD);
    const patched = applyPatch(OLD, stdout);
    await run(['fix', '.'], { cwd });
    expect(readFileSync(at('old.cfg'), 'utf8')).toBe(patched);
    expect((await run(['fix', '--diff', '.'], { cwd })).stdout).toBe('');
  });

  it('--diff has the bytes of the file', async () => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    write('old.cfg', Buffer.from(`${OLD}# é\n`, 'latin1'));
    const { stdout } = await run(['fix', '--diff', '.'], { cwd }, 'latin1');
    expect(stdout).toContain('# \xe9\n');
  });

  it.each([
    ['UTF-8', Buffer.from(`${OLD}# é 日本\n`)],
    ['Latin-1', Buffer.from(`${OLD}# é\x80\xff\n`, 'latin1')],
    ['no end of line at the end', Buffer.from(`${OLD}# é\nvcpus = 2`)],
    ['a carriage return in a comment', Buffer.from(`# a\rb\r\n${OLD}`)],
  ])('keeps every byte that is not fixed: %s', async (_, bytes) => {
    using folder = makeFolder();
    const { path: cwd, at, write } = folder;
    write('old.cfg', bytes);
    expect((await run(['fix', '.'], { cwd })).stdout).toContain('fixed old.cfg');
    const [before, after] = [bytes, readFileSync(at('old.cfg'))].map((content) => {
      const text = content.toString('latin1');
      const disk = /^disk.*$/m.exec(text)?.[0] ?? '';
      return { disk, rest: text.replace(disk, '') };
    });
    expect(after?.rest).toBe(before?.rest);
    expect(after?.disk).not.toBe(before?.disk);
  });

  it.each([0o600, 0o640, 0o755])('keeps the mode %o', async (mode) => {
    using folder = makeFolder({ 'old.cfg': OLD });
    const { path: cwd, at } = folder;
    chmodSync(at('old.cfg'), mode);
    await run(['fix', '.'], { cwd });
    expect(readFileSync(at('old.cfg'), 'utf8')).not.toBe(OLD);
    expect(statSync(at('old.cfg')).mode & 0o7777).toBe(mode);
  });

  it('fixes the file that a link leads to, and leaves the link', async () => {
    using folder = makeFolder({ 'real/old': OLD });
    const { path: cwd, at, link } = folder;
    link('auto/old.cfg', '../real/old');
    expect((await run(['fix', 'auto/old.cfg'], { cwd })).stdout).toContain('fixed auto/old.cfg');
    expect(lstatSync(at('auto/old.cfg')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('real/old'), 'utf8')).not.toBe(OLD);
  });

  it.each([
    ['a folder that may not be written', 0o555, 0o644],
    ['a file that may not be written', 0o777, 0o444],
  ])('%s is one line, and the file stays', async (_, folderMode, fileMode) => {
    using folder = makeFolder({ 'shut/old.cfg': OLD, 'old.cfg': OLD });
    const { path: cwd, at } = folder;
    chmodSync(cwd, 0o755);
    chmodSync(at('shut/old.cfg'), fileMode);
    chmodSync(at('shut'), folderMode);
    const { stderr, code } = await run(['fix', 'shut/old.cfg'], { cwd, ...asNobody });
    chmodSync(at('shut'), 0o755);
    expect(stderr).toBe('xlcfg: shut/old.cfg: permission denied\n');
    expect(code).toBe(2);
    expect(readFileSync(at('shut/old.cfg'), 'utf8')).toBe(OLD);
    expect(readdirSync(at('shut'))).toEqual(['old.cfg']);
  });

  it.skipIf(!existsSync('/bin/sh'))('leaves the old file where the new one does not fit', async () => {
    const long = `${OLD}${'# a comment to make the file long\n'.repeat(100)}`;
    using folder = makeFolder({ 'old.cfg': long });
    const { path: cwd, at } = folder;
    // The shell counts blocks of 512 or 1024 bytes. Without a handler the signal of the limit ends the process.
    const script = `ulimit -f 1; trap '' XFSZ; exec "${process.execPath}" "${built.cli}" fix old.cfg`;
    const { code, stderr } = await execute('/bin/sh', ['-c', script], { cwd });
    expect(stderr).toBe('xlcfg: old.cfg: the file is too large\n');
    expect(code).toBe(2);
    expect(readFileSync(at('old.cfg'), 'utf8')).toBe(long);
    expect(readdirSync(cwd)).toEqual(['old.cfg']);
  });

  it('writes what comes on standard input to standard output, and nothing else', async () => {
    const { stdout: diff } = await run(['fix', '--diff', '-'], { input: OLD });
    expect(await run(['fix', '-'], { input: OLD })).toEqual({
      code: 0,
      stdout: applyPatch(OLD, diff),
      stderr: '',
    });
    expect(await run(['fix', '-'], { input: GOOD })).toEqual({ code: 0, stdout: GOOD, stderr: '' });
    const mixed = await run(['fix', '-', 'a.cfg'], { input: OLD });
    expect([mixed.stdout, mixed.code]).toEqual(['', 2]);
    expect(mixed.stderr).toMatch(/^error: standard input comes without other files\n/);
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

describe.concurrent('the commands that npm installs', () => {
  it.each(['xlcfg', 'xlcfg-language-server'])('%s runs, or says that it is not built', async (name) => {
    const bin = path.resolve(import.meta.dirname, '../../server/bin', `${name}.cjs`);
    expect(statSync(bin).mode & 0o111).not.toBe(0);
    const { code, stdout, stderr } = await execute(process.execPath, [bin, '--version']);
    const isBuilt = existsSync(path.resolve(path.dirname(bin), '../dist'));
    if (isBuilt) expect([code, stdout]).toEqual([0, `${version}\n`]);
    else expect([code, stderr]).toEqual([1, expect.stringMatching(/run `npm run build` first\.\n$/)]);
  });
});

describe('the build', () => {
  it('names everything of others that it contains', async () => {
    const notices = readFileSync(path.join(built.folder, 'THIRD_PARTY_NOTICES.txt'), 'utf8');
    for (const name of ['vscode-languageserver', 'vscode-jsonrpc', 'commander', 'picocolors', 'diff']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
    }
    expect(built.output).toMatch(/^cli\.cjs \d+ KiB$/m);
    expect(readdirSync(built.folder).sort()).toEqual([
      'THIRD_PARTY_NOTICES.txt',
      'browserServer.js',
      'cli.cjs',
      'language.cjs',
      'server.cjs',
    ]);
  });

  const needs = (bundle: string): string[] =>
    [...readFileSync(bundle, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '');

  it('needs nothing of others at run time', async () => {
    for (const bundle of [built.server, built.cli]) {
      const needed = needs(bundle);
      expect(needed).toContain('./language.cjs');
      expect(
        needed.filter(
          (name) =>
            !/^(node:|\.\/language\.cjs$|(fs|path|util|net|os|crypto|child_process|process|url|tty|events)$)/.test(
              name,
            ),
        ),
      ).toEqual([]);
    }
    expect(needs(path.join(built.folder, 'language.cjs'))).toEqual([]);
  });
});
