/** Names of disks and partitions, and the one that a device number stands for (xen-vbd-interface(7)). */
import { diskLetters, EXTENDED } from './vdev.ts';

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

/** The name of the disk or partition that the device number stands for; undefined where it is that of none. */
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
