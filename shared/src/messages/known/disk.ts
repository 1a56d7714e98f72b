/** What libxlutil and libxl say of disks. Facts: libxlu_disk.c, libxlu_disk_l.l, libxl_disk.c, libxl_device.c, libxl_dm.c. */

import { consequence, ruled, unruled, type XlMessage } from '../message.ts';

const SPEC = 'config parsing error in disk specification: ';

const disk = (reason: string, rules: string): XlMessage =>
  ruled(`${SPEC}${reason}: near \`{text}' in \`{string}'`, rules, { option: 'disk' });

const wholeDisk = (reason: string, rules: string): XlMessage =>
  ruled(`${SPEC}${reason} in \`{string}'`, rules, { option: 'disk' });

export const DISK_SPEC_MESSAGES: readonly XlMessage[] = [
  disk('{parameter} respecified', 'disk-repeated-parameter'),
  disk('bad disk syntax', 'disk-bad-syntax disk-unknown-parameter'),
  disk('too many positional parameters', 'disk-too-many-fields'),
  disk('unknown deprecated disk prefix', 'disk-unknown-prefix disk-unknown-parameter'),
  disk('unknown deprecated type', 'disk-bad-devtype'),
  disk('unknown parameter', 'disk-unknown-parameter'),
  disk('unknown value for access', 'disk-bad-access'),
  disk('unknown value for backendtype', 'disk-bad-value'),
  disk('unknown value for colo_port', 'disk-bad-value'),
  disk('unknown value for format', 'disk-bad-format disk-upper-case-prefix'),
  disk('unknown value for specification', 'disk-bad-value'),
  disk('unknown value for type', 'disk-bad-devtype'),
  disk('unable to format script', 'disk-bad-value'),
  wholeDisk('no target specified (and device not removable)', 'disk-missing-target'),
  wholeDisk('no vdev specified', 'disk-missing-vdev'),
];

export const DISK_MESSAGES: readonly XlMessage[] = [
  ruled('Invalid or unsupported virtual disk identifier {vdev}', 'vdev-unknown', {
    means: 'libxl does not know the vdev of a disk. Write `xvda`, `hda`, `sda` and so on.',
    option: 'disk',
  }),
  ruled('no suitable backend for disk {vdev}', 'vdev-no-backend', {
    means:
      'No backend can serve this disk: the `backendtype` does not fit the format, or the target is missing on the host. Check that the target exists, and remove `backendtype`.',
    option: 'disk',
  }),
  ruled('Disk vdev={vdev} is empty but an image has been provided: {target}', 'vdev-empty', {
    option: 'disk',
  }),
  ruled('Disk vdev={vdev} is empty but not cdrom', 'vdev-empty', { option: 'disk' }),
  ruled('Disk vdev={vdev} failed to stat: {target}', 'vdev-empty', {
    means: 'The target of the disk does not exist on the host, or is empty. Check the path.',
    option: 'disk',
  }),
  ruled('Backend for CD devices on HVM guests must be Qdisk', 'vdev-no-backend', {
    means: 'Remove `backendtype` from the CD-ROM drive.',
    option: 'disk',
  }),
  ruled('Backend for CD devices on HVM guests must be Qdisk or Phy', 'vdev-no-backend', {
    means: 'Remove `backendtype` from the CD-ROM drive.',
    option: 'disk',
  }),
  ruled("qemu-xen doesn't support read-only IDE disk drivers", 'disk-read-only-hvm', { option: 'disk' }),
  ruled("qemu-xen doesn't support read-only AHCI disk drivers", 'disk-read-only-hvm', { option: 'disk' }),
  ...(['an emulated', 'anemulated'] as const).flatMap((words) => [
    unruled(
      `No way to get local access disk to image: {target}\nDisk will be available via PV drivers but not as ${words} disk.`,
      'QEMU cannot open the disk, such as one with a `backend` in another domain: the guest cannot boot from it without PV drivers.',
      'disk',
    ),
    unruled(
      `Unable to determine disk image format: {target}\nDisk will be available via PV drivers but not as ${words} disk.`,
      'libxl does not know the format of the image: the guest cannot boot from it without PV drivers. Write the format, such as `format=raw`.',
      'disk',
    ),
  ]),
  unruled(
    'Emulated CDROM can be only one of the first 4 disks.\nDisk {vdev} will be available via PV drivers but not as an emulated disk.',
    'The guest has no such drive without PV drivers. Write one of `hda` to `hdd`.',
    'disk',
  ),
  unruled(
    'Only 4 emulated IDE disks are supported.\nDisk {vdev} will be available via PV drivers but not as an emulated disk.',
    'The guest cannot boot from this disk. Boot from one of `hda` to `hdd`, or `xvda` to `xvdd`.',
    'disk',
  ),
  unruled(
    'Emulation of only first {number} disks is supported with qemu-xen in stubdomain.\nDisk {number} will be available via PV drivers but not as an emulated disk.',
    'The guest cannot boot from this disk. Put the disk to boot from first.',
    'disk',
  ),
  unruled(
    'Cannot support empty disk format for {vdev}',
    'The drive is empty and not a CD-ROM drive, so QEMU leaves it out. Add `cdrom`, or a target.',
    'disk',
  ),
  unruled(
    'unable to determine disk number for {vdev}',
    'libxl does not know the vdev and leaves the disk out of QEMU. Write `xvda`, `hda`, `sda` and so on.',
    'disk',
  ),
  unruled(
    'blktap is not supported',
    'libxl 4.14 and 4.17 are built without blktap. Remove `backendtype=tap`.',
    'disk',
  ),
  unruled(
    "Hotplug isn't supported for specification virtio",
    'A disk with `specification=virtio` must be in the file when the guest is created.',
    'disk',
  ),
  unruled(
    'Only transport mmio is expected for specification virtio',
    'A virtio disk has `transport=mmio` or no `transport`.',
    'disk',
  ),
  unruled(
    'Transport is only supported for specification virtio',
    'Remove `transport`, or add `specification=virtio`.',
    'disk',
  ),
  unruled('Unsupported transport for specification virtio', 'Remove `transport`.', 'disk'),
  unruled(
    'device already exists in xenstore',
    'Two devices of the guest have the same place: two disks with one vdev, such as `hda` and `xvda`, or two NICs with one `devid`.',
  ),
  unruled(
    'failed to attach local disk for bootloader execution',
    'dom0 cannot open the disk that the bootloader must read. Check the target of the first disk.',
    'disk',
  ),
  consequence(
    'Unable to set disk defaults for disk {number}',
    'The disk with this number, counted from 0, has the error of the line before.',
  ),
  consequence('unable to add disk devices', 'A disk could not be added; the line before says why.'),
];
