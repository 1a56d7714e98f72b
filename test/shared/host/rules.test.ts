/** Every rule about the host: guests and hosts in which it finds something, and some close to those in which it does not. */

import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { findHostProblems } from '@xlcfg/shared/src/host/findHostProblems.ts';
import { FILE_HOST_RULES } from '@xlcfg/shared/src/host/rules/index.ts';
import { createHostView } from '@xlcfg/shared/src/host/view.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { type HostTree, hostTree } from '../../support/hostTree.ts';
import { mark, marked } from '../../support/markers.ts';

interface Case {
  /** A setting of the guest, after its name and type. What is found is marked. */
  readonly text: string;
  readonly host: HostTree;
  readonly type?: string;
}

interface Finding extends Case {
  readonly says: RegExp;
  /** The texts after each of the fixes. */
  readonly fixed?: readonly string[];
}

const guest = (text: string, type: string): string => `name = "web1"\ntype = "${type}"\n${text}\n`;

const disk = (spec: string): string => `disk = [ '${spec}' ]`;
const vif = (spec: string): string => `vif = [ '${spec}' ]`;

const folder = { kind: 'folder' } as const;
const program = { program: '#!/bin/sh\n' } as const;

const BRIDGES: HostTree = {
  '/sys/class/net/eth0': folder,
  '/sys/class/net/br0/bridge': folder,
  '/sys/class/net/br1': { link: '../../devices/virtual/net/br1' },
  '/sys/devices/virtual/net/br1/bridge': folder,
};

const SCRIPTS: HostTree = { '/etc/xen/scripts/vif-bridge': program, '/etc/xen/scripts/block-drbd': program };

const pci = (address: string, driver?: string, more: HostTree = {}): HostTree => ({
  [`/sys/bus/pci/devices/${address}`]: { link: `../../../devices/pci/${address}` },
  [`/sys/devices/pci/${address}/class`]: '0x020000\n',
  ...(driver && { [`/sys/devices/pci/${address}/driver`]: { link: `../../../bus/pci/drivers/${driver}` } }),
  '/sys/bus/pci/drivers/pciback': folder,
  '/sys/bus/pci/drivers/e1000e': folder,
  '/sys/bus/pci/drivers/vfio-pci': folder,
  ...more,
});

const inGroup = (group: number, ...addresses: readonly string[]): HostTree =>
  Object.fromEntries(
    addresses.flatMap((address) => [
      [`/sys/devices/pci/${address}/iommu_group`, { link: `../../../kernel/iommu_groups/${group}` }],
      [
        `/sys/kernel/iommu_groups/${group}/devices/${address}`,
        { link: `../../../../devices/pci/${address}` },
      ],
    ]),
  );

const usb = (name: string, bus: number, address: number): HostTree => ({
  [`/sys/bus/usb/devices/${name}/busnum`]: `${bus}\n`,
  [`/sys/bus/usb/devices/${name}/devnum`]: `${address}\n`,
  [`/sys/bus/usb/devices/${name}:1.0/bInterfaceClass`]: '03\n',
});

/** A sector that begins so, and more. */
const image = (start: string, offset = 0): string => `${'\0'.repeat(offset)}${start}`.padEnd(40_000, '\0');

const DEV: HostTree = { '/sys/class/net/lo/mtu': '65536\n' };

const SDA: HostTree = {
  ...DEV,
  '/dev/sda': { block: '8:0' },
  '/dev/sda1': { block: '8:1' },
  '/dev/disk/by-id/ata-1': { link: '../../sda' },
  '/sys/dev/block/8:0': { link: '../../devices/sda' },
  '/sys/dev/block/8:1': { link: '../../devices/sda/sda1' },
  '/sys/devices/sda/dev': '8:0\n',
  '/sys/devices/sda/sda1/partition': '1\n',
  '/sys/devices/sda/sda1/dev': '8:1\n',
};

const UUID = '01234567-89ab-cdef-0123-456789abcdef';
const OTHER_UUID = '11111111-89ab-cdef-0123-456789abcdef';
const BOOTED = 1_700_000_000;

const running = (uuid: string, name: string, modified = (BOOTED + 60) * 1000): HostTree => ({
  '/proc/stat': `cpu 1 2 3\nbtime ${BOOTED}\n`,
  [`/var/lib/xen/userdata-d.7.${uuid}.libxl-json`]: {
    modified,
    content: `{"c_info": {"type": "hvm", "name": "${name}"}, "b_info": {}}\0`,
  },
});

const DOM0: HostTree = { '/proc/xen/capabilities': 'control_d\n' };

const CASES: Readonly<
  Record<string, { readonly fires: readonly Finding[]; readonly silent: readonly Case[] }>
> = {
  'host-missing-file': {
    fires: [
      {
        text: disk('«/srv/web1.img»,raw,xvda,rw'),
        host: { '/srv/wbe1.img': '' },
        says: /^`\/srv\/web1\.img` does not exist on this host: the guest does not start\. Did you mean `\/srv\/wbe1\.img`\?$/,
        fixed: [disk('/srv/wbe1.img,raw,xvda,rw')],
      },
      {
        // It is likely the disk of another guest.
        text: disk('«/srv/web1.img»,raw,xvda,rw'),
        host: { '/srv/web2.img': '' },
        says: /^`\/srv\/web1\.img` does not exist on this host: the guest does not start\.$/,
        fixed: [],
      },
      {
        text: disk('«/srv/web1.img»,raw,xvda,rw'),
        host: { '/srv/web1.qcow2': '', '/srv/web1.img.bak': '', '/srv/web2.img': '' },
        says: /Did you mean `\/srv\/web1\.qcow2`\?$/,
        fixed: [disk('/srv/web1.qcow2,raw,xvda,rw')],
      },
      {
        text: disk('vdev=xvda, target=«/srv/web1.img»'),
        host: { '/srv/web1.img': { link: '/mnt/web1.img' }, '/mnt': folder },
        says: /leads to `\/mnt\/web1\.img`, which does not exist on this host: the guest does not start\.$/,
      },
      {
        text: disk('«/srv/xen»,raw,xvda,rw'),
        host: { '/srv/xen/a.img': '' },
        says: /is a folder on this host/,
      },
      { text: disk('«/dev/vg/web1»,raw,xvda,rw'), host: DEV, says: /does not exist/ },
      { text: disk('«/srv/a»,raw,xvda,rw'), host: { '/srv': 'a file' }, says: /does not exist/ },
      {
        text: 'kernel = "«/boot/vmlinuz-6.1.0-20-amd64»"',
        type: 'pvh',
        host: { '/boot/vmlinuz-6.1.0-21-amd64': '' },
        says: /Did you mean `\/boot\/vmlinuz-6\.1\.0-21-amd64`\?/,
        fixed: ['kernel = "/boot/vmlinuz-6.1.0-21-amd64"'],
      },
      { text: 'ramdisk = "«/boot/initrd»"', type: 'pv', host: {}, says: /does not exist/ },
      {
        text: 'bios = "ovmf"\nbios_path_override = "«/usr/share/OVMF.fd»"',
        host: {},
        says: /does not exist/,
      },
      {
        text: 'device_model_override = "«/usr/bin/qemu»"',
        host: { '/usr/bin/qemu': '' },
        says: /is not executable .* Run chmod \+x \/usr\/bin\/qemu\.$/,
      },
      { text: 'device_model_override = "«/usr/bin/qemu»"', host: {}, says: /does not exist/ },
      {
        text: 'bootloader = "«pygrub»"',
        type: 'pv',
        host: { '/usr/lib/xen-4.17/bin/pvgrub': program, '/usr/bin/pygrub2': program },
        says: /^`pygrub` does not exist on this host/,
      },
      {
        text: 'bootloader = "«/usr/bin/pygrub»"',
        type: 'pv',
        host: { '/usr/lib/xen/bin/pygrub': program },
        says: /does not exist/,
      },
      {
        text: vif('script=«vif-brigde»,bridge=br0'),
        host: SCRIPTS,
        says: /^`\/etc\/xen\/scripts\/vif-brigde` does not exist on this host: .*Did you mean `vif-bridge`\?$/,
        fixed: [vif('script=vif-bridge,bridge=br0')],
      },
      {
        text: disk('res0,raw,xvda,rw,script=«block-iscsi»'),
        host: SCRIPTS,
        says: /block-iscsi` does not exist/,
      },
      { text: vif('script=«/srv/my-script»'), host: { '/srv/my-script': '' }, says: /is not executable/ },
    ],
    silent: [
      // Of the disk of a system that does not run, `/dev` has a few nodes, and `/run` is empty.
      { text: disk('/dev/vg/web1,raw,xvda,rw'), host: { '/dev/null': { kind: 'other' } } },
      { text: disk('/var/run/web1.img,raw,xvda,rw'), host: { '/run/x': '' } },
      { text: 'kernel = "/usr/lib/xen/boot/hvmloader"', host: {} },
      { text: disk('/srv/web1.img,raw,xvda,rw'), host: { '/srv/web1.img': '' } },
      { text: disk('/srv/web1.img,raw,xvda,rw'), host: { '/srv': { link: 'data' }, '/data/web1.img': '' } },
      { text: disk('/srv/web1.img,raw,xvda,rw'), host: { '/srv': { kind: 'unreadable' } } },
      {
        text: disk('/srv/a.img,raw,xvda,rw'),
        host: { '/srv/a.img': { link: 'b' }, '/srv/b': { link: 'a.img' } },
      },
      { text: disk('/dev/vg/web1,raw,xvda,rw'), host: { '/srv/a': '' } },
      { text: disk('images/a.img,raw,xvda,rw'), host: {} },
      { text: disk('res0,raw,xvda,rw,script=block-drbd'), host: SCRIPTS },
      { text: disk('/srv/a.img,raw,xvda,rw,backend=storage'), host: {} },
      { text: disk(',,hdc,cdrom'), host: {} },
      {
        text: disk('/net/a.img,raw,xvda,rw'),
        host: { '/proc/mounts': 'server:/x /net nfs4 rw 0 0\n', '/net': folder },
      },
      { text: disk('/a b/a.img,raw,xvda,rw'), host: { '/proc/mounts': '//s/x /a\\040b cifs rw 0 0\n' } },
      {
        text: 'bootloader = "pygrub"\nkernel = "/boot/in-the-guest"',
        type: 'pv',
        host: { '/usr/lib/xen/bin/pygrub': program },
      },
      {
        text: 'bootloader = "pygrub"',
        type: 'pv',
        host: { '/usr/lib/xen-4.11/bin/x': '', '/usr/lib/xen-4.17/bin/pygrub': program },
      },
      { text: 'bootloader = "pygrub"', type: 'pv', host: {} },
      { text: 'bootloader = "/usr/bin/pygrub"', host: {} },
      { text: 'device_model = "/usr/lib/xen/bin/qemu-dm"', host: {} },
      { text: 'kernel = "boot/vmlinuz"', type: 'pvh', host: {} },
      { text: vif('script=vif-mine'), host: {} },
      { text: 'kernel = "/boot/vmlinuz" # xlcfg-disable-line host-missing-file', type: 'pvh', host: {} },
      { text: 'kernal = "/boot/vmlinuz"', type: 'pvh', host: {} },
    ],
  },
  'host-image-format': {
    fires: [
      {
        text: disk('«/srv/a.img»,raw,xvda,rw'),
        host: { '/srv/a.img': image('QFI\xfb\0\0\0\x03') },
        says: /^`\/srv\/a\.img` is a qcow2 image, but the disk has the format `raw`: the guest sees the container instead of the disk in it\. Use the format `qcow2`\.$/,
        fixed: [disk('/srv/a.img,qcow2,xvda,rw')],
      },
      {
        text: disk('«/srv/a.img»,,xvda'),
        host: { '/srv/a.img': image('QFI\xfb\0\0\0\x01') },
        says: /is a qcow image/,
        fixed: [disk('/srv/a.img,qcow,xvda')],
      },
      {
        text: disk('«/srv/a.img»,qcow2,xvda,rw'),
        host: { '/srv/a.img': image('\xeb\x63\x90') },
        says: /is not a qcow2 image, but the disk has the format `qcow2`: the guest does not start\. Use the format `raw`\.$/,
        fixed: [disk('/srv/a.img,raw,xvda,rw')],
      },
      {
        text: disk('vdev=xvda,format=vhd,target=«/srv/a.img»'),
        host: { '/srv/a.img': image('QED\0') },
        says: /is a QED image/,
        fixed: [disk('vdev=xvda,format=qed,target=/srv/a.img')],
      },
      {
        text: disk('«/srv/a.img»,raw,xvda,rw'),
        host: { '/srv/a.img': image('conectix') },
        says: /is a VHD image/,
      },
      ...['KDMV', 'COWD', '# Disk DescriptorFile', 'vhdxfile'].map((start) => ({
        text: disk('«/srv/a.img»,raw,xvda,rw'),
        host: { '/srv/a.img': image(start) },
        says: /is a V(?:MDK|HDX) .*: the guest sees the container .* qemu-img convert -O raw\.$/,
        fixed: [],
      })),
      {
        text: disk('«/srv/a.vdi»,raw,xvda,rw'),
        host: { '/srv/a.vdi': image('\x7f\x10\xda\xbe', 0x40) },
        says: /is a VDI image/,
      },
      {
        text: disk('«/srv/d.iso»,raw,xvda,rw'),
        host: { '/srv/d.iso': image('CD001', 32_769) },
        says: /is an ISO 9660 image, but the guest gets it as a hard disk that it may write to\. Use `ro` and `cdrom`\.$/,
      },
      {
        text: disk('«/srv/d.iso»,qcow2,hdc,ro,cdrom'),
        host: { '/srv/d.iso': image('CD001', 32_769) },
        says: /is an ISO 9660 image, but the disk has the format `qcow2`/,
      },
      {
        text: disk('«/srv/a.img»,raw,xvda,rw'),
        host: { '/srv/a.img': { link: '/data/a' }, '/data/a': image('QFI\xfb\0\0\0\x03') },
        says: /is a qcow2 image/,
      },
    ],
    silent: [
      { text: disk('/srv/a.img,qcow2,xvda,rw'), host: { '/srv/a.img': image('QFI\xfb\0\0\0\x03') } },
      { text: disk('/srv/a.img,raw,xvda,rw'), host: { '/srv/a.img': image('\xeb\x63\x90') } },
      { text: disk('/srv/a.img,raw,xvda,rw'), host: { '/srv/a.img': image('') } },
      { text: disk('/srv/a.img,raw,xvda,rw'), host: { '/srv/a.img': 'QFI\xfb' } },
      { text: disk('/srv/d.iso,raw,hdc,ro,cdrom'), host: { '/srv/d.iso': image('CD001', 32_769) } },
      { text: disk('/srv/d.iso,raw,xvdb,ro'), host: { '/srv/d.iso': image('CD001', 32_769) } },
      {
        text: disk('/srv/a.vhd,vhd,xvda,rw'),
        host: { '/srv/a.vhd': `${'\0'.repeat(1024)}${'conectix'.padEnd(512)}` },
      },
      {
        text: disk('/srv/a.vhd,raw,xvda,rw'),
        host: { '/srv/a.vhd': `${'\0'.repeat(1024)}${'conectix'.padEnd(512)}` },
      },
      { text: disk('/dev/vg/a,raw,xvda,rw'), host: { '/dev/vg/a': { block: '253:0' } } },
      { text: disk('/srv/pipe,qcow2,xvda,rw'), host: { '/srv/pipe': { kind: 'other' } } },
      { text: disk('/proc/kmsg,qcow2,xvda,rw'), host: { '/proc/self': folder, '/proc/kmsg': image('a') } },
      {
        text: disk('/srv/a.img,raw,xvda,rw,script=block-x'),
        host: { '/srv/a.img': image('QFI\xfb\0\0\0\x03') },
      },
    ],
  },
  'host-missing-bridge': {
    fires: [
      {
        text: vif('bridge=«xenbr0»'),
        host: BRIDGES,
        says: /^`xenbr0` does not exist on this host: the guest does not start\. Bridges of this host: `br0` and `br1`\.$/,
        fixed: [vif('bridge=br0'), vif('bridge=br1')],
      },
      {
        text: vif('bridge=«eth0»'),
        host: BRIDGES,
        says: /^`eth0` is an interface of this host, but not a bridge/,
        fixed: [vif('bridge=br0'), vif('bridge=br1')],
      },
      {
        text: vif('bridge=«xenbr0»'),
        host: { '/sys/class/net/lo': folder },
        says: /This host has no bridge\.$/,
        fixed: [],
      },
      {
        text: vif('script=vif-bridge,bridge=«ovs0»'),
        host: { ...BRIDGES, ...SCRIPTS, '/sys/module/openvswitch': folder },
        says: /does not exist/,
      },
      {
        text: vif('bridge=«xenbr0»'),
        host: { ...BRIDGES, '/etc/xen/xl.conf': 'vif.default.script="vif-bridge"\n' },
        says: /does not exist/,
      },
    ],
    silent: [
      { text: vif('bridge=br1'), host: BRIDGES },
      { text: vif('bridge=xenbr0'), host: { '/sys/class/net/eth0/bridge': folder } },
      { text: vif('bridge=ovs0'), host: { ...BRIDGES, '/sys/module/openvswitch': folder } },
      {
        text: vif('script=vif-openvswitch,bridge=ovs0'),
        host: { ...BRIDGES, '/etc/xen/scripts/vif-openvswitch': program },
      },
      {
        text: vif('bridge=ovs0'),
        host: { ...BRIDGES, '/etc/xen/xl.conf': '# vif\nvif.default.script = "vif-openvswitch"\n' },
      },
      { text: vif('bridge=br7,backend=net'), host: BRIDGES },
      { text: vif('bridge=xenbr0'), host: { '/srv/a': '' } },
      { text: vif('bridge=../../etc'), host: BRIDGES },
    ],
  },
  'host-missing-device': {
    fires: [
      {
        text: "pci = [ '«03:00.1»' ]",
        host: pci('0000:03:00.0', 'pciback'),
        says: /^This host has no PCI device `0000:03:00\.1`: the guest does not start\. lspci -D lists its devices\.$/,
      },
      {
        text: "pci = [ '«04:00.*»' ]",
        host: pci('0000:03:00.0', 'pciback'),
        says: /no PCI device `0000:04:00\.\*`/,
      },
      {
        text: "usbdev = [ '«hostbus=1,hostaddr=3»' ]",
        host: usb('1-1', 1, 4),
        says: /^This host has no USB device 3 on bus 1: the guest does not start\. lsusb lists its devices\.$/,
      },
    ],
    silent: [
      { text: "pci = [ '03:00.0' ]", host: pci('0000:03:00.0', 'pciback') },
      { text: "pci = [ '03:00.*' ]", host: pci('0000:03:00.0', 'pciback') },
      { text: "pci = [ '03:00.0' ]", host: {} },
      { text: "pci = [ 'name=nic' ]", host: pci('0000:03:00.0', 'pciback') },
      { text: "usbdev = [ 'hostbus=1,hostaddr=4' ]", host: usb('1-1', 1, 4) },
      { text: "usbdev = [ 'hostbus=1,hostaddr=4' ]", host: {} },
    ],
  },
  'host-pci-driver': {
    fires: [
      {
        text: "pci = [ '«03:00.0»' ]",
        host: pci('0000:03:00.0', 'e1000e'),
        says: /^`0000:03:00\.0` is used by the driver `e1000e` on this host instead of pciback: .* Run xl pci-assignable-add 0000:03:00\.0, or add seize=1\.$/,
      },
      { text: "pci = [ '«03:00.0»' ]", host: pci('0000:03:00.0'), says: /has no driver/ },
    ],
    silent: [
      { text: "pci = [ '03:00.0' ]", host: pci('0000:03:00.0', 'pciback') },
      { text: "pci = [ '03:00.0' ]", host: pci('0000:03:00.0', 'vfio-pci') },
      { text: "pci = [ '03:00.0,seize=1' ]", host: pci('0000:03:00.0', 'e1000e') },
      { text: "pci_seize = 1\npci = [ '03:00.0' ]", host: pci('0000:03:00.0', 'e1000e') },
      { text: "pci = [ '03:00.0' ]", host: {} },
    ],
  },
  'host-iommu-group': {
    fires: [
      {
        text: "pci = [ '«03:00.0»' ]",
        host: {
          ...pci('0000:03:00.0', 'pciback'),
          ...pci('0000:03:00.1', 'e1000e'),
          ...inGroup(12, '0000:03:00.0', '0000:03:00.1'),
        },
        says: /^`0000:03:00\.0` is in IOMMU group 12 with `0000:03:00\.1`, which dom0 uses/,
      },
    ],
    silent: [
      {
        text: "pci = [ '03:00.0', '03:00.1' ]",
        host: {
          ...pci('0000:03:00.0', 'pciback'),
          ...pci('0000:03:00.1', 'pciback'),
          ...inGroup(12, '0000:03:00.0', '0000:03:00.1'),
        },
      },
      {
        text: "pci = [ '03:00.0' ]",
        host: {
          ...pci('0000:03:00.0', 'pciback'),
          ...pci('0000:00:01.0', 'e1000e', { '/sys/devices/pci/0000:00:01.0/class': '0x060400\n' }),
          ...inGroup(12, '0000:03:00.0', '0000:00:01.0'),
        },
      },
      { text: "pci = [ '03:00.0' ]", host: pci('0000:03:00.0', 'pciback') },
    ],
  },
  'host-disk-in-use': {
    fires: [
      {
        text: disk('«/dev/sda1»,raw,xvda,rw'),
        host: { ...SDA, '/proc/mounts': '/dev/sda1 / ext4 rw,noatime 0 0\n' },
        says: /^`\/dev\/sda1` is mounted on `\/` of this host: xl create rejects the disk, or both destroy each other's data\./,
      },
      {
        text: disk('«/dev/sda»,raw,xvda,rw'),
        host: { ...SDA, '/proc/mounts': '/dev/sda1 /srv\\040x ext4 ro 0 0\n' },
        says: /is mounted on `\/srv x`/,
      },
      {
        text: disk('«/dev/disk/by-id/ata-1»,raw,xvda,ro'),
        host: { ...SDA, '/proc/mounts': '/dev/sda /srv ext4 rw 0 0\n' },
        says: /is mounted/,
      },
      {
        text: disk('«/dev/sda1»,raw,xvda,rw'),
        host: {
          ...SDA,
          '/sys/devices/sda/sda1/holders/dm-0': { link: '../../../dm-0' },
          '/sys/block/dm-0/dm/name': 'vg-root\n',
        },
        says: /is a part of `\/dev\/mapper\/vg-root` on this host/,
      },
      {
        text: disk('«/dev/sda»,raw,xvda,rw'),
        host: { ...SDA, '/sys/devices/sda/sda1/holders/md0': folder },
        says: /is a part of `\/dev\/md0`/,
      },
      {
        text: disk('«/srv/a.img»,raw,xvda,rw'),
        host: {
          '/srv/a.img': '',
          '/proc/mounts': '/dev/loop0 /mnt ext4 rw 0 0\n',
          '/dev/loop0': { block: '7:0' },
          '/sys/block/loop0/dev': '7:0\n',
          '/sys/block/loop0/loop/backing_file': '/srv/a.img\n',
        },
        says: /^`\/srv\/a\.img` is mounted on `\/mnt`/,
      },
    ],
    silent: [
      { text: disk('/dev/sda1,raw,xvda,rw'), host: { ...SDA, '/proc/mounts': '/dev/sdb1 / ext4 rw 0 0\n' } },
      { text: disk('/dev/sda1,raw,xvda,ro'), host: { ...SDA, '/proc/mounts': '/dev/sda1 / ext4 ro 0 0\n' } },
      { text: disk('/dev/sda1,raw,xvda,rw'), host: SDA },
      {
        text: disk('/srv/a.img,raw,xvda,rw'),
        host: {
          '/srv/a.img': '',
          '/sys/block/loop0/dev': '7:0\n',
          '/sys/block/loop0/loop/backing_file': '/srv/a.img\n',
        },
      },
    ],
  },
  'host-name-in-use': {
    fires: [
      {
        text: `uuid = "${UUID}"\nname = "«web1»"`,
        host: running(OTHER_UUID, 'web1'),
        says: /^Another guest `web1` runs on this host, as domain 7 with the UUID 11111111-/,
      },
    ],
    silent: [
      { text: `uuid = "${UUID.toUpperCase()}"`, host: running(UUID, 'web1') },
      { text: '', host: running(OTHER_UUID, 'web1') },
      { text: `uuid = "${UUID}"`, host: running(OTHER_UUID, 'web2') },
      { text: `uuid = "${UUID}"`, host: running(OTHER_UUID, 'web1', (BOOTED - 60) * 1000) },
    ],
  },
  'host-memory': {
    fires: [
      {
        text: 'memory = «4096»',
        host: { '/proc/meminfo': 'MemTotal:        2097152 kB\nMemFree: 1 kB\n' },
        says: /^The guest may have 4096 MiB of memory, and this host has 2048 MiB\./,
      },
      {
        text: 'memory = 512\nmaxmem = «4096»',
        host: { '/proc/meminfo': 'MemTotal:        2097152 kB\n' },
        says: /4096/,
      },
    ],
    silent: [
      { text: 'memory = 2048', host: { '/proc/meminfo': 'MemTotal:        2097152 kB\n' } },
      { text: 'memory = 4096', host: { ...DOM0, '/proc/meminfo': 'MemTotal:        2097152 kB\n' } },
      { text: 'memory = 4096', host: {} },
    ],
  },
  'host-vcpus': {
    fires: [
      {
        text: 'vcpus = «4»',
        host: { '/proc/cpuinfo': 'processor\t: 0\nmodel : x\n\nprocessor\t: 1\n' },
        says: /^The guest has up to 4 vCPUs, and this host 2 CPUs/,
      },
      {
        text: 'vcpus = 1\nmaxvcpus = «2»',
        host: {
          ...DOM0,
          '/proc/cpuinfo': 'processor\t: 0\n',
          '/sys/devices/system/xen_cpu/xen_cpu0/online': '1',
          '/sys/devices/system/xen_cpu/uevent': '',
        },
        says: /this host 1 CPU:/,
      },
    ],
    silent: [
      { text: 'vcpus = 2', host: { '/proc/cpuinfo': 'processor\t: 0\nprocessor\t: 1\n' } },
      { text: 'vcpus = 8', host: { ...DOM0, '/proc/cpuinfo': 'processor\t: 0\n' } },
      { text: 'vcpus = 8', host: {} },
    ],
  },
};

const problemsIn = async (source: string, host: HostTree) => {
  const document = open(source);
  const { problems, isComplete } = await findHostProblems(createHostView(hostTree(host)), document);
  expect(isComplete).toBe(true);
  return problems;
};

it('every rule has cases', () => {
  expect(Object.keys(CASES)).toEqual(FILE_HOST_RULES.map(({ code }) => code));
});

describe.each(Object.entries(CASES))('%s', (code, { fires, silent }) => {
  const rule = FILE_HOST_RULES.find((one) => one.code === code);

  it.each(fires)('finds $text', async ({ text: source, host, type = 'hvm', says, fixed }) => {
    const { text } = marked(guest(source, type));
    const found = (await problemsIn(text, host)).filter((problem) => problem.code === code);
    expect(
      mark(
        text,
        found.map(({ span }) => span),
      ),
    ).toBe(guest(source, type));
    for (const { message, severity } of found) {
      expect(message).toMatch(says);
      expect(severity).toBe(rule?.severity);
    }
    if (fixed === undefined) return;
    const after = found.flatMap(({ fixes = [] }) => fixes.map(({ edits }) => applyEdits(text, edits)));
    expect(after).toEqual(fixed.map((one) => guest(one, type)));
  });

  it.each(silent)('is silent about $text', async ({ text, host, type = 'hvm' }) => {
    const found = await problemsIn(guest(text, type), host);
    expect(found.filter((problem) => problem.code === code)).toEqual([]);
  });
});
