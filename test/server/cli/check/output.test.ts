/** The output of `xlcfg check` as it is shipped: pipes, bytes, colours. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { cliCommand } from '../../../support/programs.ts';
import { BAD, FIXABLE, GOOD } from '../support/guests.ts';
import { run, runWithin } from '../support/program.ts';

const [program, ...before] = cliCommand;

describe.concurrent('JSON', () => {
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

  it('arrives complete through a pipe that is read late', async () => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    write('a.cfg', `${GOOD}${'memroy = 1\n'.repeat(4_000)}`);
    const child = spawn(program, [...before, 'check', '--format', 'json', '.'], { cwd });
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
});

describe.concurrent('a reader that stops', () => {
  it('does not change the exit code', async () => {
    using folder = makeFolder({ 'a.cfg': `${BAD}${'memroy = 1\n'.repeat(4_000)}` });
    const child = spawn(program, [...before, 'check', '.'], { cwd: folder.path });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
  });

  it.each(['text', 'json'])('causes no error: %s', async (format) => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    write('a.cfg', `${GOOD}${'memroy = 1\n'.repeat(4_000)}`);
    const child = spawn(program, [...before, 'check', '--format', format, '.'], { cwd });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const [, signal] = await once(child, 'close');
    expect([stderr, signal]).toEqual(['', null]);
  });
});

describe.concurrent('special bytes', () => {
  it('reports a byte order mark as an error', async () => {
    using folder = makeFolder({ 'a.cfg': `\ufeff${GOOD}` });
    const { path: cwd } = folder;
    const { stdout, code } = await run(['check', 'a.cfg'], { cwd });
    expect(stdout).toMatch(/^a\.cfg:1:1: error byte-order-mark: .*\n {2}1 \| \\ufeffname/);
    expect(code).toBe(1);
  });

  it('reads Latin-1', async () => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    write('a.cfg', Buffer.from(BAD.replace('web', 'wéb'), 'latin1'));
    const { stdout } = await run(['check', 'a.cfg'], { cwd });
    expect(stdout).toContain('a.cfg:3:8: error');
  });

  it('prints control characters as escapes', async () => {
    using folder = makeFolder({ 'a.cfg': `${GOOD}memroy = "\x1b]0;owned\x07"\n` });
    const { path: cwd } = folder;
    const { stdout } = await run(['check', 'a.cfg'], { cwd });
    expect(stdout).toContain('\\x1b]0;owned\\x07');
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
  });

  it('follows FORCE_COLOR and NO_COLOR', async () => {
    using folder = makeFolder({ 'a.cfg': BAD });
    const { path: cwd } = folder;
    const env = { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' };
    expect((await run(['check', '.'], { cwd, env })).stdout).toContain('\x1b[31merror');
    expect((await run(['check', '.'], { cwd, env: { ...env, NO_COLOR: '1' } })).stdout).not.toContain('\x1b');
  });
});

describe('a large folder', () => {
  it('is checked in order, in seconds', async () => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    for (let i = 0; i < 1000; i += 1) write(`${i % 10}/${i}.cfg`, i % 2 ? FIXABLE : BAD);
    const { stdout, code } = await runWithin(10, ['check', '--format', 'json', '.'], { cwd });
    const report = JSON.parse(stdout);
    const paths = report.files.map((file: { path: string }) => file.path);
    expect(paths).toEqual([...paths].sort());
    expect(report.summary).toMatchObject({ files: 1000, errors: 500 });
    expect(code).toBe(1);
  });
});
