/**
 * Names of virtual disks, read as libxl reads them (libxl__device_disk_dev_number and device_virtdisk_matches in
 * libxl_device.c). The numbers are those of xen-vbd-interface(7).
 */

import { sscanf, strtoul, toInt32 } from '../../cNumbers.ts';

export type VdevScheme = 'xvd' | 'hd' | 'sd' | 'd' | 'number';

export interface Vdev {
  /** How the name is written; `d` is `d0p1`, `number` a bare device number. */
  readonly scheme: VdevScheme;
  /** The device number that goes into xenstore. */
  readonly number: number;
  /** From 0. Absent for a bare number. */
  readonly disk?: number;
  /** 0: the whole disk. Absent for a bare number. */
  readonly partition?: number;
}

/** The flag of extended device numbers, which have room for more disks and partitions (xen-vbd-interface(7)). */
export const EXTENDED = 1 << 28;

/** How many disks there are of each scheme with letters. */
const SCHEME_DISKS = { xvd: 1 << 20, hd: 4, sd: 16 } as const;
const INT_MAX = 2n ** 31n - 1n;

/** Rules ask for the names of a file's disks again and again, and files have the same few names. */
const known = new Map<string, Vdev | null>();
const MAX_KNOWN = 20_000;
/** A longer name may be a piece of a text that would be kept in memory with it. */
const MAX_KNOWN_LENGTH = 12;

/** Reads a name; null where libxl rejects it ("Invalid or unsupported virtual disk identifier"). */
export function parseVdev(name: string): Vdev | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const vdev = readVdev(name);
  if (name.length <= MAX_KNOWN_LENGTH && known.size < MAX_KNOWN) known.set(name, vdev);
  return vdev;
}

function readVdev(name: string): Vdev | null {
  const xen = numbered(name) ?? lettered(name, 'xvd', 255);
  if (xen) {
    const { disk, partition } = xen;
    const short = disk <= 15 && partition <= 15;
    return valid({
      ...xen,
      number: short ? (202 << 8) | (disk << 4) | partition : EXTENDED | (disk << 8) | partition,
    });
  }
  const number = bareNumber(name);
  if (number !== null) return valid({ scheme: 'number', number });
  const ide = lettered(name, 'hd', 63);
  if (ide) {
    const major = ide.disk < 2 ? 3 : 22;
    return valid({ ...ide, number: (major << 8) | ((ide.disk & 1) << 6) | ide.partition });
  }
  const scsi = lettered(name, 'sd', 15);
  return scsi ? valid({ ...scsi, number: (8 << 8) | (scsi.disk << 4) | scsi.partition }) : null;
}

interface DiskPlace {
  readonly scheme: VdevScheme;
  readonly disk: number;
  readonly partition: number;
}

/** libxl takes -1 for "not a disk", whichever way it came about. */
const valid = (vdev: Vdev): Vdev | null => (vdev.number === -1 ? null : vdev);

/** `d<disk>p<partition>`, both numbers with whitespace, a sign, decimal, octal or hexadecimal. */
function numbered(name: string): DiskPlace | undefined {
  const { values, end } = sscanf(name, 'd%ip%i');
  if (values.length < 2 || end < name.length) return undefined;
  const [disk = 0, partition = 0] = values.map(Number);
  return disk < SCHEME_DISKS.xvd && partition < 256 ? { scheme: 'd', disk, partition } : undefined;
}

/** Letters as a number with base 26, then a partition in decimal without a leading zero. */
function lettered(
  name: string,
  scheme: keyof typeof SCHEME_DISKS,
  maxPartition: number,
): DiskPlace | undefined {
  if (!name.startsWith(scheme)) return undefined;
  let at = scheme.length;
  let disk = -1;
  for (; ; at++) {
    const letter = name.charCodeAt(at) - 97;
    if (!(letter >= 0 && letter < 26)) break;
    disk = (disk + 1) * 26 + letter;
    if (disk >= SCHEME_DISKS[scheme]) return undefined;
  }
  const rest = name.slice(at);
  if (rest === '') return { scheme, disk, partition: 0 };
  if (rest.startsWith('0')) return undefined;
  const number = strtoul(rest, 10);
  if (number?.end !== rest.length) return undefined;
  // Stored in a long: what is too large becomes -1.
  const partition = BigInt.asIntN(64, number.value);
  return partition > maxPartition ? undefined : { scheme, disk, partition: toInt32(partition) };
}

/** The whole name as strtoul with base 0 reads it, up to INT_MAX. An empty name is 0 to it. */
function bareNumber(name: string): number | null {
  if (name === '') return 0;
  const number = strtoul(name, 0);
  return number?.end === name.length && number.value <= INT_MAX ? Number(number.value) : null;
}

/** The letters of a disk number: 0 is `a`, 26 is `aa`. */
export function diskLetters(disk: number): string {
  const last = String.fromCharCode(97 + (disk % 26));
  return disk < 26 ? last : diskLetters(Math.floor(disk / 26) - 1) + last;
}

/** Majors of Linux with a number of minors for each disk, and the first disk of the major. */
const MAJORS: ReadonlyMap<
  number,
  { readonly scheme: string; readonly first: number; readonly bits: number }
> = new Map([
  [202, { scheme: 'xvd', first: 0, bits: 4 }],
  [8, { scheme: 'sd', first: 0, bits: 4 }],
  [3, { scheme: 'hd', first: 0, bits: 6 }],
  [22, { scheme: 'hd', first: 2, bits: 6 }],
]);

/** The name of a disk, from 0, or of one of its partitions, from 1; partition 0 is the whole disk. */
export const vdevName = (scheme: string, disk: number, partition: number): string =>
  `${scheme}${diskLetters(disk)}${partition === 0 ? '' : partition}`;

/** The name of the disk or partition with the device number; undefined if there is none. */
export function vdevOfNumber(number: number): string | undefined {
  if (number < 0) return undefined;
  if (number >= EXTENDED) {
    const rest = number - EXTENDED;
    return rest < EXTENDED ? vdevName('xvd', rest >> 8, rest & 0xff) : undefined;
  }
  const major = MAJORS.get(number >> 8);
  if (!major) return undefined;
  const minor = number & 0xff;
  const disk = major.first + (minor >> major.bits);
  // IDE has two disks on each major, and libxl reads no name beyond them.
  if (major.bits === 6 && disk >= major.first + 2) return undefined;
  return vdevName(major.scheme, disk, minor & ((1 << major.bits) - 1));
}
