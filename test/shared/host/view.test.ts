/** Look-ups on hosts that are made to mislead, to block, or to take long. */

import { findHostProblems } from '@xlcfg/shared/src/host/findHostProblems.ts';
import { createHostView, MAX_NAMES } from '@xlcfg/shared/src/host/view.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { type HostTree, hostTree } from '../../support/hostTree.ts';

const lookUp = async (tree: HostTree, path: string): Promise<string> => {
  const { path: real, found } = await createHostView(hostTree(tree)).find(path);
  return `${real} ${typeof found === 'string' ? found : found.kind}`;
};

describe('follows links within the root', () => {
  it.each<readonly [path: string, tree: HostTree, expected: string]>([
    ['/a/b', { '/a/b': '' }, '/a/b file'],
    ['//a/./b/', { '/a/b': '' }, '/a/b file'],
    ['/', { '/a': '' }, '/ folder'],
    ['/a/x', { '/a': { link: 'b' }, '/b/x': '' }, '/b/x file'],
    ['/a/x', { '/a': { link: '/c/b' }, '/c/b/x': '' }, '/c/b/x file'],
    ['/a/b/x', { '/a/b': { link: '../c' }, '/c/x': '' }, '/c/x file'],
    ['/a/x', { '/a': { link: '../../../../etc' }, '/etc/x': '' }, '/etc/x file'],
    ['/a/../b', { '/a': { link: '/deep/er' }, '/deep/er/x': '', '/deep/b': '' }, '/deep/b file'],
    ['/a', { '/a': { link: '/gone/b' } }, '/gone missing'],
    ['/a', { '/a': { link: 'a' } }, '/a unknown'],
    ['/a', { '/a': { link: 'b' }, '/b': { link: 'a' } }, '/a unknown'],
    ['/a/x/x', { '/a/x': { link: '../a' } }, '/a folder'],
    ['/locked/a', { '/locked': { kind: 'unreadable' } }, '/locked unknown'],
    ['a', { '/a': '' }, 'a unknown'],
    ['/a\0b', { '/a': '' }, '/a\0b unknown'],
    [`/${'a/'.repeat(3000)}`, { '/a': '' }, `/${'a/'.repeat(3000)} unknown`],
  ])('%j', async (path, tree, expected) => {
    expect(await lookUp(tree, path)).toBe(expected);
  });

  it('in a chain as long as the kernel follows, and no longer', async () => {
    const chain = (links: number): HostTree => ({
      ...Object.fromEntries(Array.from({ length: links }, (_, at) => [`/l${at}`, { link: `l${at + 1}` }])),
      [`/l${links}`]: '',
    });
    expect(await lookUp(chain(40), '/l0')).toBe('/l40 file');
    expect(await lookUp(chain(41), '/l0')).toMatch(/unknown$/);
  });
});

describe('looks at nothing that is elsewhere, or may block', () => {
  const MOUNTS = [
    'server:/export /srv/nfs nfs4 rw,vers=4.2 0 0',
    '/etc/auto.misc /misc autofs rw 0 0',
    '//nas/x /srv/a\\040b cifs rw 0 0',
    'me@host: /srv/ssh fuse.sshfs rw 0 0',
    'server:/export /srv/over nfs rw 0 0',
    '/dev/sda2 /srv/over ext4 rw 0 0',
    '',
  ].join('\n');

  it.each([
    ['/srv/nfs/a.img', 'unknown'],
    ['/srv/nfs', 'unknown'],
    ['/misc/a', 'unknown'],
    ['/srv/a b/c', 'unknown'],
    ['/srv/ssh/a', 'unknown'],
    ['/srv/link', 'unknown'],
    ['/srv/over/a', 'file'],
    ['/srv/nfs2/a', 'file'],
  ])('%s', async (path, expected) => {
    const files = hostTree({
      '/proc/mounts': MOUNTS,
      '/srv/link': { link: 'nfs/a.img' },
      '/srv/over/a': '',
      '/srv/nfs2/a': '',
    });
    const { found } = await createHostView(files).find(path);
    expect(typeof found === 'string' ? found : found.kind).toBe(expected);
    const below = files.calls.filter(([, called]) => /^\/(?:srv\/(?:nfs|a b|ssh)|misc)(?:\/|$)/.test(called));
    expect(below).toEqual([]);
  });

  it('reads nothing but regular files', async () => {
    const files = hostTree({
      '/dev/null': { kind: 'other' },
      '/sys/class/mem/null/dev': '1:3\n',
      '/dev/sdb': { block: '8:16' },
      '/srv/pipe': { kind: 'other' },
      '/srv/disk': { link: '/dev/sdb' },
      '/proc/meminfo': { kind: 'other' },
      '/etc/xen/xl.conf': { kind: 'other' },
    });
    const disks = ['/dev/sdb', '/srv/pipe', '/srv/disk', '/srv', '/dev/null'].map(
      (target, index) => `'${target},qcow2,xvd${'abcde'[index]},rw'`,
    );
    const text = `name = "a"\ntype = "hvm"\nmemory = 99\ndisk = [ ${disks.join(', ')} ]\nvif = [ 'bridge=b' ]\n`;
    await findHostProblems(createHostView(files), open(text));
    expect(files.calls.filter(([name]) => name === 'read')).toEqual([]);
    expect(files.calls.length).toBeGreaterThan(10);
  });
});

describe('is bounded', () => {
  it('suggests nothing from a huge folder, of which it reads a part only', async () => {
    const names = Array.from({ length: MAX_NAMES * 3 }, (_, at) => [`/srv/web${at}.img`, ''] as const);
    const files = hostTree(Object.fromEntries(names));
    let most = 0;
    const view = createHostView({
      ...files,
      list: async (folder, limit) => {
        most = Math.max(most, limit);
        return files.list(folder, limit);
      },
    });
    const document = open(`name = "a"\ntype = "hvm"\ndisk = [ '/srv/webb.img,raw,xvda,rw' ]\n`);
    const { problems } = await findHostProblems(view, document);
    expect(problems.map(({ code, fixes }) => [code, fixes])).toEqual([['host-missing-file', undefined]]);
    expect(most).toBe(MAX_NAMES + 1);
  });

  it('asks once for what many guests name', async () => {
    const files = hostTree({ '/proc/mounts': '', '/srv/xen/images/a.img': '' });
    const view = createHostView(files);
    const document = (name: string) =>
      open(`name = "${name}"\ntype = "hvm"\ndisk = [ '/srv/xen/images/${name}.img,raw,xvda,rw' ]\n`);
    await findHostProblems(view, document('a'));
    const before = files.calls.filter(([name]) => name === 'lstat').length;
    await findHostProblems(view, document('b'));
    expect(files.calls.filter(([name]) => name === 'lstat').length - before).toBe(1);
  });

  it('gives up a rule whose answer does not come, and keeps what others have found', async () => {
    const files = hostTree({ '/sys/class/net/br0/bridge': { kind: 'folder' } });
    const view = createHostView({
      ...files,
      lstat: (path) => (path === '/stuck' ? new Promise(() => {}) : files.lstat(path)),
    });
    const document = open(
      `name = "a"\ntype = "hvm"\ndisk = [ '/stuck/a.img,raw,xvda,rw' ]\nvif = [ 'bridge=b' ]\n`,
    );
    const { problems, isComplete } = await findHostProblems(
      view,
      document,
      new Promise((resolve) => setTimeout(resolve, 50)),
    );
    expect(problems.map(({ code }) => code)).toEqual(['host-missing-bridge']);
    expect(isComplete).toBe(false);
  });
});

describe('settings and comments', () => {
  const problemsWith = async (text: string, settings: Parameters<typeof open>[1]) => {
    const view = createHostView(hostTree({}));
    const { problems } = await findHostProblems(view, open(text, settings));
    return problems.map(({ code, severity }) => `${code} ${severity}`);
  };
  const TEXT = `name = "a"\ntype = "pvh"\nkernel = "/k"\n`;

  it.each([
    [{}, ['host-missing-file warning']],
    [{ rules: { 'host-missing-file': 'hint' } }, ['host-missing-file hint']],
    [{ rules: { 'host-missing-file': 'off' } }, []],
    [{ enable: false }, []],
  ] as const)('%j', async (settings, expected) => {
    expect(await problemsWith(TEXT, settings)).toEqual(expected);
  });

  it('a comment silences a rule', async () => {
    expect(await problemsWith(`# xlcfg-disable-file host-missing-file\n${TEXT}`, {})).toEqual([]);
  });

  it('a file of another kind names nothing', async () => {
    const document = open('vif.default.script = "/gone"\n', {}, 'file:///etc/xen/xl.conf');
    expect((await findHostProblems(createHostView(hostTree({})), document)).problems).toEqual([]);
  });
});
