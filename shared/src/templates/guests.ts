/**
 * The templates. xl accepts each of them before any tab stop is filled in. A MAC address is new for each guest: without one,
 * xl generates another at each start, and the guest sees a new NIC each time.
 */
import type { GuestType } from '../schema/types.ts';
import { choice, placeholder } from '../snippet.ts';
import type { GuestIdentity, Template, TemplateLine } from './template.ts';

/** Formats for a new image or volume. */
const FORMATS = ['raw', 'qcow2', 'vhd'];

const nameLine = (name: string): string => `name = "${placeholder(1, name)}"`;

/** Before 4.10, `builder` sets the type. */
const typeLines = (type: GuestType): readonly TemplateLine[] => [
  { since: '4.10', text: `type = "${type}"` },
  { since: '4.1', last: '4.9', text: `builder = "${type === 'hvm' ? 'hvm' : 'generic'}"` },
];

/** The lines for a kernel of dom0, with tab stops 2 to 4. */
const kernelLines = (kernel: string, ramdisk: string): readonly (string | TemplateLine)[] => [
  `kernel = "${placeholder(2, kernel)}"`,
  `ramdisk = "${placeholder(3, ramdisk)}"`,
  { since: '4.5', text: `cmdline = "${placeholder(4, 'root=/dev/xvda1 ro console=hvc0')}"` },
  { since: '4.1', last: '4.4', text: `extra = "${placeholder(4, 'root=/dev/xvda1 ro console=hvc0')}"` },
];

const sizeLines = (stop: number, memory: string, vcpus: string): readonly string[] => [
  `memory = ${placeholder(stop, memory)}`,
  `vcpus = ${placeholder(stop + 1, vcpus)}`,
];

/** The volume has the guest's name: two guests that write to the same disk destroy its data. Two tab stops. */
const diskLines = (
  stop: number,
  vdev: string,
  name: string,
  more: readonly string[] = [],
): readonly string[] => [
  'disk = [',
  `  'format=${choice(stop, FORMATS)}, vdev=${vdev}, access=rw, target=${placeholder(stop + 1, `/dev/vg0/${name}`)}',`,
  ...more,
  ']',
];

const vifLine = (stop: number, mac: string | undefined): string =>
  `vif = [ '${mac === undefined ? '' : `mac=${mac}, `}bridge=${placeholder(stop, 'xenbr0')}' ]`;

/** A guest with a kernel of dom0; `own` are its additional lines. */
const directBoot =
  (type: GuestType, kernel: string, ramdisk: string, own: readonly string[] = []): Template['lines'] =>
  ({ name, mac }) => [
    nameLine(name),
    ...typeLines(type),
    ...kernelLines(kernel, ramdisk),
    ...sizeLines(5, '1024', '2'),
    ...diskLines(7, 'xvda', name),
    vifLine(9, mac),
    ...own,
  ];

/** Of an HVM guest: a disk and a CD-ROM drive, its NIC, what is its own, and a screen. Four tab stops. */
const emulatedDevices = (
  stop: number,
  vdev: string,
  { name, mac }: GuestIdentity,
  own: readonly string[],
): readonly string[] => [
  ...diskLines(stop, vdev, name, [
    `  'format=raw, vdev=hdc, access=ro, devtype=cdrom, target=${placeholder(stop + 2, '/srv/iso/install.iso')}',`,
  ]),
  vifLine(stop + 3, mac),
  ...own,
  'vnc = 1',
  '# A pointer that stays where the one of the viewer is.',
  'usbdevice = "tablet"',
];

export const TEMPLATES: readonly Template[] = [
  {
    id: 'pvh',
    architecture: 'x86',
    title: 'PVH guest',
    description: 'A Linux guest without emulated hardware, with a kernel of the host.',
    since: '4.10',
    lines: directBoot('pvh', '/boot/vmlinuz-guest', '/boot/initrd-guest.img'),
  },
  {
    id: 'pv',
    architecture: 'x86',
    title: 'PV guest',
    description: 'A Linux guest for hosts without virtualisation in hardware, with a kernel of the host.',
    since: '4.2',
    lines: directBoot('pv', '/boot/vmlinuz-guest', '/boot/initrd-guest.img'),
  },
  {
    id: 'hvm',
    architecture: 'x86',
    title: 'HVM guest',
    description: 'A guest that boots from its own disk or a CD-ROM, with a screen over VNC.',
    since: '4.3',
    lines: (guest) => [
      nameLine(guest.name),
      ...typeLines('hvm'),
      ...sizeLines(2, '2048', '2'),
      '# The CD-ROM drive first, then the disk.',
      `boot = "${placeholder(4, 'dc')}"`,
      ...emulatedDevices(5, 'xvda', guest, ['vga = "stdvga"']),
    ],
  },
  {
    id: 'windows',
    architecture: 'x86',
    title: 'Windows guest',
    description: 'An HVM guest with interfaces of Hyper-V, a clock in local time and a screen over VNC.',
    since: '4.3',
    lines: (guest) => [
      nameLine(guest.name),
      ...typeLines('hvm'),
      ...sizeLines(2, '4096', '4'),
      '# The disk, then the CD-ROM drive: the installer boots while the disk is empty.',
      `boot = "${placeholder(4, 'cd')}"`,
      ...emulatedDevices(5, 'hda', guest, [
        'viridian = 1',
        '# Windows takes the clock of the machine for local time.',
        'localtime = 1',
        'vga = "stdvga"',
        'videoram = 16',
      ]),
    ],
  },
  {
    id: 'uefi',
    architecture: 'x86',
    title: 'UEFI guest',
    description: 'An HVM guest with UEFI firmware, as Windows 11 needs, with a screen over VNC.',
    since: '4.4',
    lines: (guest) => [
      nameLine(guest.name),
      ...typeLines('hvm'),
      'bios = "ovmf"',
      ...sizeLines(2, '8192', '4'),
      ...emulatedDevices(4, 'hda', guest, [
        '# For Windows: interfaces of Hyper-V, and a clock in local time.',
        'viridian = 1',
        'localtime = 1',
        'vga = "stdvga"',
        'videoram = 16',
      ]),
    ],
  },
  {
    id: 'pygrub',
    architecture: 'x86',
    title: 'Pygrub guest',
    description: 'A PV guest that boots the kernel on its own disk, which pygrub reads.',
    since: '4.2',
    lines: ({ name, mac }) => [
      nameLine(name),
      ...typeLines('pv'),
      '# Runs in dom0, and reads the boot menu of the first disk.',
      'bootloader = "pygrub"',
      ...sizeLines(2, '1024', '2'),
      ...diskLines(4, 'xvda', name),
      vifLine(6, mac),
    ],
  },
  {
    id: 'driverDomain',
    architecture: 'x86',
    title: 'Driver domain',
    description: 'A PV guest that has a network card of the host and serves it to other guests.',
    since: '4.4',
    lines: ({ name }) => [
      nameLine(name),
      ...typeLines('pv'),
      ...kernelLines('/boot/vmlinuz-guest', '/boot/initrd-guest.img'),
      ...sizeLines(5, '512', '1'),
      ...diskLines(7, 'xvda', name),
      '# Runs xl devd. Other guests name it: vif = [ "backend=NAME, bridge=xenbr0" ]',
      'driver_domain = 1',
      '# Make the card assignable first: xl pci-assignable-add BDF',
      `pci = [ '${placeholder(9, '0000:01:00.0')}' ]`,
    ],
  },
  {
    id: 'arm',
    architecture: 'arm',
    title: 'Arm guest',
    description: 'A Linux guest on an Arm host, with a kernel of the host and a serial port.',
    since: '4.12',
    lines: directBoot('pvh', '/boot/Image-guest', '/boot/initrd-guest.img', [
      `gic_version = "${choice(10, ['default', 'v2', 'v3'])}"`,
      '# What the kernel says before its console works: xl console -t vuart',
      'vuart = "sbsa_uart"',
    ]),
  },
];
