/**
 * The names of a guest's disks: in their specs, and in the words on the kernel's command line that refer to a disk or to
 * one of its partitions.
 */

import type { XlDocument } from '../../document/document.ts';
import { piecesOf } from '../../languages/pieces.ts';
import { memoizeByObject } from '../../memoize.ts';
import { disksOf, type GuestDisk, parseVdev, type Vdev, vdevName } from '../../model/disks.ts';
import { optionValuesOf } from '../../model/optionValues.ts';
import type { Span } from '../../span.ts';
import { sourceSpan } from '../../syntax/index.ts';
import { type PlacedWord, wordsOf } from './words.ts';

export interface NamedDisk {
  readonly disk: GuestDisk;
  /** Its index among the disks of the guest. */
  readonly index: number;
  readonly name: string;
  /** Null for a name that libxl rejects. */
  readonly vdev: Vdev | null;
  /** The name in the file. */
  readonly place: Span;
}

/** How a word refers to its disk. */
export type VdevMatch =
  /** The disk has the very name, or another one with the same number. */
  | 'itself'
  /** The disk is what the word is a partition of. */
  | 'partition'
  /** Linux calls the disk so, which has another name in the file. */
  | 'linux';

export interface VdevReference extends PlacedWord {
  readonly vdev: Vdev;
  readonly disk: NamedDisk;
  readonly match: VdevMatch;
}

/** The options whose values end up on the command line of the guest's kernel. */
const KERNEL_OPTIONS = ['root', 'extra', 'cmdline', 'bootloader_args'];

/**
 * A name as Linux writes it, with `/dev/` in front or without. No disk has more letters, no partition more digits. The
 * label of a file system is none.
 */
const VDEV_WORD = /(?<![\w./-]|(?:LABEL|UUID)=)(?:\/dev\/)?((?:xvd|hd|sd)[a-z]{1,5}\d{0,3})(?![\w/.-])/g;

interface DiskNames {
  readonly disks: readonly NamedDisk[];
  /** In the order of the settings and of the text; null for words that refer to none of the disks. */
  readonly references: readonly (VdevReference | null)[];
}

const namesOf = memoizeByObject((doc: XlDocument): DiskNames => {
  const disks = disksOf(doc.specs).flatMap((disk, index) => namedDisk(disk, index) ?? []);
  return { disks, references: referencesTo(doc, disks) };
});

/** The disks that have a name, in the order of the list. */
export const namedDisks = (doc: XlDocument): readonly NamedDisk[] => namesOf(doc).disks;

/** The words that refer to one of the disks, by setting, then in the order of the text. */
export const vdevReferences = (doc: XlDocument): readonly VdevReference[] =>
  namesOf(doc).references.filter((word) => word !== null);

/** For each word that looks like a vdev, the index of the disk that it refers to; null where it refers to none. */
export const referencedDisks = (doc: XlDocument): readonly (number | null)[] =>
  namesOf(doc).references.map((word) => word?.disk.index ?? null);

function namedDisk(disk: GuestDisk, index: number): NamedDisk | null {
  const name = disk.spec.fields.vdev;
  if (name === null || name === '') return null;
  const piece = piecesOf(disk.spec).find(
    ({ parameter, kind, text }) => parameter === 'vdev' && kind !== 'key' && text === name,
  );
  if (!piece) return null;
  const place = sourceSpan(disk.node.content, piece.start, piece.end);
  return { disk, index, name, vdev: parseVdev(name), place };
}

function referencesTo(doc: XlDocument, disks: readonly NamedDisk[]): DiskNames['references'] {
  const find = createDiskFinder(disks);
  const optionValues = optionValuesOf(doc.guest, doc.settings.xenVersion);
  return KERNEL_OPTIONS.flatMap((option) => wordsOf(optionValues.setting(option), VDEV_WORD)).map((word) => {
    const vdev = parseVdev(word.text);
    const found = vdev && find(vdev);
    return found ? { ...word, vdev, ...found } : null;
  });
}

/**
 * Linux gives every disk of the Xen driver the name xvd, whatever its name here (xen-blkfront), so that a word that no
 * name fits can still mean one of hd or sd.
 */
function createDiskFinder(
  disks: readonly NamedDisk[],
): (word: Vdev) => Pick<VdevReference, 'disk' | 'match'> | null {
  const byNumber = new Map<number, NamedDisk>();
  const byLetter = new Map<number, NamedDisk>();
  for (const one of disks) {
    if (!one.vdev) continue;
    const { number, scheme, disk } = one.vdev;
    if (!byNumber.has(number)) byNumber.set(number, one);
    const renamed = (scheme === 'hd' || scheme === 'sd') && one.vdev.partition === 0;
    if (renamed && disk !== undefined && !byLetter.has(disk)) byLetter.set(disk, one);
  }
  return (word) => {
    const itself = byNumber.get(word.number);
    if (itself) return { disk: itself, match: 'itself' };
    const whole = wholeDisk(word);
    const partition = whole && byNumber.get(whole.number);
    if (partition) return { disk: partition, match: 'partition' };
    const linux = word.scheme === 'xvd' && word.disk !== undefined ? byLetter.get(word.disk) : undefined;
    return linux ? { disk: linux, match: 'linux' } : null;
  };
}

/** The disk that a partition is on. */
const wholeDisk = ({ scheme, disk }: Vdev): Vdev | null =>
  disk === undefined || disk < 0 || scheme === 'number' ? null : parseVdev(vdevName(scheme, disk, 0));
