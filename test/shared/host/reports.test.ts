/** What people have reported as failures of xl, with files that are right and a host that lacks what they name. */

import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { findHostProblems } from '@xlcfg/shared/src/host/findHostProblems.ts';
import { createHostView } from '@xlcfg/shared/src/host/view.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { type HostTree, hostTree } from '../../support/hostTree.ts';

interface Report {
  readonly what: string;
  readonly file: string;
  readonly host: HostTree;
  /** Each finding: its code, and what the message has in it. */
  readonly found: readonly (readonly [code: string, says: RegExp])[];
  /** The last line of the file after the first fix. */
  readonly fixed?: string;
}

const folder = { kind: 'folder' } as const;
const program = { program: '#!/bin/sh\n' } as const;

/** What every dom0 has. */
const DOM0: HostTree = {
  '/proc/xen/capabilities': 'control_d\n',
  '/proc/mounts': '/dev/sda1 / ext4 rw 0 0\n',
  '/sys/class/mem/null/dev': '1:3\n',
  '/dev/sda1': { block: '8:1' },
  '/sys/class/net/lo': folder,
  '/sys/class/net/eth0': folder,
  '/etc/xen/scripts/vif-bridge': program,
  '/etc/xen/scripts/block': program,
  '/usr/lib/xen/bin/pygrub': program,
};

const HVM = 'name = "win7"\nbuilder = "hvm"\nmemory = 4096\n';
const PV = 'name = "web1"\ntype = "pv"\nmemory = 512\n';

const REPORTS: readonly Report[] = [
  {
    what: 'Disk vdev=xvda failed to stat: the volume was created under another name',
    file: `${PV}bootloader = "pygrub"\ndisk = [ 'phy:/dev/vg0/web1-disk,xvda,w' ]`,
    host: { ...DOM0, '/dev/vg0/web1-disk1': { link: '../dm-0' }, '/dev/dm-0': { block: '253:0' } },
    found: [
      [
        'host-missing-file',
        /^`\/dev\/vg0\/web1-disk` does not exist .* Did you mean `\/dev\/vg0\/web1-disk1`\?/,
      ],
    ],
    fixed: "disk = [ 'phy:/dev/vg0/web1-disk1,xvda,w' ]",
  },
  {
    what: 'Disk vdev=hda failed to stat: the image was made in another format',
    file: `${HVM}disk = [ 'file:/var/lib/xen/images/win7.img,hda,w' ]`,
    host: { ...DOM0, '/var/lib/xen/images/win7.qcow2': 'QFI\xfb'.padEnd(1024, '\0') },
    found: [['host-missing-file', /Did you mean `\/var\/lib\/xen\/images\/win7\.qcow2`\?/]],
    fixed: "disk = [ 'file:/var/lib/xen/images/win7.qcow2,hda,w' ]",
  },
  {
    what: 'the installation CD is gone',
    file: `${HVM}disk = [ '/dev/sdb,raw,hda,rw', '/iso/debian-12.1.0.iso,raw,hdc,ro,cdrom' ]`,
    host: { ...DOM0, '/dev/sdb': { block: '8:16' }, '/iso/debian-12.4.0.iso': '' },
    found: [['host-missing-file', /Did you mean `\/iso\/debian-12\.4\.0\.iso`\?/]],
    fixed: "disk = [ '/dev/sdb,raw,hda,rw', '/iso/debian-12.4.0.iso,raw,hdc,ro,cdrom' ]",
  },
  {
    what: 'Could not find bridge device xenbr0',
    file: `${HVM}vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0' ]`,
    host: { ...DOM0, '/sys/class/net/br0/bridge': folder },
    found: [['host-missing-bridge', /^`xenbr0` does not exist .* Bridges of this host: `br0`\./]],
    fixed: "vif = [ 'mac=00:16:3e:00:00:01,bridge=br0' ]",
  },
  {
    what: 'a network card in place of a bridge',
    file: `${HVM}vif = [ 'bridge=eth0' ]`,
    host: { ...DOM0, '/sys/class/net/virbr0/bridge': folder },
    found: [['host-missing-bridge', /^`eth0` is an interface of this host, but not a bridge/]],
    fixed: "vif = [ 'bridge=virbr0' ]",
  },
  {
    what: 'an upgrade of dom0 has removed kernel and ramdisk',
    file: `${PV}ramdisk = "/boot/initrd.img-5.10.0-8-amd64"\nkernel = "/boot/vmlinuz-5.10.0-8-amd64"`,
    host: { ...DOM0, '/boot/vmlinuz-5.10.0-9-amd64': '', '/boot/initrd.img-5.10.0-9-amd64': '' },
    found: [
      ['host-missing-file', /Did you mean `\/boot\/initrd\.img-5\.10\.0-9-amd64`\?/],
      ['host-missing-file', /Did you mean `\/boot\/vmlinuz-5\.10\.0-9-amd64`\?/],
    ],
  },
  {
    what: 'failed to exec bootloader: the folder belongs to an older Xen',
    file: `${PV}disk = [ '/dev/sdb,raw,xvda,rw' ]\nbootloader = "/usr/lib/xen-4.4/bin/pygrub"`,
    host: { ...DOM0, '/dev/sdb': { block: '8:16' } },
    found: [
      [
        'host-missing-file',
        /^`\/usr\/lib\/xen-4\.4\/bin\/pygrub` does not exist on this host: the guest does not start\./,
      ],
    ],
  },
  {
    what: 'a hotplug script of a package that is not installed',
    file: `${HVM}vif = [ 'script=vif-openvswitch,bridge=ovsbr0' ]`,
    host: DOM0,
    found: [['host-missing-file', /^`\/etc\/xen\/scripts\/vif-openvswitch` does not exist/]],
  },
  {
    what: 'a block script that was copied without its mode',
    file: `${HVM}disk = [ 'vdev=hda,script=block-iscsi,target=portal=192.0.2.1' ]`,
    host: { ...DOM0, '/etc/xen/scripts/block-iscsi': '#!/bin/sh\n' },
    found: [
      [
        'host-missing-file',
        /block-iscsi` is not executable on this host: .* Run chmod \+x \/etc\/xen\/scripts\/block-iscsi\.$/,
      ],
    ],
  },
];

describe.each(REPORTS)('$what', ({ file, host, found, fixed }) => {
  const text = `${file}\n`;

  it('is told, and how to cure it', async () => {
    const document = open(text, { xenVersion: '4.17' });
    const { problems } = await findHostProblems(createHostView(hostTree(host)), document);
    expect(problems.map(({ code }) => code)).toEqual(found.map(([code]) => code));
    for (const [index, { message }] of problems.entries()) expect(message).toMatch(found[index]?.[1] ?? /^$/);
    if (fixed === undefined) return;
    const edits = problems[0]?.fixes?.[0]?.edits ?? [];
    expect(applyEdits(text, edits).trimEnd().split('\n').at(-1)).toBe(fixed);
  });
});
