/** How `fix` and `format` write files, and what they do where a file cannot be written safely. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../../../server/src/cli/rewrite/replaceFile.ts';
import { built } from '../../../support/built.ts';
import { makeFolder } from '../../../support/folder.ts';
import { asOtherUser } from '../support/guests.ts';

/** Both commands change it. */
const UNTIDY = `name="web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\ndisk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;

const isRoot = process.getuid?.() === 0;

const mount = (on: string): number | null =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', on]).status;

/** Not in every container. Elsewhere a limit of the file size stands for a full disk, in the tests of `fix`. */
const canMount = ((): boolean => {
  using folder = makeFolder();
  if (mount(folder.path) !== 0) return false;
  spawnSync('umount', [folder.path]);
  return true;
})();

const run = (command: string, cwd: string, as: object = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built.cli, command, 'old.cfg'], {
    cwd,
    encoding: 'utf8',
    ...as,
  });
  return { status, stdout, stderr };
};

describe.each(['fix', 'format'])('%s', (command) => {
  it('leaves a write-protected file', () => {
    using folder = makeFolder({ 'old.cfg': UNTIDY });
    chmodSync(folder.path, 0o777);
    chmodSync(folder.at('old.cfg'), 0o444);
    expect(run(command, folder.path, asOtherUser)).toMatchObject({
      status: 2,
      stderr: 'xlcfg: old.cfg: permission denied\n',
    });
    expect(readFileSync(folder.at('old.cfg'), 'utf8')).toBe(UNTIDY);
    expect(readdirSync(folder.path)).toEqual(['old.cfg']);
  });

  it('leaves a file in a write-protected folder', () => {
    using folder = makeFolder({ 'in/old.cfg': UNTIDY });
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at('in/old.cfg'), 0o666);
    chmodSync(folder.at('in'), 0o555);
    const { status, stderr } = run(command, folder.at('in'), asOtherUser);
    chmodSync(folder.at('in'), 0o755);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'xlcfg: old.cfg: permission denied\n' });
    expect(readFileSync(folder.at('in/old.cfg'), 'utf8')).toBe(UNTIDY);
  });

  it.runIf(isRoot)('keeps the owner of a file, and leaves a file whose owner it cannot keep', () => {
    using folder = makeFolder({ 'old.cfg': UNTIDY });
    chmodSync(folder.path, 0o777);
    chmodSync(folder.at('old.cfg'), 0o666);
    const refused = run(command, folder.path, asOtherUser);
    expect(refused).toMatchObject({
      status: 2,
      stderr: 'xlcfg: old.cfg: its owner or group cannot be kept, only root may do that\n',
    });
    expect(readFileSync(folder.at('old.cfg'), 'utf8')).toBe(UNTIDY);
    expect(readdirSync(folder.path)).toEqual(['old.cfg']);
    chownSync(folder.at('old.cfg'), 1234, 2345);
    chmodSync(folder.at('old.cfg'), 0o640);
    expect(run(command, folder.path)).toMatchObject({ status: 0, stderr: '' });
    const { uid, gid, mode } = statSync(folder.at('old.cfg'));
    expect([uid, gid, mode & 0o7777]).toEqual([1234, 2345, 0o640]);
  });

  it.runIf(canMount)('leaves the file on a full disk', () => {
    using folder = makeFolder();
    const disk = folder.at('disk');
    mkdirSync(disk);
    expect(mount(disk)).toBe(0);
    try {
      writeFileSync(path.join(disk, 'old.cfg'), UNTIDY);
      writeFileSync(path.join(disk, 'filler'), Buffer.alloc(4096));
      expect(run(command, disk)).toMatchObject({
        status: 2,
        stderr: 'xlcfg: old.cfg: no space left on the device\n',
      });
      expect(readFileSync(path.join(disk, 'old.cfg'), 'utf8')).toBe(UNTIDY);
      expect(readdirSync(disk).sort()).toEqual(['filler', 'old.cfg']);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('leaves the other hard links of a file, with a notice', () => {
    using folder = makeFolder({ 'old.cfg': UNTIDY });
    linkSync(folder.at('old.cfg'), folder.at('backup'));
    const { status, stderr } = run(command, folder.path);
    expect(stderr).toBe(
      'xlcfg: old.cfg: the file has other names (hard links), under which it stays as it was\n',
    );
    expect(status).toBe(0);
    expect(readFileSync(folder.at('old.cfg'), 'utf8')).not.toBe(UNTIDY);
    expect(readFileSync(folder.at('backup'), 'utf8')).toBe(UNTIDY);
  });

  it('changes the file that a symbolic link leads to, and leaves the link', () => {
    using folder = makeFolder({ 'real/web': UNTIDY });
    folder.link('old.cfg', 'real/web');
    expect(run(command, folder.path)).toMatchObject({ status: 0, stderr: '' });
    expect(lstatSync(folder.at('old.cfg')).isSymbolicLink()).toBe(true);
    expect(readFileSync(folder.at('real/web'), 'utf8')).not.toBe(UNTIDY);
    expect(readdirSync(folder.at('real'))).toEqual(['web']);
  });
});

describe('a file that has changed since it was read', () => {
  it('is left, and so is no temporary file', () => {
    using folder = makeFolder({ 'old.cfg': 'changed by another program\n' });
    expect(() => replaceFile(folder.at('old.cfg'), Buffer.from('new\n'), Buffer.from('old\n'))).toThrow(
      'has changed meanwhile',
    );
    expect(readFileSync(folder.at('old.cfg'), 'utf8')).toBe('changed by another program\n');
    expect(readdirSync(folder.path)).toEqual(['old.cfg']);
  });
});
