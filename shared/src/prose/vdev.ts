/** What a vdev is to the guest: numbers, emulated controllers, names. */

import { emulationOf } from '../languages/disk/emulation.ts';
import { diskLetters, type Vdev } from '../languages/disk/vdev.ts';
import type { GuestType } from '../schema/types.ts';
import { bullets, code } from './markdown.ts';

/** The flag of the extended numbers, which have room for more disks and partitions (xen-vbd-interface(7)). */
const EXTENDED = 1 << 28;

const hex = (number: number): string => `0x${number.toString(16)}`;

/**
 * libxl writes the number in decimal, as `virtual-device` and in the paths of both ends of the device. Negative ones
 * come from names like `xvd`, which it takes.
 */
const numberLine = ({ number }: Vdev): string =>
  number < 0
    ? `Number in xenstore: ${code(String(number))}, which no guest can use`
    : `Number in xenstore: ${code(String(number))}, ${code(hex(number))}${number < EXTENDED ? '' : ' (extended)'}`;

function majorMinorLine({ number }: Vdev): string | undefined {
  if (number < 0) return undefined;
  if (number < EXTENDED) return `Major ${number >> 8}, minor ${number & 0xff}`;
  return 'Guests have to know extended numbers to see it: there is no major number';
}

const placeLine = ({ disk, partition, scheme }: Vdev): string => {
  if (disk === undefined || partition === undefined)
    return 'Written as a number, which libxl passes on as it is';
  const kind = KINDS[scheme];
  return `${kind} ${disk}, ${partition === 0 ? 'the whole disk' : `partition ${partition}`}`;
};

const KINDS: Readonly<Record<Vdev['scheme'], string>> = {
  xvd: 'Xen virtual disk',
  d: 'Xen virtual disk',
  hd: 'IDE disk',
  sd: 'SCSI disk',
  number: 'Device',
};

/** What an hvm guest sees beside the Xen virtual disk, before its own drivers for that have loaded. */
function emulation(vdev: Vdev, cdrom: boolean): string {
  const { disk, partition } = vdev;
  if (disk === undefined || disk < 0) return 'nothing is emulated: libxl cannot tell which disk it is';
  const device = cdrom ? emulatedDrive(vdev) : emulatedDisk(vdev);
  // QEMU is not told of the partition (libxl_dm.c).
  return partition === 0 ? device : `${device}; as if it were the whole disk, which the manual rules out`;
}

function emulatedDrive(vdev: Vdev): string {
  const drive = emulationOf(vdev, true, 'ide');
  return drive.kind === 'none'
    ? 'no emulated drive: only the first four devices can be one'
    : `emulated CD-ROM drive, IDE bus ${drive.index >> 1}, unit ${drive.index & 1}`;
}

function emulatedDisk(vdev: Vdev): string {
  const ahci = code('hdtype="ahci"');
  const onIde = emulationOf(vdev, false, 'ide');
  if (onIde.kind === 'scsi') return `emulated SCSI disk, id ${onIde.index}`;
  if (onIde.kind !== 'none')
    return `emulated IDE disk ${onIde.index} (${code(`hd${diskLetters(onIde.index)}`)}), or AHCI with ${ahci}`;
  return emulationOf(vdev, false, 'ahci').kind === 'ahci'
    ? `emulated with ${ahci} only: IDE has four disks`
    : 'nothing is emulated: only the first four disks are, six with AHCI';
}

/** The name in Linux, whose driver calls every disk xvd, and takes a partition of hd for the whole disk. */
function linuxName({ disk, partition, scheme }: Vdev): string | undefined {
  if (disk === undefined || partition === undefined || disk < 0) return undefined;
  return `/dev/xvd${diskLetters(disk)}${scheme !== 'hd' && partition > 0 ? partition : ''}`;
}

const FREEBSD_DRIVERS: Readonly<Record<Vdev['scheme'], string>> = {
  xvd: 'xbd',
  d: 'xbd',
  hd: 'ada',
  sd: 'da',
  number: 'xbd',
};

function namesLine(vdev: Vdev): string | undefined {
  const linux = linuxName(vdev);
  if (linux === undefined) return undefined;
  const freebsd = `${FREEBSD_DRIVERS[vdev.scheme]}${vdev.disk}`;
  return `Name with the Xen driver: ${code(linux)} in Linux, ${code(freebsd)} in FreeBSD`;
}

/** hda, sda and xvda are one name to Linux. */
const clashLine = ({ scheme, disk }: Vdev): string | undefined =>
  (scheme === 'hd' || scheme === 'sd') && disk !== undefined
    ? `Linux gives ${code(`xvd${diskLetters(disk)}`)} the same name: use one of the two`
    : undefined;

/** The meaning of a vdev in a guest of this type, as bullets. Markdown. */
export function vdevDocumentation(vdev: Vdev, guestType: GuestType, cdrom: boolean): string {
  const lines = [
    placeLine(vdev),
    numberLine(vdev),
    majorMinorLine(vdev),
    guestType === 'hvm'
      ? `This hvm guest: Xen virtual disk, and ${emulation(vdev, cdrom)}`
      : `This ${guestType} guest: Xen virtual disk, nothing is emulated`,
    namesLine(vdev),
    clashLine(vdev),
  ];
  return bullets(lines.filter((line) => line !== undefined));
}
