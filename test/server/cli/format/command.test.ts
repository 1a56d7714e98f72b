/** `xlcfg format` as it is shipped. */
import { readFileSync } from 'node:fs';
import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { run } from '../support/program.ts';

const NEAT = 'name = "web"\nmemory = 512\n';
const MESSY = 'name="web"; memory=512\n';
const LISTS = "disk = [ 'a,raw,xvda,rw', 'b,raw,xvdb,rw' ]\n";

describe.concurrent('xlcfg format', () => {
  it('writes the files that change, and prints their names', async () => {
    using folder = makeFolder({ 'messy.cfg': MESSY, 'neat.cfg': NEAT });
    const result = await run(['format', '.'], { cwd: folder.path });
    expect(result).toEqual({ code: 0, stdout: 'formatted messy.cfg\n1 of 2 files formatted\n', stderr: '' });
    expect(readFileSync(folder.at('messy.cfg'), 'utf8')).toBe(NEAT);
    expect((await run(['format', '--check', '.'], { cwd: folder.path })).code).toBe(0);
  });

  it('--check writes nothing, and exits with 1 where something would change', async () => {
    using folder = makeFolder({ 'messy.cfg': MESSY });
    const result = await run(['format', '--check', '.'], { cwd: folder.path });
    expect(result).toEqual({
      code: 1,
      stdout: 'would format messy.cfg\n1 of 1 file would be formatted\n',
      stderr: '',
    });
    expect(readFileSync(folder.at('messy.cfg'), 'utf8')).toBe(MESSY);
  });

  it('--diff prints a patch', async () => {
    using folder = makeFolder({ 'messy.cfg': MESSY });
    const { code, stdout } = await run(['format', '--diff', 'messy.cfg'], { cwd: folder.path });
    expect(applyPatch(MESSY, stdout)).toBe(NEAT);
    expect(code).toBe(0);
  });

  it('filters standard input', async () => {
    expect(await run(['format', '-'], { input: MESSY })).toEqual({ code: 0, stdout: NEAT, stderr: '' });
    expect(await run(['format', '-'], { input: NEAT })).toEqual({ code: 0, stdout: NEAT, stderr: '' });
    using folder = makeFolder();
    folder.write('latin.cfg', Buffer.from(`${MESSY}# \xe9\n`, 'latin1'));
    await run(['format', 'latin.cfg'], { cwd: folder.path });
    expect(readFileSync(folder.at('latin.cfg'), 'latin1')).toBe(`${NEAT}# \xe9\n`);
  });

  it.each([
    [['--lists', 'split'], "disk = [\n    'a,raw,xvda,rw',\n    'b,raw,xvdb,rw'\n]\n"],
    [['--lists=split', '--indent', '2'], "disk = [\n  'a,raw,xvda,rw',\n  'b,raw,xvdb,rw'\n]\n"],
    [['--line-width', '30'], "disk = [\n    'a,raw,xvda,rw',\n    'b,raw,xvdb,rw'\n]\n"],
    [['--quotes', 'double'], LISTS.replace(/'/g, '"')],
    [[], LISTS],
  ])('follows %j', async (args, formatted) => {
    expect((await run(['format', ...args, '-'], { input: LISTS })).stdout).toBe(formatted);
  });

  it.each([
    ['--indent', '0'],
    ['--indent', 'x'],
    ['--line-width', '1e2'],
    ['--quotes', 'none'],
  ])('rejects %s %s', async (option, value) => {
    const { code, stdout, stderr } = await run(['format', option, value, '-'], { input: LISTS });
    expect(stderr).toContain(`argument '${value}' is invalid`);
    expect([code, stdout]).toEqual([2, '']);
  });
});
