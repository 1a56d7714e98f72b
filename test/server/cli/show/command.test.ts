/** `xlcfg show` as it is shipped. */
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { BAD, GOOD } from '../support/guests.ts';
import { type Run, run } from '../support/program.ts';

const show = (args: readonly string[], cwd: string, input?: string | Uint8Array): Promise<Run> =>
  run(['show', ...args], { cwd, ...(input === undefined ? {} : { input }) });

describe.concurrent('xlcfg show', () => {
  it('prints JSON', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD });
    const { code, stdout, stderr } = await show(['a.cfg'], folder.path);
    expect(JSON.parse(stdout)).toMatchObject({
      c_info: { type: 'pvh', name: 'web', uuid: null },
      b_info: { max_memkb: 524_288, kernel: '/boot/vmlinuz' },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('prints the JSON of a file that only xl create itself rejects, and why it does', async () => {
    using folder = makeFolder({ 'a.cfg': `${GOOD}disk = [ '/a.img,raw,vda,rw' ]\n` });
    const { code, stdout, stderr } = await show(['a.cfg'], folder.path);
    expect(JSON.parse(stdout).disks).toMatchObject([{ pdev_path: '/a.img', vdev: 'vda' }]);
    expect(stderr).toMatch(/^a\.cfg:5:\d+: error vdev-unknown: /);
    expect(code).toBe(1);
    const later = await show(['-'], folder.path, `${GOOD}bootloader = "pygrub"\n`);
    expect(JSON.parse(later.stdout).b_info.bootloader).toBe('pygrub');
    expect(later.code).toBe(1);
  });

  it('prints the origin of each value with --origins', async () => {
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

  it('follows --xen', async () => {
    using folder = makeFolder({ 'a.cfg': `${GOOD}bootloader_user = "nobody"\n` });
    const users = await Promise.all(
      ['4.17', '4.18'].map(async (release) => {
        const { stdout } = await show(['--xen', release, 'a.cfg'], folder.path);
        return JSON.parse(stdout).b_info.bootloader_user;
      }),
    );
    expect(users).toEqual([undefined, 'nobody']);
  });

  it('follows --arch', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD.replace(/^type.*\n/m, '') });
    const types = await Promise.all(
      [[], ['--arch', 'arm']].map(async (args) => {
        const { stdout } = await show([...args, 'a.cfg'], folder.path);
        return JSON.parse(stdout).c_info.type;
      }),
    );
    expect(types).toEqual(['pv', 'pvh']);
  });

  it.each<[string, Readonly<Record<string, string>>, string[], number, RegExp]>([
    [
      'a file that xl rejects',
      { 'a.cfg': BAD },
      ['a.cfg'],
      1,
      /^a\.cfg:3:8: error [^\n]*\n {2}3 \| type = "xyz"\n/,
    ],
    ['such a file with --origins', { 'a.cfg': BAD }, ['--origins', 'a.cfg'], 1, /^a\.cfg:3:8: error /],
    ['a missing file', {}, ['a.cfg'], 2, /^xlcfg: a\.cfg: no such file or folder\n$/],
    ['a folder', {}, ['.'], 2, /^xlcfg: \.: is a folder\n$/],
    [
      'a file that is not a guest',
      { 'xl.conf': 'autoballoon=1\n' },
      ['xl.conf'],
      2,
      /^xlcfg: xl\.conf: no guest's [^\n]*\n$/,
    ],
    ['no file', {}, [], 2, /missing required argument 'FILE'/],
    ['two files', { 'a.cfg': GOOD }, ['a.cfg', 'a.cfg'], 2, /too many arguments/],
    ['an unknown release', { 'a.cfg': GOOD }, ['--xen', '3.4', 'a.cfg'], 2, /--xen/],
  ])('prints nothing for %s', async (_, files, args, code, stderr) => {
    using folder = makeFolder(files);
    const result = await show(args, folder.path);
    expect(result.stderr).toMatch(stderr);
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: '' });
  });
});
