/** Words of which texts are generated: what people write, and what is just off it. */

export const VDEVS = [
  'xvda',
  'xvdb',
  'xvda1',
  'xvdaa',
  'hda',
  'hdb',
  'hdc',
  'hdd1',
  'sda',
  'sdp15',
  'd0',
  'd0p0',
  'd26p3',
  '51712',
  'foo',
  'xvd',
  'ioemu:hda',
] as const;

export const TARGETS = [
  '/dev/vg0/web-disk',
  '/dev/sdb',
  '/dev/disk/by-path/pci-0000:00:1f.2-ata-1',
  '/srv/xen/web.img',
  '/srv/xen/a b.img',
  '/var/lib/xen/images/win.qcow2',
  '/iso/debian-12.iso',
  'rbd:pool/image',
  'iqn.2001-05.com.example:0-8a0906',
  'web.img',
  '/',
  '',
  '/é/ü.img',
  'a=b',
] as const;

export const FORMATS = ['raw', 'qcow', 'qcow2', 'vhd', 'vhdx', 'qed', 'empty', 'RAW', 'vmdk', ''] as const;

export const ACCESSES = ['r', 'w', 'ro', 'rw', 'w!', 'W', 'rr', 'R', ''] as const;

export const PREFIXES = [
  'phy:',
  'file:',
  'tap:',
  'tap2:',
  'tap:aio:',
  'tap2:tapdisk:aio:',
  'tapdisk:',
  'aio:',
  'ioemu:',
  'raw:',
  'qcow:',
  'qcow2:',
  'vhd:',
  'iscsi:',
  'nbd:',
  'enbd:',
  'drbd:',
  'drbd8:',
  'npiv:',
  'http://',
  'PHY:',
  'phy: ',
  'phy',
  ':',
] as const;

/** The values that a parameter is given, right ones and wrong ones. */
export const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  target: TARGETS,
  vdev: VDEVS,
  format: FORMATS,
  access: ACCESSES,
  devtype: ['disk', 'cdrom', 'floppy', ''],
  script: ['block-iscsi', 'block-drbd', '/etc/xen/scripts/block', ''],
  backend: ['Domain-0', 'storage', '0', '7', ''],
  backendtype: ['phy', 'qdisk', 'tap', 'standalone', 'qemu', 'PHY', ''],
  specification: ['xen', 'virtio', 'virtio-blk', ''],
  'colo-host': ['10.0.0.2', ''],
  'colo-port': ['9000', '0', ' 7', '12x', 'x', '', '99999999999'],
  'colo-export': ['exp', ''],
  'active-disk': ['/a.img', ''],
  'hidden-disk': ['/h.img', ''],
  grant_usage: ['0', '1'],
  discard: ['on', ''],
  foo: ['bar', ''],
  Target: ['/x'],
  'v-dev': ['xvda'],
};

export const FLAGS = [
  'cdrom',
  'discard',
  'no-discard',
  'direct-io-safe',
  'colo',
  'no-colo',
  'trusted',
  'untrusted',
  'Cdrom',
  'sparse',
] as const;
