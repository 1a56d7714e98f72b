import { documentLinks } from '@xlcfg/shared/src/features/documentLinks.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { open, URI } from '../../support/documents.ts';
import { configText, law } from '../../support/laws.ts';
import { mark, marked } from '../../support/markers.ts';
import { slowdown } from '../../support/slowdown.ts';

const linked = (text: string, uri = URI): string => {
  const doc = open(text, {}, uri);
  const spans = documentLinks(doc).map(({ link: { range } }) => ({
    start: doc.text.offsetAt(range.start),
    end: doc.text.offsetAt(range.end),
  }));
  return mark(text, spans);
};

const targets = (text: string, xenVersion: XenVersion = '4.17'): string[] =>
  documentLinks(open(text, { xenVersion })).map(({ link }) => link.target);

describe('files', () => {
  it.each([
    ['an option that is a path', 'kernel = "«/boot/vmlinuz»"\nramdisk = \'«/boot/initrd»\'\n'],
    ['a word in its place', 'bootloader = "pygrub"\nfirmware = "ovmf"\n'],
    ['a path that is relative', 'kernel = "boot/vmlinuz"\ndisk = [ "phy:vg/x,xvda,w" ]\n'],
    ['an option that is not a path', 'extra = "/dev/xvda1"\nroot = "/dev/xvda1"\n'],
    ['a setting that does not count', 'kernel = "«/a»"\nkernel = "«/b»"\n'],
    ['a path in two pieces', 'kernel = "/boot/"\nkernel += "/vmlinuz"\n'],
    ['a list where a path is expected', 'kernel = [ "/boot/vmlinuz" ]\n'],
    ['a half-typed one', 'kernel = "«/boot/vm»\nramdisk =\n'],
    ['an escape in a path', 'kernel = "«/a\\"b»"\n'],
    ['targets of disks', "disk = [ '«/dev/vg/a»,raw,xvda,rw', 'vdev=xvdb,target=«/srv/a,b.img»' ]\n"],
    ['targets behind prefixes', "disk = [ 'tap:aio:«/srv/a.img»,xvda,w', 'file:«/srv/b.img»,xvdb,w' ]\n"],
    [
      'a script and what is its own to read',
      "disk = [ 'vdev=xvda,script=«/etc/xen/scripts/block-x»,target=/a', 'iscsi:/x,xvdb,w' ]\n",
    ],
    ['what another domain serves', "disk = [ '/dev/vg/a,raw,xvda,rw,backend=store' ]\n"],
    ['what domain 0 serves', "disk = [ '«/dev/vg/a»,raw,xvda,rw,backend=0' ]\n"],
    ['a script of an interface', "vif = [ 'script=«/etc/xen/scripts/vif-x»', 'script=vif-bridge' ]\n"],
    ['a script of another domain', "vif = [ 'script=/etc/xen/scripts/vif-x,backend=netdom' ]\n"],
    ['a file of a display', "vfb = [ 'sdl=1,xauthority=«/root/.Xauthority»' ]\n"],
    ['no target at all', "disk = [ ',,hdc,cdrom', 'vdev=xvda' ]\n"],
  ])('%s', (_what, source) => {
    const { text } = marked(source);
    expect(linked(text)).toBe(source);
  });

  it('of xl.conf', () => {
    const source = 'lockfile = "«/var/lock/xl»"\nvif.default.script = "vif-bridge"\n';
    expect(linked(marked(source).text, 'file:///etc/xen/xl.conf')).toBe(source);
  });

  it.each([
    ['/boot/vmlinuz', 'file:///boot/vmlinuz'],
    ['/srv/a b#1?.img', 'file:///srv/a%20b%231%3F.img'],
    ['/srv/größe', 'file:///srv/gr%C3%B6%C3%9Fe'],
    ['/a%20b', 'file:///a%2520b'],
    ['//a', 'file:///a'],
  ])('%s is %s', (path, uri) => {
    expect(documentLinks(open(`kernel = "${path}"`))).toMatchObject([
      { link: { target: uri }, toFile: true },
    ]);
  });

  it.each(['/a\0b', '/a\ud800'])('%j is not a path', (path) => {
    expect(targets(`kernel = "${path}"`)).toEqual([]);
  });
});

describe('manual pages', () => {
  it.each([
    ['names with their sections', '# see «xl.cfg(5)», «xl-disk-configuration(5)», and «xl(1)».\n'],
    ['the command that shows them', '# man «xl.cfg», man 5 «xl.conf»; man «xl.cfg(5)».\n'],
    ['names alone', '# xl.cfg, xl create, /etc/xen/xl.conf\n'],
    ['another section', '# xl.cfg(1), xl(5)\n'],
    ['parts of other names', '# foo.xl.cfg(5), my-xl(1), xl.cfg(5x\n'],
    ['texts that are no comments', 'extra = "xl.cfg(5)"\n'],
    ['a comment behind a setting', 'kernel = "«/a»" # «xl.cfg(5)»\n'],
  ])('%s', (_what, source) => {
    const { text } = marked(source);
    expect(linked(text)).toBe(source);
  });

  const BASE = 'https://xenbits.xen.org/docs';
  it.each<readonly [xenVersion: XenVersion, mention: string, url: string]>([
    ['4.17', 'xl.cfg(5)', `${BASE}/4.17-testing/man/xl.cfg.5.html`],
    ['4.22', 'man xl', `${BASE}/4.22-testing/man/xl.1.html`],
    ['4.1', 'xl.cfg(5)', `${BASE}/4.2-testing/man/xl.cfg.5.html`],
    ['4.5', 'xl-disk-configuration(5)', `${BASE}/4.9-testing/man/xl-disk-configuration.5.html`],
    ['4.17', 'xmdomain.cfg(5)', `${BASE}/4.4-testing/man/xmdomain.cfg.5.html`],
  ])('of %s: %s', (xenVersion, mention, url) => {
    expect(targets(`# ${mention}\n`, xenVersion)).toEqual([url]);
  });

  it('are told of by name and release', () => {
    expect(documentLinks(open('# man xl.cfg', { xenVersion: '4.17' }))).toMatchObject([
      { link: { tooltip: 'xl.cfg(5) of Xen 4.17' }, toFile: false },
    ]);
  });
});

it('is sound for any text', () => {
  law(configText, (text) => {
    const doc = open(text);
    const starts = documentLinks(doc).map(({ link: { range } }) => doc.text.offsetAt(range.start));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});

it.each<readonly [what: string, text: (n: number) => string]>([
  ['comments', (n) => `# ${'man xl.cfg xl '.repeat(n)}`],
  ['names in comments', (n) => `# ${'xl.'.repeat(n * 4)}`],
  ['blanks in comments', (n) => `# man${' '.repeat(n * 10)}`],
  ['disks', (n) => `disk = [ ${"'/dev/x,raw,xvda,rw',".repeat(n)} ]`],
])('takes time in proportion: %s', (_what, text) => {
  expect(slowdown((n) => documentLinks(open(text(n))), 100)).toBeLessThan(10);
});
