/** What libxlutil and libxl say of disks. Facts: libxlu_disk.c, libxlu_disk_l.l, libxl_disk.c, libxl_device.c, libxl_dm.c. */

import { consequences, messages, messagesByOption, type XlMessage } from '../message.ts';

const SPEC = 'config parsing error in disk specification: ';

/** Messages about a disk spec: the rules that find the cause, by the reason that is printed. */
const inSpec = (rulesByReason: Readonly<Record<string, string>>, place: string): readonly XlMessage[] =>
  Object.entries(rulesByReason).flatMap(([reason, rules]) =>
    messages({ [`${SPEC}${reason}${place}`]: [rules] }, 'disk'),
  );

export const DISK_SPEC_MESSAGES: readonly XlMessage[] = [
  ...inSpec(
    {
      '{parameter} respecified': 'disk-repeated-parameter',
      'bad disk syntax': 'disk-bad-syntax disk-unknown-parameter',
      'too many positional parameters': 'disk-too-many-fields',
      'unknown deprecated disk prefix': 'disk-unknown-prefix disk-unknown-parameter',
      'unknown deprecated type': 'disk-bad-devtype',
      'unknown parameter': 'disk-unknown-parameter',
      'unknown value for access': 'disk-bad-access',
      'unknown value for backendtype': 'disk-bad-value',
      'unknown value for colo_port': 'disk-bad-value',
      'unknown value for format': 'disk-bad-format disk-upper-case-prefix',
      'unknown value for specification': 'disk-bad-value',
      'unknown value for type': 'disk-bad-devtype',
      'unable to format script': 'disk-bad-value',
    },
    ": near `{text}' in `{string}'",
  ),
  ...inSpec(
    {
      'no target specified (and device not removable)': 'disk-missing-target',
      'no vdev specified': 'disk-missing-vdev',
    },
    " in `{string}'",
  ),
];

export const DISK_MESSAGES: readonly XlMessage[] = [
  ...messages({
    'device already exists in xenstore':
      'Two devices of the guest have the same place: two disks with one vdev, such as `hda` and `xvda`, or two NICs with one `devid`.',
  }),
  ...messagesByOption({
    disk: {
      'Invalid or unsupported virtual disk identifier {vdev}': [
        'vdev-unknown',
        'libxl does not know the vdev of a disk. Write `xvda`, `hda`, `sda` and so on.',
      ],
      'no suitable backend for disk {vdev}': [
        'vdev-no-backend',
        'No backend can serve this disk: the `backendtype` does not fit the format, or the target is missing on the host. Check that the target exists, and remove `backendtype`.',
      ],
      'Disk vdev={vdev} is empty but an image has been provided: {target}': ['vdev-empty'],
      'Disk vdev={vdev} is empty but not cdrom': ['vdev-empty'],
      'Disk vdev={vdev} failed to stat: {target}': [
        'vdev-empty',
        'The target of the disk does not exist on the host, or is empty. Check the path.',
      ],
      'Backend for CD devices on HVM guests must be Qdisk': [
        'vdev-no-backend',
        'Remove `backendtype` from the CD-ROM drive.',
      ],
      'Backend for CD devices on HVM guests must be Qdisk or Phy': [
        'vdev-no-backend',
        'Remove `backendtype` from the CD-ROM drive.',
      ],
      "qemu-xen doesn't support read-only IDE disk drivers": ['disk-read-only-hvm'],
      "qemu-xen doesn't support read-only AHCI disk drivers": ['disk-read-only-hvm'],
      'Emulated CDROM can be only one of the first 4 disks.\nDisk {vdev} will be available via PV drivers but not as an emulated disk.':
        'The guest has no such drive without PV drivers. Write one of `hda` to `hdd`.',
      'Only 4 emulated IDE disks are supported.\nDisk {vdev} will be available via PV drivers but not as an emulated disk.':
        'The guest cannot boot from this disk. Boot from one of `hda` to `hdd`, or `xvda` to `xvdd`.',
      'Emulation of only first {number} disks is supported with qemu-xen in stubdomain.\nDisk {number} will be available via PV drivers but not as an emulated disk.':
        'The guest cannot boot from this disk. Put the disk to boot from first.',
      'Cannot support empty disk format for {vdev}':
        'The drive is empty and not a CD-ROM drive, so QEMU leaves it out. Add `cdrom`, or a target.',
      'unable to determine disk number for {vdev}':
        'libxl does not know the vdev and leaves the disk out of QEMU. Write `xvda`, `hda`, `sda` and so on.',
      'blktap is not supported': 'libxl 4.14 and 4.17 are built without blktap. Remove `backendtype=tap`.',
      "Hotplug isn't supported for specification virtio":
        'A disk with `specification=virtio` must be in the file when the guest is created.',
      'Only transport mmio is expected for specification virtio':
        'A virtio disk has `transport=mmio` or no `transport`.',
      'Transport is only supported for specification virtio':
        'Remove `transport`, or add `specification=virtio`.',
      'Unsupported transport for specification virtio': 'Remove `transport`.',
      'failed to attach local disk for bootloader execution':
        'dom0 cannot open the disk that the bootloader must read. Check the target of the first disk.',
    },
  }),
  ...(['an emulated', 'anemulated'] as const).flatMap((words) =>
    messages(
      {
        [`No way to get local access disk to image: {target}\nDisk will be available via PV drivers but not as ${words} disk.`]:
          'QEMU cannot open the disk, such as one with a `backend` in another domain: the guest cannot boot from it without PV drivers.',
        [`Unable to determine disk image format: {target}\nDisk will be available via PV drivers but not as ${words} disk.`]:
          'libxl does not know the format of the image: the guest cannot boot from it without PV drivers. Write the format, such as `format=raw`.',
      },
      'disk',
    ),
  ),
  ...consequences({
    'Unable to set disk defaults for disk {number}':
      'The disk with this number, counted from 0, has the error of the line before.',
    'unable to add disk devices': 'A disk could not be added; the line before says why.',
  }),
];
