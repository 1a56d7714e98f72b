/** What a vdev is to the guest: numbers, emulated controllers, names. */
import type { XenVersion } from '../../../schema/xenVersions.ts';
import { bullets, code } from '../../../text/markdown.ts';
import type { SpecContext } from '../../language.ts';
import { emulationOf, startsWithCdrom } from '../emulation.ts';
import { EXTENDED, type Vdev, type VdevScheme, vdevName } from '../vdev.ts';

/** The meaning of a vdev in a guest of this type, as bullets. Markdown. */
export function vdevMeaning(
  vdev: Vdev,
  { guestType, xenVersion }: Pick<SpecContext, 'guestType' | 'xenVersion'>,
  cdrom: boolean,
): string {
  const guest = `This ${guestType.toUpperCase()} guest: Xen virtual disk`;
  const lines = [
    positionLine(vdev),
    numberLine(vdev),
    majorMinorLine(vdev),
    guestType === 'hvm'
      ? `${guest}, and ${emulation(vdev, cdrom, xenVersion)}`
      : `${guest}, nothing is emulated`,
    namesLine(vdev),
    clashLine(vdev),
  ];
  return bullets(lines.filter((line) => line !== undefined));
}

function positionLine({ disk, partition, scheme }: Vdev): string {
  if (disk === undefined || partition === undefined)
    return 'A device number, which libxl passes on unchanged';
  return `${SCHEME_NAMES[scheme]} ${disk}, ${partition === 0 ? 'the whole disk' : `partition ${partition}`}`;
}

const SCHEME_NAMES: Readonly<Record<VdevScheme, string>> = {
  xvd: 'Xen virtual disk',
  d: 'Xen virtual disk',
  hd: 'IDE disk',
  sd: 'SCSI disk',
  number: 'Device',
};

/**
 * libxl writes the number in decimal, as `virtual-device` and in the paths of both ends of the device. Negative ones
 * come from names like `xvd`, which it accepts.
 */
function numberLine({ number }: Vdev): string {
  const decimal = `Number in xenstore: ${code(String(number))}`;
  if (number < 0) return `${decimal}, which no guest can use`;
  return `${decimal}, ${code(`0x${number.toString(16)}`)}${number < EXTENDED ? '' : ' (extended)'}`;
}

function majorMinorLine({ number }: Vdev): string | undefined {
  if (number < 0) return undefined;
  if (number < EXTENDED) return `Major ${number >> 8}, minor ${number & 0xff}`;
  return 'Only guests that know extended numbers see it: it has no major number';
}

/** What an HVM guest sees in addition to the Xen virtual disk, before its own drivers for that have loaded. */
function emulation(vdev: Vdev, cdrom: boolean, xenVersion: XenVersion): string {
  const { disk, partition } = vdev;
  if (disk === undefined || disk < 0) return 'nothing is emulated: libxl cannot tell which disk it is';
  const device = cdrom ? emulatedDrive(vdev, disk, xenVersion) : emulatedDisk(vdev);
  // QEMU does not learn of the partition (libxl_dm.c).
  return partition === 0 ? device : `${device}; as if it were the whole disk, which the manual rules out`;
}

function emulatedDrive(vdev: Vdev, index: number, xenVersion: XenVersion): string {
  const drive = emulationOf(vdev, true, 'ide');
  if (!startsWithCdrom(index, xenVersion))
    return 'an emulated drive that QEMU does not have, so that it does not start: only the first four devices can be one';
  return drive.kind === 'none'
    ? 'no emulated drive: only the first four devices can be one'
    : `emulated CD-ROM drive, IDE bus ${drive.index >> 1}, unit ${drive.index & 1}`;
}

function emulatedDisk(vdev: Vdev): string {
  const ahci = code('hdtype="ahci"');
  const onIde = emulationOf(vdev, false, 'ide');
  if (onIde.kind === 'scsi') return `emulated SCSI disk, id ${onIde.index}`;
  if (onIde.kind !== 'none')
    return `emulated IDE disk ${onIde.index} (${code(vdevName('hd', onIde.index, 0))}), or AHCI with ${ahci}`;
  return emulationOf(vdev, false, 'ahci').kind === 'ahci'
    ? `emulated with ${ahci} only: IDE has four disks`
    : 'nothing is emulated: only the first four disks are, six with AHCI';
}

const FREEBSD_DRIVERS: Readonly<Record<VdevScheme, string>> = {
  xvd: 'xbd',
  d: 'xbd',
  hd: 'ada',
  sd: 'da',
  number: 'xbd',
};

/** The driver of Linux calls every disk xvd, and takes a partition of hd for the whole disk. */
function namesLine({ disk, partition, scheme }: Vdev): string | undefined {
  if (disk === undefined || partition === undefined || disk < 0) return undefined;
  const linux = `/dev/${vdevName('xvd', disk, scheme === 'hd' ? 0 : Math.max(partition, 0))}`;
  const freebsd = `${FREEBSD_DRIVERS[scheme]}${disk}`;
  return `Name with the Xen driver: ${code(linux)} in Linux, ${code(freebsd)} in FreeBSD`;
}

/** hda, sda and xvda are one name to Linux. */
const clashLine = ({ scheme, disk }: Vdev): string | undefined =>
  (scheme === 'hd' || scheme === 'sd') && disk !== undefined
    ? `Linux gives ${code(vdevName('xvd', disk, 0))} the same name: use one of the two`
    : undefined;
