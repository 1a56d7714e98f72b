/** The vdevs that a guest has left: what completion offers, and what a fix adds. */
import type { GuestType } from '../../schema/types.ts';
import { CDROM_ORDER } from './emulation.ts';
import type { DiskFields } from './fields.ts';
import { parseVdev, type VdevScheme, vdevName, vdevOfNumber } from './vdev.ts';

type NamedScheme = Extract<VdevScheme, 'xvd' | 'hd' | 'sd'>;

const isNamed = (scheme: VdevScheme): scheme is NamedScheme =>
  scheme === 'xvd' || scheme === 'hd' || scheme === 'sd';

/** A vdev of the guest whose disk and partition are known. */
interface Taken {
  readonly scheme: NamedScheme;
  readonly disk: number;
  readonly partition: number;
  readonly cdrom: boolean;
}

/** How many names of the preferred scheme are proposed, for users who want to leave a gap. */
const PREFERRED_COUNT = 4;

/**
 * Free vdevs for another disk of a guest, the best one first.
 *
 * @param disks the disks that the guest has, in the order of the file: the last one shows how the guest names disks
 * @param cdrom whether the vdev is for a CD-ROM drive
 */
export function freeVdevs(
  disks: readonly DiskFields[],
  guestType: GuestType,
  cdrom: boolean,
): readonly string[] {
  const taken = disks.flatMap(takenBy);
  // xvda, hda and sda have one name in Linux and are one IDE disk: a number is taken whatever its scheme.
  const numbers = new Set(taken.map(({ disk }) => disk));
  const last = taken.findLast((one) => !one.cdrom);
  if (guestType !== 'hvm') {
    return unique([...nextPartition(taken, last), ...wholeDisks('xvd', numbers, PREFERRED_COUNT)]);
  }
  if (cdrom) {
    const drives = CDROM_ORDER.filter((disk) => !numbers.has(disk)).map((disk) => vdevName('hd', disk, 0));
    return unique([...drives, ...wholeDisks('xvd', numbers, 1)]);
  }
  const preferred = last?.scheme ?? 'hd';
  const others = (['hd', 'xvd', 'sd'] as const).filter((scheme) => scheme !== preferred);
  return unique([
    ...nextPartition(taken, last),
    ...wholeDisks(preferred, numbers, PREFERRED_COUNT),
    ...others.flatMap((scheme) => wholeDisks(scheme, numbers, 1)),
  ]);
}

function takenBy({ vdev, is_cdrom: cdrom }: DiskFields): readonly Taken[] {
  const written = vdev ? parseVdev(vdev) : null;
  const name = written?.scheme === 'number' ? vdevOfNumber(written.number) : vdev;
  const { scheme, disk, partition } = (name ? parseVdev(name) : null) ?? {};
  if (scheme === undefined || disk === undefined || partition === undefined) return [];
  const named = scheme === 'd' ? 'xvd' : scheme;
  return isNamed(named) ? [{ scheme: named, disk, partition, cdrom }] : [];
}

/** The first free whole disks of the scheme, as many of them as libxl has names for. */
function wholeDisks(scheme: NamedScheme, numbers: ReadonlySet<number>, count: number): readonly string[] {
  const free: string[] = [];
  for (let disk = 0; free.length < count; disk++) {
    if (numbers.has(disk)) continue;
    const name = vdevName(scheme, disk, 0);
    if (!parseVdev(name)) break;
    free.push(name);
  }
  return free;
}

/** After a partition, the next one of its disk: a whole disk and its partitions exclude each other. */
function nextPartition(taken: readonly Taken[], last: Taken | undefined): readonly string[] {
  if (!last || last.partition === 0) return [];
  const { scheme, disk } = last;
  const used = new Set(taken.filter((one) => one.disk === disk).map(({ partition }) => partition));
  let partition = 1;
  while (used.has(partition)) partition++;
  const name = vdevName(scheme, disk, partition);
  return parseVdev(name) ? [name] : [];
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
