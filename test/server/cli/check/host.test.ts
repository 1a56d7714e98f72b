/** `xlcfg check --host` as it is shipped, on made-up hosts below `--root`, and on this machine. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Folder, makeFolder } from '../../../support/folder.ts';
import { run } from '../support/program.ts';

const guest = (more: string, name = 'web1'): string =>
  `name = "${name}"\ntype = "hvm"\nmemory = 512\n${more}\n`;

const DOM0 = {
  'root/proc/xen/capabilities': 'control_d\n',
  'root/sys/hypervisor/type': 'xen\n',
  'root/sys/hypervisor/version/major': '4\n',
  'root/sys/hypervisor/version/minor': '17\n',
  'root/sys/hypervisor/properties/capabilities': 'xen-3.0-x86_64 hvm-3.0-x86_64\n',
};

const check = async (folder: Folder, ...args: readonly string[]) =>
  run(['check', ...args], { cwd: folder.path });

describe.concurrent('--root', () => {
  it('looks up what the file names below the folder', async () => {
    using folder = makeFolder({
      ...DOM0,
      'root/srv/web1.qcow2': '',
      'root/sys/class/net/br0/bridge/bridge_id': '',
      'web1.cfg': guest(`disk = [ '/srv/web1.img,raw,xvda,rw' ]\nvif = [ 'bridge=xenbr0' ]`),
    });
    const { code, stdout, stderr } = await check(folder, '--root', 'root', 'web1.cfg');
    expect(stdout).toBe(`Checked against the host at root: Xen 4.17, x86

web1.cfg:4:11: warning host-missing-file: \`/srv/web1.img\` does not exist on this host: the guest does not start. Did you mean \`/srv/web1.qcow2\`?
  4 | disk = [ '/srv/web1.img,raw,xvda,rw' ]
    |           ^^^^^^^^^^^^^

web1.cfg:5:17: warning host-missing-bridge: \`xenbr0\` does not exist on this host: the guest does not start. Bridges of this host: \`br0\`.
  5 | vif = [ 'bridge=xenbr0' ]
    |                 ^^^^^^

1 file checked: 2 warnings
`);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('keeps links within the folder', async () => {
    using folder = makeFolder({
      ...DOM0,
      'root/data/a.img': '',
      'outside.img': '',
      'web1.cfg': guest(`disk = [ '/srv/a.img,raw,xvda,rw', '/srv/b.img,raw,xvdb,rw' ]`),
    });
    folder.link('root/srv', '/data');
    folder.link('root/data/b.img', '../../outside.img');
    const { stdout } = await check(folder, '--root', 'root', 'web1.cfg');
    expect(stdout).not.toContain('`/srv/a.img`');
    expect(stdout).toContain('`/srv/b.img` leads to `/outside.img`, which does not exist');
  });

  it('tells disks apart by what they are', async () => {
    using folder = makeFolder({
      ...DOM0,
      'root/srv/a.img': '',
      'a.cfg': guest(`disk = [ '/srv/a.img,raw,xvda,rw' ]`, 'a'),
      'b.cfg': guest(`disk = [ '/srv/b.img,raw,xvda,rw' ]`, 'b'),
    });
    folder.link('root/srv/b.img', 'a.img');
    const { stdout } = await check(folder, '--root', 'root', 'a.cfg', 'b.cfg');
    expect(stdout).toContain(
      'a.cfg:4:11: warning host-shared-disk: `b` (b.cfg) has this disk too, as `/srv/b.img`',
    );
    expect(stdout).toContain(
      'b.cfg:4:11: warning host-shared-disk: `a` (a.cfg) has this disk too, as `/srv/a.img`',
    );
  });

  it('reads the first bytes of an image', async () => {
    using folder = makeFolder({ ...DOM0, 'web1.cfg': guest(`disk = [ '/srv/a.img,raw,xvda,rw' ]`) });
    folder.write('root/srv/a.img', Buffer.from(`QFI\xfb\0\0\0\x03`.padEnd(4096, '\0'), 'latin1'));
    const { stdout } = await check(folder, '--root', 'root', 'web1.cfg');
    expect(stdout).toContain('host-image-format: `/srv/a.img` is a qcow2 image');
  });

  it('does not wait for pipes, nor for links that lead in circles', async () => {
    using folder = makeFolder({
      ...DOM0,
      'root/srv/x': '',
      'web1.cfg': guest(
        `disk = [ '/srv/pipe,qcow2,xvda,rw', '/srv/loop/a,raw,xvdb,rw' ]\nbios_path_override = "/srv/pipe"`,
      ),
    });
    execFileSync('mkfifo', [folder.at('root/srv/pipe')]);
    folder.link('root/srv/loop', 'loop2');
    folder.link('root/srv/loop2', 'loop');
    const { code, stdout } = await check(folder, '--root', 'root', 'web1.cfg');
    expect(stdout).not.toContain('host-missing-file');
    expect(code).toBe(0);
  });

  it('must be a folder', async () => {
    using folder = makeFolder({ 'web1.cfg': guest('') });
    const { code, stderr } = await check(folder, '--root', 'gone', 'web1.cfg');
    expect(stderr).toContain('--root gone: there is no such folder');
    expect(code).toBe(2);
  });

  it('is in the report for programs, too', async () => {
    using folder = makeFolder({ ...DOM0, 'web1.cfg': guest('') });
    const { stdout } = await check(folder, '--root', 'root', '--format', 'json', 'web1.cfg');
    expect(JSON.parse(stdout)).toMatchObject({
      host: { root: 'root', isXen: true, isDom0: true, xenVersion: '4.17', architecture: 'x86' },
    });
  });
});

describe.concurrent('the version of Xen', () => {
  it.each<readonly [what: string, args: readonly string[], config: string | undefined, expected: string]>([
    [
      'is that of the host',
      ['--root', 'root'],
      undefined,
      'Xen 4.17 (from /sys/hypervisor of the host), x86 (from /sys/hypervisor of the host)',
    ],
    [
      'may be set',
      ['--root', 'root', '--xen', '4.14'],
      undefined,
      'Xen 4.14 (from the command line), x86 (from /sys/hypervisor of the host)',
    ],
    [
      'may be set for a folder',
      ['--root', 'root'],
      '{ "xenVersion": "4.20", "architecture": "arm" }',
      'Xen 4.20 (from .xlcfg.json), Arm (from .xlcfg.json)',
    ],
    [
      'is the newest without a host',
      [],
      undefined,
      'Xen 4.22 (default), architecture from each file (default)',
    ],
  ])('%s', async (_, args, config, expected) => {
    using folder = makeFolder({ ...DOM0, 'web1.cfg': guest(''), ...(config && { '.xlcfg.json': config }) });
    const { stderr } = await check(folder, '--verbose', ...args, 'web1.cfg');
    expect(stderr).toBe(`xlcfg: 1 file: ${expected}\n`);
  });
});

describe.concurrent('on this machine', () => {
  const isXen = existsSync('/proc/xen') || existsSync('/sys/hypervisor/type');
  const GUEST = guest(`disk = [ '/gone/a.img,raw,xvda,rw' ]\nvif = [ 'bridge=xlcfgtest0' ]`);

  it('--host looks at its files, and says whether it runs Xen', async () => {
    using folder = makeFolder({ 'web1.cfg': GUEST });
    const { code, stdout, stderr } = await check(folder, '--host', 'web1.cfg');
    expect(stdout).toContain('host-missing-file: `/gone/a.img` does not exist on this host');
    expect(stderr.includes('this host does not run Xen')).toBe(!isXen);
    expect(code).toBe(0);
  });

  it.each([
    ['without --host', [], undefined],
    ['where a project file asks for it on a host without Xen', [], '{ "host": true }'],
    ['with --no-host', ['--no-host'], '{ "host": true }'],
  ] as const)('nothing is looked up %s', async (_, args, config) => {
    if (isXen && config !== undefined && args.length === 0) return;
    using folder = makeFolder({ 'web1.cfg': GUEST, ...(config && { '.xlcfg.json': config }) });
    const { stdout, stderr } = await check(folder, ...args, 'web1.cfg');
    expect(stdout).toBe('1 file checked: no problems\n');
    expect(stderr).toBe('');
  });

  it('--host and --no-host exclude each other', async () => {
    using folder = makeFolder({ 'web1.cfg': GUEST });
    const { code, stderr } = await check(folder, '--host', '--no-host', 'web1.cfg');
    expect(stderr).toContain("'--no-host' cannot be used with option '--host'");
    expect(code).toBe(2);
  });
});
