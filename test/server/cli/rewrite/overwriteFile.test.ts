/** How `fix` and `format` write files, and what they do where a file cannot be written safely. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, linkSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assertWhole, writeJournal } from '../../../../server/src/cli/rewrite/journal.ts';
import { overwriteFile, restoreInterrupted } from '../../../../server/src/cli/rewrite/overwriteFile.ts';
import { built } from '../../../support/built.ts';
import { makeFolder } from '../../../support/folder.ts';
import { asOtherUser } from '../support/guests.ts';

/** Both commands change it. */
const UNTIDY = `name="web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\ndisk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;

const isRoot = process.getuid?.() === 0;

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
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'xlcfg: old.cfg: no copy can be kept next to it while it is written: permission denied\n',
    });
    expect(readFileSync(folder.at('in/old.cfg'), 'utf8')).toBe(UNTIDY);
  });

  it.runIf(isRoot)('keeps the owner of a file that somebody else writes', () => {
    using folder = makeFolder({ 'old.cfg': UNTIDY });
    chmodSync(folder.path, 0o777);
    chmodSync(folder.at('old.cfg'), 0o666);
    chownSync(folder.at('old.cfg'), 1234, 2345);
    expect(run(command, folder.path, asOtherUser)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(folder.at('old.cfg'), 'utf8')).not.toBe(UNTIDY);
    const { uid, gid, mode } = statSync(folder.at('old.cfg'));
    expect([uid, gid, mode & 0o7777]).toEqual([1234, 2345, 0o666]);
  });

  it('writes the file under all its names (hard links)', () => {
    using folder = makeFolder({ 'old.cfg': UNTIDY });
    linkSync(folder.at('old.cfg'), folder.at('other'));
    expect(run(command, folder.path)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(folder.at('old.cfg'), 'utf8')).not.toBe(UNTIDY);
    expect(readFileSync(folder.at('other'), 'utf8')).toBe(readFileSync(folder.at('old.cfg'), 'utf8'));
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
  it('is left, and so is not a copy', () => {
    using folder = makeFolder({ 'old.cfg': 'changed by another program\n' });
    expect(() => overwriteFile(folder.at('old.cfg'), Buffer.from('new\n'), Buffer.from('old\n'))).toThrow(
      'has changed meanwhile',
    );
    expect(readFileSync(folder.at('old.cfg'), 'utf8')).toBe('changed by another program\n');
    expect(readdirSync(folder.path)).toEqual(['old.cfg']);
  });
});

describe('a journal', () => {
  const BEFORE = 'name = "web"\nmemory=512\n';
  const AFTER = 'name = "web"\nmemory = 512\n';

  /** A file with a journal that a process which has ended left. */
  const withJournal = (content: string) => {
    const folder = makeFolder({ 'web.cfg': content });
    const file = folder.at('web.cfg');
    writeJournal(file, Buffer.from(BEFORE), Buffer.from(AFTER));
    return { file, folder };
  };

  it.each([
    ['before', BEFORE],
    ['after', AFTER],
  ])('is removed where the file has the content %s', (_, content) => {
    const { file, folder } = withJournal(content);
    using _folder = folder;
    expect(restoreInterrupted(file)).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect(readdirSync(folder.path)).toEqual(['web.cfg']);
  });

  it.each([
    ['the end is written', `${BEFORE}2\n`],
    ['the beginning is written', `${AFTER.slice(0, 22)}${BEFORE.slice(22)}`],
    ['the file system left zeros', `${BEFORE}\0\0`],
  ])('restores a file of which only %s', (_, content) => {
    const { file, folder } = withJournal(content);
    using _folder = folder;
    expect(() => assertWhole(file)).toThrow('is half written');
    expect(restoreInterrupted(file)).toContain('restored from .web.cfg.xlcfg/before');
    expect(readFileSync(file, 'utf8')).toBe(BEFORE);
    expect(readdirSync(folder.path)).toEqual(['web.cfg']);
  });

  it('leaves a file alone that somebody has changed since', () => {
    const { file, folder } = withJournal('name = "mended"\n');
    using _folder = folder;
    expect(() => assertWhole(file)).not.toThrow();
    expect(() => restoreInterrupted(file)).toThrow(/compare it with \.web\.cfg\.xlcfg\/before, then remove/);
    expect(readFileSync(file, 'utf8')).toBe('name = "mended"\n');
    expect(readFileSync(folder.at('.web.cfg.xlcfg/before'), 'utf8')).toBe(BEFORE);
  });

  it('of a process that runs keeps others from writing', () => {
    const { file, folder } = withJournal(BEFORE);
    using _folder = folder;
    const { status, stderr } = spawnSync(process.execPath, [built.cli, 'format', 'web.cfg'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `xlcfg: web.cfg: is being written by another process (${process.pid})\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe(BEFORE);
  });
});
