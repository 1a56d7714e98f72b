/** Which vdevs a file has left. */

import type { XlDocument } from '../../document/document.ts';
import { diskSpecOf } from '../../document/specStrings.ts';
import type { DiskSpec } from '../../languages/disk/ast.ts';
import { diskLetters, parseVdev, type Vdev } from '../../languages/disk/vdev.ts';
import type { GuestType } from '../../schema/types.ts';
import type { Setting, StringLiteral } from '../../syntax/index.ts';

/** The schemes with letters, and how many whole disks each has. */
const SCHEMES = { xvd: 1 << 20, hd: 4, sd: 16 } as const;
type Scheme = keyof typeof SCHEMES;

const isScheme = (scheme: string): scheme is Scheme => scheme in SCHEMES;

/** A vdev of the file whose disk and partition are known. */
interface Taken {
  readonly scheme: Scheme;
  readonly disk: number;
  readonly partition: number;
  readonly cdrom: boolean;
}

/** Where a CD-ROM drive of an hvm guest is looked for, by habit and since emulation has no more. */
const CDROM_DISKS = [2, 3, 1, 0];

/** So many of the first choice, for those who want to leave a gap. */
const RUN = 4;

/**
 * Free vdevs for `node`, or for a new entry, of the disk setting at the cursor: the one to take first. The answer
 * depends on whether it is a CD-ROM drive.
 */
export function freeVdevs(
  doc: XlDocument,
  setting: Setting,
  node?: StringLiteral,
): (cdrom: boolean) => readonly string[] {
  const taken = takenVdevs(doc, setting, node);
  return (cdrom) => proposeVdevs(taken, doc.guest.type, cdrom);
}

/** Vdevs of the disks that the guest gets, and of the setting at the cursor, in the order of the text. */
function takenVdevs(doc: XlDocument, setting: Setting, except: StringLiteral | undefined): readonly Taken[] {
  const effective = doc.guest.settings.get('disk')?.parts ?? [];
  const lists = [...new Set([...effective, setting])].flatMap(({ value }) =>
    value?.kind === 'list' ? [value] : [],
  );
  return lists
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.kind === 'string' && item !== except ? takenBy(diskSpecOf(doc, item)) : []));
}

function takenBy(spec: DiskSpec | undefined): readonly Taken[] {
  const name = spec?.fields.vdev;
  const vdev: Vdev | null = name ? parseVdev(name) : null;
  if (!spec || !vdev) return [];
  const { disk, partition } = vdev;
  const scheme = vdev.scheme === 'd' ? 'xvd' : vdev.scheme;
  return isScheme(scheme) && disk !== undefined && partition !== undefined
    ? [{ scheme, disk, partition, cdrom: spec.fields.is_cdrom }]
    : [];
}

/** A disk number is left out whatever its scheme: xvda, hda and sda are one name to Linux, and one IDE disk. */
function proposeVdevs(taken: readonly Taken[], guestType: GuestType, cdrom: boolean): readonly string[] {
  const disks = new Set(taken.map(({ disk }) => disk));
  const whole = (scheme: Scheme, count: number): readonly string[] => {
    const free: string[] = [];
    for (let disk = 0; free.length < count && disk < SCHEMES[scheme]; disk++) {
      if (!disks.has(disk)) free.push(`${scheme}${diskLetters(disk)}`);
    }
    return free;
  };
  const last = taken.findLast((one) => !one.cdrom);
  if (guestType !== 'hvm') return unique([...nextPartition(taken, last), ...whole('xvd', RUN)]);
  if (cdrom) {
    const drives = CDROM_DISKS.filter((disk) => !disks.has(disk)).map((disk) => `hd${diskLetters(disk)}`);
    return unique([...drives, ...whole('xvd', 1)]);
  }
  const first = last?.scheme ?? 'hd';
  const others = (['hd', 'xvd', 'sd'] as const).filter((scheme) => scheme !== first);
  return unique([
    ...nextPartition(taken, last),
    ...whole(first, RUN),
    ...others.flatMap((scheme) => whole(scheme, 1)),
  ]);
}

/** After a partition the next one of that disk is meant: whole disk and partitions exclude each other. */
function nextPartition(taken: readonly Taken[], last: Taken | undefined): readonly string[] {
  if (!last || last.partition === 0) return [];
  const { scheme, disk } = last;
  const used = new Set(taken.filter((one) => one.disk === disk).map(({ partition }) => partition));
  let partition = 1;
  while (used.has(partition)) partition++;
  const name = `${scheme}${diskLetters(disk)}${partition}`;
  return parseVdev(name) ? [name] : [];
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
