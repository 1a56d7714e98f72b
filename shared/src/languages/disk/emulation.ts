/**
 * What QEMU emulates of the disks of an HVM guest, which its firmware and an installer see besides the Xen virtual disks.
 * Facts: libxl__build_device_model_args_new in libxl_dm.c.
 */
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import type { GuestMachine } from '../language.ts';
import type { Vdev } from './vdev.ts';

export type DiskController = GuestMachine['diskController'];

export const DISK_CONTROLLERS: readonly DiskController[] = ['ide', 'ahci'];

/** How many disks a controller has. */
export const CONTROLLER_DISKS: Readonly<Record<DiskController, number>> = { ide: 4, ahci: 6 };

/** CD-ROM drives are on the IDE controller, whatever the disks are on. */
export const CDROM_DRIVES = CONTROLLER_DISKS.ide;

/** The numbers of the drives in the order in which people use them: `hdc` first. */
export const CDROM_ORDER: readonly number[] = [2, 3, 1, 0];

export type Emulation =
  /** `index`: the number of the disk, from 0. It is negative for a name such as `xvd`, which libxl accepts. */
  | { readonly kind: DiskController | 'scsi' | 'cdrom'; readonly index: number }
  /** Only guests with drivers for Xen see it. */
  | { readonly kind: 'none' };

const NONE: Emulation = { kind: 'none' };

/** What QEMU is told to emulate for a disk, or a CD-ROM drive, of this name. */
export function emulationOf(
  { scheme, disk: index }: Vdev,
  isCdrom: boolean,
  controller: DiskController,
): Emulation {
  // libxl cannot tell which disk a bare device number is.
  if (index === undefined) return NONE;
  if (isCdrom) return index < CDROM_DRIVES ? { kind: 'cdrom', index } : NONE;
  if (scheme === 'sd') return { kind: 'scsi', index };
  return index < CONTROLLER_DISKS[controller] ? { kind: controller, index } : NONE;
}

/** The first releases that start QEMU with no read-only disk, whatever its kind, by version. */
const WITHOUT_READ_ONLY: ReadonlyMap<XenVersion, string> = new Map([
  ['4.4', '4.4.4'],
  ['4.5', '4.5.2'],
  ['4.6', '4.6.0'],
]);

/** The first release of this version that starts QEMU with no read-only disk; undefined where kind and place decide. */
export const withoutReadOnlySince = (xenVersion: XenVersion): string | undefined =>
  WITHOUT_READ_ONLY.get(xenVersion);

/** Whether the newest release of this version starts QEMU with a read-only disk of this kind: since 4.7 not on IDE or AHCI. */
export const acceptsReadOnly = ({ kind }: Emulation, xenVersion: XenVersion): boolean =>
  atLeast(xenVersion, '4.7')
    ? kind !== 'ide' && kind !== 'ahci'
    : withoutReadOnlySince(xenVersion) === undefined;

/**
 * Whether QEMU starts with a CD-ROM drive of this number: it has no IDE drive beyond the fourth, but libxl asks it for a
 * fifth, and before 4.14 for any.
 */
export const startsWithCdrom = (index: number, xenVersion: XenVersion): boolean =>
  index < CDROM_DRIVES || (index > CDROM_DRIVES && atLeast(xenVersion, '4.14'));
