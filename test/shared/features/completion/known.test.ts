/** Values that the document and the other files know. */

import type { CompletionTools } from '@xlcfg/shared/src/features/completion/tools.ts';
import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { describe, expect, it } from 'vitest';
import { CURSOR, labelsInOrder } from '../../../support/cursor.ts';
import { open } from '../../../support/documents.ts';
import { workspaceOf } from '../../../support/workspace.ts';

const OTHERS: Readonly<Record<string, string>> = {
  'web2.cfg': `name = "web2"
type = "pvh"
kernel = "/srv/boot/vmlinuz-6"
disk = [ '/dev/vg1/web2,raw,xvda,rw', '/srv/iso/debian.iso,raw,xvdb,ro,cdrom' ]
vif = [ 'mac=00:16:3e:01:02:03,bridge=br7,script=vif-vlan' ]
vfb = [ "vnc=1,vncdisplay=1" ]
`,
  'web3.cfg': `name = "web3"
type = "pvh"
kernel = "/srv/boot/vmlinuz-6"
disk = [ 'format=raw, vdev=xvda, access=rw, backend=storage, target=/dev/vg9/web3' ]
vif = [ 'bridge=br7', 'bridge=br8' ]
vfb = [ "vnc=1,vncdisplay=2" ]
`,
  'storage.cfg': 'name = "storage"\ntype = "pvh"\nkernel = "/srv/boot/vmlinuz-6"\ndriver_domain = 1\n',
};

const HEAD = 'type = "pvh"\n';

/** Bytes that count upwards, in every call from the start. */
const random = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, index) => index + 1);

function offered(marked: string, tools: CompletionTools = {}) {
  const offset = marked.indexOf(CURSOR);
  const doc = open(marked.replace(CURSOR, ''), {}, 'file:///etc/xen/mail.cfg');
  const others = Object.entries(OTHERS).map(([name, text]) => open(text, {}, `file:///etc/xen/${name}`));
  const workspace = () => workspaceOf([doc, ...others]);
  return completion(doc, doc.text.positionAt(offset), { random, workspace, ...tools }).items;
}
const labels = (marked: string): string[] => labelsInOrder(offered(marked));

describe('what the files of a workspace use is offered, the most used first', () => {
  it.each([
    ['a bridge', "vif = [ 'bridge=|' ]", ['br7', 'br8']],
    ['a bridge of the same file', "vif = [ 'bridge=own', 'bridge=|' ]", ['own', 'br7', 'br8']],
    ['a bridge that is half typed', "vif = [ 'bridge=br|' ]", ['br7', 'br8']],
    ['a backend, driver domains first', "vif = [ 'backend=|' ]", ['storage', 'web2', 'web3']],
    ['a script', "vif = [ 'script=|' ]", ['vif-vlan']],
    ['a kernel, and its folder', 'kernel = "|"', ['/srv/boot/vmlinuz-6', '/srv/boot/']],
    ['a kernel in a folder', 'kernel = "/srv/b|"', ['/srv/boot/vmlinuz-6', '/srv/boot/']],
    [
      'a target: a new one beside the others, images that are only read, folders',
      "disk = [ 'target=|' ]",
      ['/dev/vg1/mail', '/srv/iso/mail.iso', '/srv/iso/debian.iso', '/dev/vg1/', '/srv/iso/'],
    ],
    [
      'a target beside those of the same guest',
      "disk = [ '/dev/vg5/mail,raw,xvda,rw', '/de|' ]",
      [
        '/dev/vg5/mail-2',
        '/dev/vg1/mail',
        '/srv/iso/mail.iso',
        '/srv/iso/debian.iso',
        '/dev/vg5/',
        '/dev/vg1/',
        '/srv/iso/',
      ],
    ],
  ])('%s', (_, line, expected) => expect(labels(`${HEAD}${line}\n`)).toEqual(expected));
});

describe('what is in the folders of the host', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    '/srv/boot/': ['old/', 'vmlinuz-6', 'vmlinuz-7'],
    '/dev/vg1/': ['mail', 'spare', 'web2'],
    '/opt/': ['.cache/', 'kernels/'],
  };
  const folderContents = (folder: string) => names[folder];
  const paths = (line: string): string[] => labelsInOrder(offered(`${HEAD}${line}\n`, { folderContents }));

  it.each([
    ['kernel = "|"', ['/srv/boot/vmlinuz-6', '/srv/boot/', '/srv/boot/old/', '/srv/boot/vmlinuz-7']],
    // The folder that is there already is not an item, and no complete value.
    ['kernel = "/srv/boot/|"', ['/srv/boot/vmlinuz-6', '/srv/boot/old/', '/srv/boot/vmlinuz-7']],
    [
      'kernel = "/opt/|"',
      ['/srv/boot/vmlinuz-6', '/srv/boot/', '/opt/kernels/', '/srv/boot/old/', '/srv/boot/vmlinuz-7'],
    ],
  ])('%s', (line, expected) => expect(paths(line)).toEqual(expected));

  it('suggestions go on after a folder', () => {
    const tools = { folderContents, suggestCommand: 'suggest' };
    for (const line of ['kernel = "|"', "disk = [ 'target=|' ]"]) {
      const items = offered(`${HEAD}${line}`, tools).filter(({ command }) => command?.command === 'suggest');
      expect(items.length).toBeGreaterThan(0);
      for (const { label } of items) expect(label).toMatch(/\/$/);
    }
  });

  it('a volume that another guest writes to is not offered', () => {
    expect(paths("disk = [ 'target=|' ]")).toContain('/dev/vg1/spare');
    expect(paths("disk = [ 'target=|' ]")).not.toContain('/dev/vg1/web2');
  });
});

describe('what no other guest has', () => {
  it.each([
    ['a MAC address', "vif = [ 'mac=|' ]", ['00:16:3e:01:02:04']],
    ['a display', 'vncdisplay = |', ['3', '0']],
    ['a display in a framebuffer', 'vfb = [ "vncdisplay=|" ]', ['3']],
    ["the file's name", 'name = "|"', ['mail']],
    ['a UUID', 'uuid = "|"', ['01020304-0506-4708-890a-0b0c0d0e0f10']],
  ])('%s', (_, line, expected) => expect(labels(`${HEAD}${line}\n`)).toEqual(expected));

  it('a MAC address is another one for each guest that takes it', () => {
    const bytes = [1, 2, 3, 9];
    const next = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => bytes.shift() ?? 7);
    const mac = () => offered(`${HEAD}vif = [ 'mac=|' ]`, { random: next })[0]?.label;
    expect(mac()).not.toBe(mac());
  });

  it.each([
    ['vif = [ | ]', 'mac=00:16:3e:01:02:04,bridge=br7'],
    ['|', 'vif with a new MAC address'],
  ])('%s: an interface with an address and a bridge in use', (line, label) => {
    const item = offered(`${HEAD}${line}`).find((one) => one.label === label);
    expect(item?.textEdit?.newText).toContain('00:16:3e:01:02:04');
    expect(item?.textEdit?.newText).toContain('br7');
  });

  it.each(['type = |', 'name = "a" # |', 'kernel = "|"'])('%s: no snippet of an interface', (line) => {
    expect(offered(`${HEAD}${line}`).filter(({ label }) => /vif|mac/.test(label))).toEqual([]);
  });
});

describe('the root device', () => {
  const disks = "disk = [ '/a,raw,xvda,rw', '/b,raw,xvdb1,rw' ]\n";
  it.each([
    ['root = "|"', ['/dev/xvda', '/dev/xvdb1']],
    ['cmdline = "quiet root=|"', ['/dev/xvda', '/dev/xvdb1']],
    ['cmdline = "quiet root=/dev/x|vdc ro"', ['/dev/xvda', '/dev/xvdb1']],
    ['extra = "root=|"', ['/dev/xvda', '/dev/xvdb1']],
    ['cmdline = "|"', []],
    ['cmdline = "root=/dev/xvda |"', []],
  ])('%s', (line, expected) => expect(labels(`${HEAD}${disks}${line}\n`)).toEqual(expected));

  it('takes the place of the device alone', () => {
    const [item] = offered(`${HEAD}${disks}cmdline = "quiet root=/dev/x|vdc ro"`);
    expect(item?.textEdit).toEqual({
      newText: '/dev/xvda',
      range: { start: { line: 2, character: 22 }, end: { line: 2, character: 31 } },
    });
  });
});

describe('comments for xlcfg', () => {
  const GUEST = `${HEAD}name = "mail"\nkernel = "/boot/vmlinuz"\n`;
  it.each([
    ['# xlcfg-|', 'xlcfg-disable-line xlcfg-disable-next-line xlcfg-disable-file'],
    ['#xlcfg-dis|', 'xlcfg-disable-line xlcfg-disable-next-line xlcfg-disable-file'],
  ])('%s', (line, expected) => expect(labels(line).join(' ')).toBe(expected));

  it.each([
    ['vpcus = 512 # xlcfg-disable-line |', 'unknown-option'],
    ['vpcus = 512 # xlcfg-disable-line unk|', 'unknown-option'],
    ['# xlcfg-disable-next-line |\nvpcus = 512', 'unknown-option'],
    ['# xlcfg-disable-file |\nmemory = 512\nvpcus = 512', 'unknown-option'],
  ])('%s: first what is found there', (text, first) => expect(labels(`${GUEST}${text}\n`)[0]).toBe(first));

  it('leaves out the codes that are listed already', () => {
    const codes = labels('vpcus = 512 # xlcfg-disable-line unknown-option, |');
    expect(codes.length).toBeGreaterThan(20);
    expect(codes).not.toContain('unknown-option');
  });

  it.each(['# |', '# see xlcfg-|', '# memory|', '#|', '# xlcfg-disable-line a b. |'])('%s: nothing', (line) =>
    expect(labels(line)).toEqual([]),
  );
});
