/** `xlcfg fix` as it is shipped: which files it writes, and how. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.ts';
import { makeFolder } from '../../../support/folder.ts';
import { cliCommand, inShell } from '../../../support/programs.ts';
import { asOtherUser, FIXABLE, GOOD, NOT_A_GUEST } from '../support/guests.ts';
import { execute, run, runWithin } from '../support/program.ts';

describe.concurrent('fix', () => {
  it('writes the files that change, and no others', async () => {
    using folder = makeFolder({ 'old.cfg': FIXABLE, 'good.cfg': GOOD, 'other.cfg': NOT_A_GUEST });
    const { path: cwd, at } = folder;
    const { ino, mtimeMs } = statSync(at('good.cfg'));
    const { stdout, stderr, code } = await run(['fix', '.'], { cwd });
    expect([stdout, stderr, code]).toEqual(['fixed old.cfg\n1 of 2 files fixed\n', '', 0]);
    expect(readFileSync(at('old.cfg'), 'utf8')).not.toContain('tap:aio');
    expect(readFileSync(at('old.cfg'), 'utf8').startsWith(GOOD)).toBe(true);
    expect(statSync(at('good.cfg'))).toMatchObject({ ino, mtimeMs });
    expect(readFileSync(at('other.cfg'), 'utf8')).toBe(NOT_A_GUEST);
    expect(readdirSync(cwd).sort()).toEqual(['good.cfg', 'old.cfg', 'other.cfg']);
    expect((await run(['fix', '.'], { cwd })).stdout).toBe('0 of 2 files fixed\n');
    expect((await run(['check', '.'], { cwd })).stdout).not.toContain('fix available');
  });

  it('does not wait for a pipe', async () => {
    using folder = makeFolder({ 'old.cfg': FIXABLE });
    const { path: cwd, at } = folder;
    execFileSync('mkfifo', [at('pipe')]);
    const { stdout, stderr, code } = await run(['fix', 'pipe', 'old.cfg'], { cwd });
    expect([stdout, stderr, code]).toEqual([
      'fixed old.cfg\n1 of 1 file fixed\n',
      'xlcfg: pipe: is not a regular file\n',
      2,
    ]);
  });

  it('is announced by check', async () => {
    using folder = makeFolder({ 'old.cfg': FIXABLE });
    const { path: cwd } = folder;
    expect((await run(['check', '.'], { cwd })).stdout).toContain('  fix available: xlcfg fix\n');
  });

  it('--check writes nothing and exits with 1 where something would change', async () => {
    using folder = makeFolder({ 'old.cfg': FIXABLE, 'good.cfg': GOOD });
    const { path: cwd, at } = folder;
    const { stdout, code } = await run(['fix', '--check', '.'], { cwd });
    expect([stdout, code]).toEqual(['would fix old.cfg\n1 of 2 files would be fixed\n', 1]);
    expect(readFileSync(at('old.cfg'), 'utf8')).toBe(FIXABLE);
    expect((await run(['fix', '--check', 'good.cfg'], { cwd })).code).toBe(0);
  });

  it('--diff writes nothing and prints a patch', async () => {
    using folder = makeFolder({ 'old.cfg': FIXABLE, 'good.cfg': GOOD });
    const { path: cwd, at } = folder;
    const { stdout, code } = await run(['fix', '--diff', '.'], { cwd });
    expect(stdout).toMatch(/^--- old\.cfg\n\+\+\+ old\.cfg\n@@ -2,4 \+2,4 @@\n/);
    expect(code).toBe(0);
    expect(readFileSync(at('old.cfg'), 'utf8')).toBe(FIXABLE);
    const patched = applyPatch(FIXABLE, stdout);
    await run(['fix', '.'], { cwd });
    expect(readFileSync(at('old.cfg'), 'utf8')).toBe(patched);
    expect((await run(['fix', '--diff', '.'], { cwd })).stdout).toBe('');
  });

  it('--diff prints the bytes of the file', async () => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    write('old.cfg', Buffer.from(`${FIXABLE}# é\n`, 'latin1'));
    const { stdout } = await run(['fix', '--diff', '.'], { cwd }, 'latin1');
    expect(stdout).toContain('# \xe9\n');
  });

  it.each([
    ['UTF-8', Buffer.from(`${FIXABLE}# é 日本\n`)],
    ['Latin-1', Buffer.from(`${FIXABLE}# é\x80\xff\n`, 'latin1')],
    ['no line feed at the end', Buffer.from(`${FIXABLE}# é\nvcpus = 2`)],
    ['a carriage return in a comment', Buffer.from(`# a\rb\r\n${FIXABLE}`)],
  ])('keeps all other bytes: %s', async (_, bytes) => {
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
    using folder = makeFolder({ 'old.cfg': FIXABLE });
    const { path: cwd, at } = folder;
    chmodSync(at('old.cfg'), mode);
    await run(['fix', '.'], { cwd });
    expect(readFileSync(at('old.cfg'), 'utf8')).not.toBe(FIXABLE);
    expect(statSync(at('old.cfg')).mode & 0o7777).toBe(mode);
  });

  it('fixes the file that a link leads to, and leaves the link', async () => {
    using folder = makeFolder({ 'real/old': FIXABLE });
    const { path: cwd, at, link } = folder;
    link('auto/old.cfg', '../real/old');
    expect((await run(['fix', 'auto/old.cfg'], { cwd })).stdout).toContain('fixed auto/old.cfg');
    expect(lstatSync(at('auto/old.cfg')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('real/old'), 'utf8')).not.toBe(FIXABLE);
  });

  it.each([
    [
      'a folder that may not be written',
      0o555,
      0o666,
      'no copy can be kept next to it while it is written: permission denied',
    ],
    ['a file that may not be written', 0o777, 0o444, 'permission denied'],
  ])('reports %s in one line, and leaves the file', async (_, folderMode, fileMode, message) => {
    using folder = makeFolder({ 'shut/old.cfg': FIXABLE, 'old.cfg': FIXABLE });
    const { path: cwd, at } = folder;
    chmodSync(cwd, 0o755);
    chmodSync(at('shut/old.cfg'), fileMode);
    chmodSync(at('shut'), folderMode);
    const { stderr, code } = await run(['fix', 'shut/old.cfg'], { cwd, ...asOtherUser });
    chmodSync(at('shut'), 0o755);
    expect(stderr).toBe(`xlcfg: shut/old.cfg: ${message}\n`);
    expect(code).toBe(2);
    expect(readFileSync(at('shut/old.cfg'), 'utf8')).toBe(FIXABLE);
    expect(readdirSync(at('shut'))).toEqual(['old.cfg']);
  });

  it.skipIf(!existsSync('/bin/sh'))(
    'keeps the old file where the new one exceeds the size limit',
    async () => {
      const long = `${FIXABLE}${'# a comment to make the file long\n'.repeat(100)}`;
      using folder = makeFolder({ 'old.cfg': long });
      const { path: cwd, at } = folder;
      // The shell counts blocks of 512 or 1024 bytes. Without a handler the signal of the limit ends the process.
      const script = `ulimit -f 1; trap '' XFSZ; exec ${inShell(cliCommand)} fix old.cfg`;
      const { code, stderr } = await execute('/bin/sh', ['-c', script], { cwd });
      expect(stderr).toBe('xlcfg: old.cfg: the file is too large\n');
      expect(code).toBe(2);
      expect(readFileSync(at('old.cfg'), 'utf8')).toBe(long);
      expect(readdirSync(cwd)).toEqual(['old.cfg']);
    },
  );

  it('filters standard input', async () => {
    const { stdout: diff } = await run(['fix', '--diff', '-'], { input: FIXABLE });
    expect(await run(['fix', '-'], { input: FIXABLE })).toEqual({
      code: 0,
      stdout: applyPatch(FIXABLE, diff),
      stderr: '',
    });
    expect(await run(['fix', '-'], { input: GOOD })).toEqual({ code: 0, stdout: GOOD, stderr: '' });
    const mixed = await run(['fix', '-', 'a.cfg'], { input: FIXABLE });
    expect([mixed.stdout, mixed.code]).toEqual(['', 2]);
    expect(mixed.stderr).toMatch(/^error: standard input cannot be combined with files\n/);
  });

  it('--diff takes seconds where thousands of lines change', async () => {
    using folder = makeFolder({
      'a.cfg': `${GOOD}disk = [\n${"'tap:aio:/srv/web.img,xvda,w',\n".repeat(3000)}]\n`,
    });
    const { path: cwd } = folder;
    const { stdout, code } = await runWithin(10, ['fix', '--diff', '.'], { cwd });
    expect(stdout.split('\n').filter((line) => line.startsWith('+'))).toHaveLength(3001);
    expect(code).toBe(0);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends after the file in progress at %s',
    async (signal) => {
      // So many names fill all buffers, so that the program cannot end before its output is read.
      const names = Array.from({ length: 1500 }, (_, at) => `${String(at).padStart(240, '0')}.cfg`);
      using folder = makeFolder(Object.fromEntries(names.map((name) => [name, FIXABLE])));
      const { path: cwd, at } = folder;
      const [program, ...before] = cliCommand;
      const child = spawn(program, [...before, 'fix', '.'], { cwd });
      await eventually(() => expect(readFileSync(at(names[0] ?? ''), 'utf8')).not.toBe(FIXABLE));
      child.kill(signal);
      let stdout = '';
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
      });
      expect(await once(child, 'close')).toEqual([null, signal]);
      const fixed = new Set(stdout.match(/(?<=^fixed ).*$/gm));
      expect(fixed.size).toBeGreaterThan(0);
      expect(fixed.size).toBeLessThan(names.length);
      const [one] = fixed;
      const after = readFileSync(at(one ?? ''), 'utf8');
      expect(readdirSync(cwd).sort()).toEqual(names);
      for (const name of names)
        expect(readFileSync(at(name), 'utf8')).toBe(fixed.has(name) ? after : FIXABLE);
    },
  );
});
