/** What `fix` and `format` keep of a file, whatever happens. Needs root, and the tools for ACLs and attributes. */
import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as runCli } from '../server/cli/support/program.ts';
import { built } from '../support/built.ts';
import { type Folder, makeFolder } from '../support/folder.ts';

/** Both commands change it. */
const UNTIDY = `name="web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\ndisk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;

const COMMANDS = ['fix', 'format'];

/** The output of a program that must succeed. */
const output = (program: string, args: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return stdout;
};

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** A preload of Node. */
  readonly preload?: string;
}

const run = (command: string, cwd: string, { env, preload }: RunOptions = {}) => {
  const args = [...(preload ? ['--require', preload] : []), built.cli, command, 'old.cfg'];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, signal, stdout, stderr };
};

/** What each command makes of {@link UNTIDY}. */
const tidied = (command: string): string => {
  const { stdout, status, stderr } = spawnSync(process.execPath, [built.cli, command, '-'], {
    input: UNTIDY,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

/** A tmpfs of a few pages, in a folder that it disappears with. */
const smallDisk = (folder: Folder): Disposable & { readonly path: string } => {
  const disk = folder.at('disk');
  mkdirSync(disk);
  output('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  return { path: disk, [Symbol.dispose]: () => output('umount', [disk]) };
};

describe.each(COMMANDS)('%s', (command) => {
  it('keeps inode, mode, owner, ACL, attributes and hard links', () => {
    using folder = makeFolder({ 'old.cfg': UNTIDY });
    const file = folder.at('old.cfg');
    chmodSync(folder.path, 0o755);
    chmodSync(file, 0o600);
    output('chown', ['1234:2345', file]);
    output('setfacl', ['-m', 'u:nobody:r', file]);
    output('setfattr', ['-n', 'user.note', '-v', 'keep me', file]);
    output('setfattr', ['-n', 'security.selinux', '-v', 'system_u:object_r:xen_conf_t:s0', file]);
    linkSync(file, folder.at('link'));
    const properties = () => {
      const { ino, uid, gid, mode, nlink } = statSync(file);
      const acl = output('getfacl', ['--absolute-names', '--numeric', file]);
      const attributes = output('getfattr', ['--absolute-names', '-d', '-m', '-', file]);
      return { ino, uid, gid, mode, nlink, acl, attributes };
    };
    const before = properties();
    expect(before.acl).toContain('user:65534:r--');
    expect(before.attributes).toContain('xen_conf_t');
    expect(run(command, folder.path)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(tidied(command));
    expect(readFileSync(folder.at('link'), 'utf8')).toBe(tidied(command));
    expect(properties()).toEqual(before);
  });

  it('lets nobody read more in a folder with a default ACL, and keeps its copy from others', () => {
    using folder = makeFolder({ 'old.cfg': UNTIDY });
    chmodSync(folder.at('old.cfg'), 0o640);
    output('setfacl', ['-d', '-m', 'u:nobody:rwx', folder.path]);
    const before = output('getfacl', ['--absolute-names', folder.at('old.cfg')]);
    // Killed after a while of its work, so that the copy remains.
    run(command, folder.path, { env: { KILL_AT: '16' }, preload });
    const [journal = ''] = readdirSync(folder.path).filter((name) => name.endsWith('.xlcfg'));
    for (const name of ['', 'before', 'after']) {
      const read = spawnSync('cat', [path.join(folder.path, journal, name)], { uid: 65534, gid: 65534 });
      expect(read.status).not.toBe(0);
      expect(statSync(path.join(folder.path, journal, name)).mode & 0o007).toBe(0);
    }
    expect(run(command, folder.path).status).toBe(0);
    expect(output('getfacl', ['--absolute-names', folder.at('old.cfg')])).toBe(before);
  });

  it.each(['i', 'a'])('leaves a file with the attribute %s of chattr', (attribute) => {
    using folder = makeFolder({ 'old.cfg': UNTIDY });
    output('chattr', [`+${attribute}`, folder.at('old.cfg')]);
    const result = run(command, folder.path);
    output('chattr', [`-${attribute}`, folder.at('old.cfg')]);
    expect(result).toMatchObject({ status: 2, stderr: 'xlcfg: old.cfg: operation not permitted\n' });
    expect(readFileSync(folder.at('old.cfg'), 'utf8')).toBe(UNTIDY);
    expect(readdirSync(folder.path)).toEqual(['old.cfg']);
  });

  it('leaves the file, and nothing else, on a disk with any amount of space that is too small', () => {
    using folder = makeFolder();
    using disk = smallDisk(folder);
    // `format` makes each line longer.
    const long = `${UNTIDY}${'vcpus=1\n'.repeat(1000)}`;
    const outcomes = new Set<string>();
    for (let filler = 4; filler <= 60; filler += 4) {
      writeFileSync(path.join(disk.path, 'old.cfg'), long);
      spawnSync('fallocate', ['-l', `${filler}k`, path.join(disk.path, 'filler')]);
      const { status, stderr } = run(command, disk.path);
      if (status === 2) {
        expect(stderr).toBe('xlcfg: old.cfg: no space left on the device\n');
        expect(readFileSync(path.join(disk.path, 'old.cfg'), 'utf8')).toBe(long);
      }
      expect(readdirSync(disk.path).filter((name) => name !== 'filler')).toEqual(['old.cfg']);
      outcomes.add(`${status}`);
      for (const name of readdirSync(disk.path)) output('rm', [path.join(disk.path, name)]);
    }
    expect([...outcomes].sort()).toEqual(['0', '2']);
  });
});

const preload = path.resolve(import.meta.dirname, 'support/killAtStep.cjs');

describe.each(COMMANDS)('%s that is killed', (command) => {
  it('leaves a file that is whole, or a copy from which the next run restores it', () => {
    const after = tidied(command);
    let steps = 0;
    let restored = 0;
    for (let isKilled = true; isKilled; ) {
      steps += 1;
      using folder = makeFolder({ 'old.cfg': UNTIDY });
      const { ino } = statSync(folder.at('old.cfg'));
      isKilled = run(command, folder.path, { env: { KILL_AT: `${steps}` }, preload }).signal === 'SIGKILL';
      const content = readFileSync(folder.at('old.cfg'), 'utf8');
      const isWhole = content === UNTIDY || content === after;
      if (!isWhole) {
        expect(readFileSync(folder.at('.old.cfg.xlcfg/before'), 'utf8')).toBe(UNTIDY);
        const check = spawnSync(process.execPath, [built.cli, 'check', 'old.cfg'], {
          cwd: folder.path,
          encoding: 'utf8',
        });
        expect(check.status).toBe(2);
        expect(check.stderr).toContain('is half written, because an earlier run was interrupted');
      }
      const { status, stderr } = run(command, folder.path);
      expect(status).toBe(0);
      expect(stderr).toBe(
        isWhole
          ? ''
          : 'xlcfg: old.cfg: restored from .old.cfg.xlcfg/before, because an earlier run was interrupted while it wrote the file\n',
      );
      restored += isWhole ? 0 : 1;
      expect(readFileSync(folder.at('old.cfg'), 'utf8')).toBe(after);
      expect(statSync(folder.at('old.cfg')).ino).toBe(ino);
      expect(readdirSync(folder.path)).toEqual(['old.cfg']);
    }
    expect(steps).toBeGreaterThan(20);
    expect(restored).toBeGreaterThan(0);
  });
});

describe('a journal', () => {
  it('does not block a run with the process id of the one that left it', async () => {
    using folder = makeFolder({ 'old.cfg': UNTIDY });
    const inContainer = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
      spawnSync(
        'unshare',
        [
          '--pid',
          '--fork',
          '--mount-proc',
          '--kill-child',
          process.execPath,
          ...args,
          built.cli,
          'fix',
          'old.cfg',
        ],
        { cwd: folder.path, encoding: 'utf8', env: { ...process.env, ...env } },
      );
    inContainer(['--require', preload], { KILL_AT: '17' });
    expect(readdirSync(folder.path)).toContain('.old.cfg.xlcfg');
    expect(inContainer([])).toMatchObject({ status: 0 });
    expect(readFileSync(folder.at('old.cfg'), 'utf8')).toBe(tidied('fix'));
    expect(readdirSync(folder.path)).toEqual(['old.cfg']);
  });
});

it('writes a file whose name has 255 bytes', async () => {
  const name = `${'ü'.repeat(125)}x.cfg`;
  expect(Buffer.byteLength(name)).toBe(255);
  using folder = makeFolder({ [name]: UNTIDY });
  expect(await runCli(['fix', name], { cwd: folder.path })).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(folder.at(name), 'utf8')).toBe(tidied('fix'));
  expect(readdirSync(folder.path)).toEqual([name]);
});
