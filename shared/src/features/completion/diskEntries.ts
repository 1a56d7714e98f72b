/** Whole disks, for a place in the list where there is none yet. */
import type { Lifetime } from '../../schema/xenVersions.ts';
import { choice, placeholder } from '../../snippet.ts';

export interface DiskEntry extends Lifetime {
  readonly id: string;
  readonly label: string;
  /** One sentence of plain text. */
  readonly summary: string;
  readonly cdrom: boolean;
  /** The inside of the string, as a snippet. `vdev` is a free one. */
  readonly body: (vdev: string) => string;
}

/** Words that fit a new image or volume. */
const formats = ['raw', 'qcow2', 'vhd'];
const accesses = ['rw', 'ro'];

export const DISK_ENTRIES: readonly DiskEntry[] = [
  {
    id: 'positional',
    label: 'disk',
    summary: 'Target, format, vdev and access, told by their order.',
    since: '4.2',
    cdrom: false,
    body: (vdev) =>
      [placeholder(1, '/dev/vg/guest'), choice(2, formats), placeholder(3, vdev), choice(4, accesses)].join(
        ',',
      ),
  },
  {
    id: 'named',
    label: 'disk by names',
    summary: 'The same with names; the target comes last and may hold commas.',
    since: '4.2',
    cdrom: false,
    body: (vdev) =>
      [
        `vdev=${placeholder(1, vdev)}`,
        `format=${choice(2, formats)}`,
        `access=${choice(3, accesses)}`,
        `target=${placeholder(4, '/dev/vg/guest')}`,
      ].join(', '),
  },
  {
    id: 'cdrom',
    label: 'cdrom',
    summary: 'A CD-ROM drive with an image in it.',
    since: '4.2',
    cdrom: true,
    body: (vdev) => `${placeholder(1, '/srv/install.iso')},raw,${placeholder(2, vdev)},ro,cdrom`,
  },
  {
    id: 'emptyCdrom',
    label: 'cdrom, empty',
    summary: 'A CD-ROM drive without a medium; xl cd-insert puts one in.',
    since: '4.2',
    cdrom: true,
    body: (vdev) => `vdev=${placeholder(1, vdev)}, cdrom`,
  },
];
