import { describe, expect, it, vi } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { type Run, run } from '../support/program.ts';

vi.setConfig({ testTimeout: 20_000 });

const show = (args: readonly string[], cwd: string, input?: string | Uint8Array): Promise<Run> =>
  run(['show', ...args], { cwd, ...(input === undefined ? {} : { input }) });

const GOOD = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** xl knows no such domain type. */
const BAD = 'name = "web"\nkernel = "/boot/vmlinuz"\ntype = "xyz"\n';

describe.concurrent('show', () => {
  it('prints JSON that a program can read, and no more', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD });
    const { code, stdout, stderr } = await show(['a.cfg'], folder.path);
    expect(JSON.parse(stdout)).toMatchObject({
      c_info: { type: 'pvh', name: 'web', uuid: null },
      b_info: { max_memkb: 524_288, kernel: '/boot/vmlinuz' },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('tells where the values come from', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD });
    const { code, stdout } = await show(['--origins', 'a.cfg'], folder.path);
    expect(stdout).toContain('\n        "target_memkb": 524288, // line 4: memory = 512\n');
    expect(code).toBe(0);
  });

  it('reads standard input', async () => {
    using folder = makeFolder();
    const { code, stdout } = await show(['-'], folder.path, GOOD);
    expect(JSON.parse(stdout).c_info.name).toBe('web');
    expect(code).toBe(0);
  });

  it('reads Latin-1, and prints UTF-8', async () => {
    using folder = makeFolder();
    const { stdout } = await show(['-'], folder.path, Buffer.from(`${GOOD}extra = "é"\n`, 'latin1'));
    expect(JSON.parse(stdout).b_info.cmdline).toBe('é');
  });

  it('follows the release', async () => {
    using folder = makeFolder({ 'a.cfg': `${GOOD}bootloader_user = "nobody"\n` });
    const users = await Promise.all(
      ['4.17', '4.18'].map(async (xenVersion) => {
        const { stdout } = await show(['--xen', xenVersion, 'a.cfg'], folder.path);
        return JSON.parse(stdout).b_info.bootloader_user;
      }),
    );
    expect(users).toEqual([undefined, 'nobody']);
  });

  it.each<[string, Readonly<Record<string, string>>, string[], number, RegExp]>([
    [
      'a file that xl refuses',
      { 'a.cfg': BAD },
      ['a.cfg'],
      1,
      /^a\.cfg:3:8: error [^\n]*\n {2}3 \| type = "xyz"\n/,
    ],
    ['the same with origins', { 'a.cfg': BAD }, ['--origins', 'a.cfg'], 1, /^a\.cfg:3:8: error /],
    ['a file that is not there', {}, ['a.cfg'], 2, /^xlcfg: a\.cfg: no such file or folder\n$/],
    ['a folder', {}, ['.'], 2, /^xlcfg: \.: is a folder\n$/],
    [
      'a file of another kind',
      { 'xl.conf': 'autoballoon=1\n' },
      ['xl.conf'],
      2,
      /^xlcfg: xl\.conf: no guest's [^\n]*\n$/,
    ],
    ['no file', {}, [], 2, /missing required argument 'FILE'/],
    ['two files', { 'a.cfg': GOOD }, ['a.cfg', 'a.cfg'], 2, /too many arguments/],
    ['a release that there is not', { 'a.cfg': GOOD }, ['--xen', '3.4', 'a.cfg'], 2, /--xen/],
  ])('%s has nothing to show', async (_, files, args, code, stderr) => {
    using folder = makeFolder(files);
    const result = await show(args, folder.path);
    expect(result.stderr).toMatch(stderr);
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: '' });
  });
});
