/** Files that are too large, and folders with many findings. */
import { describe, expect, it } from 'vitest';
import { built } from '../../../support/built.ts';
import { makeFolder } from '../../../support/folder.ts';
import { BAD, GOOD } from '../support/guests.ts';
import { execute, run } from '../support/program.ts';

const MEGABYTE = 1024 * 1024;

/** A guest of this many bytes, whose settings all have findings. */
const guestOf = (bytes: number): string => {
  const setting = 'memory = 1024\n';
  return `${GOOD}${setting.repeat(Math.ceil(bytes / setting.length))}`.slice(0, bytes);
};

describe.concurrent('a file that is larger than the limit', () => {
  it.each([
    [['check', '--format', 'json', '.'], 2],
    [['fix', '.'], 2],
    [['format', '.'], 2],
    [['upgrade', '--from', '4.14', '.'], 2],
    [['show', 'large.cfg'], 2],
  ])('is reported, and the others are read: %j', async (args, exitCode) => {
    using folder = makeFolder({ 'bad.cfg': BAD, 'large.cfg': guestOf(50 * MEGABYTE) });
    const { stdout, stderr, code } = await run(args, { cwd: folder.path });
    expect(stderr).toBe('xlcfg: large.cfg: exceeds the size limit of 2 MB (see --max-size)\n');
    if (args[0] === 'check') expect(JSON.parse(stdout).summary).toMatchObject({ files: 1, errors: 1 });
    expect(code).toBe(exitCode);
  });

  it('is read where --max-size says so, to the byte', async () => {
    using folder = makeFolder({ 'a.cfg': `${GOOD}#${' '.repeat(3 * MEGABYTE - GOOD.length - 2)}\n` });
    const { path: cwd, write } = folder;
    expect((await run(['check', '--max-size', '2', 'a.cfg'], { cwd })).code).toBe(2);
    expect((await run(['check', '--max-size', '3', 'a.cfg'], { cwd })).code).toBe(0);
    write('a.cfg', `${GOOD}#${' '.repeat(3 * MEGABYTE - GOOD.length - 1)}\n`);
    expect((await run(['check', '--max-size', '3', 'a.cfg'], { cwd })).code).toBe(2);
  });

  it('may also be standard input', async () => {
    const { stderr, code } = await run(['check', '-'], { input: guestOf(3 * MEGABYTE) });
    expect(stderr).toContain('exceeds the size limit of 2 MB');
    expect(code).toBe(2);
  });
});

describe('a folder with hundreds of thousands of findings', () => {
  it('is reported in memory that does not grow with it', async () => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    for (let i = 0; i < 40; i += 1) write(`${i}.cfg`, guestOf(MEGABYTE / 8));
    const script = `exec "$@" | tail -n 1`;
    const { stdout, stderr } = await execute(
      'sh',
      ['-c', script, 'sh', process.execPath, '--max-old-space-size=300', built.cli, 'check', '.'],
      { cwd },
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^40 files checked: \d{6} warnings/);
  });
});
