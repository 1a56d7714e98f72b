/** Gives a disk another vdev: in its spec, and on the kernel's command line, where its partitions follow. */

import type { XlDocument } from '../../document/document.ts';
import { editedDocument } from '../../document/editedDocument.ts';
import { disksOf, parseVdev, sameFields, type Vdev, vdevName } from '../../model/disks.ts';
import { quoted } from '../../text/sentences.ts';
import {
  type NamedDisk,
  namedDisks,
  referencedDisks,
  type VdevReference,
  vdevReferences,
} from '../occurrences/diskNames.ts';
import type { Occurrence } from '../occurrences/symbol.ts';
import { type FileEdits, type RenameResult, refuse, replaceText } from './renameResult.ts';

const BY_HAND = 'Change it by hand.';

/** `at`: the vdev of a disk, or a word that means it or a partition on it. */
export function renameDisk(doc: XlDocument, at: Occurrence, typed: string): RenameResult {
  const disk = namedDisks(doc).find(({ index }) => String(index) === at.symbol.key);
  const words = vdevReferences(doc).filter((word) => word.disk === disk);
  const word = at.role === 'use' ? words.find(({ place }) => place?.start === at.start) : undefined;
  if (!disk) return refuse('There is no disk of this name.');
  const name = word ? wholeDiskName(word, typed) : typed;
  if (name === null) return refuse(referenceFault(word, typed));
  if (name === disk.name) return { kind: 'renamed', files: [] };
  const vdev = parseVdev(name);
  if (!vdev || name === '' || vdev.number < 0 || name.trim() !== name) {
    return refuse(
      `${quoted(name)} is not the name of a virtual disk. Write xvda to xvdz, hda to hdd, or sda to sdp.`,
    );
  }
  const holder = namedDisks(doc).find(
    (other) => other !== disk && conflicts(vdev, other) && !conflicts(disk.vdev, other),
  );
  if (holder) return refuse(`${name} is in use: another disk is ${holder.name}.`);
  return renameResult(doc, disk, words, { name, vdev });
}

/**
 * The name of the disk where a word that means it is to become `typed`; null where only a part of the disk would get
 * another name, or the disk has quite another one.
 */
function wholeDiskName({ match, vdev, text, disk }: VdevReference, typed: string): string | null {
  if (typed === text) return disk.name;
  if (match === 'itself') return typed;
  const suffix = String(vdev.partition);
  const whole = typed.slice(0, typed.length - suffix.length);
  const target = match === 'partition' && typed.endsWith(suffix) ? parseVdev(whole) : null;
  return target?.partition === 0 && parseVdev(typed)?.partition === vdev.partition ? whole : null;
}

const referenceFault = (word: VdevReference | undefined, typed: string): string =>
  word?.match === 'partition'
    ? `${quoted(typed)} is not partition ${word.vdev.partition} of a disk. Only the name of the disk can change, here ${word.disk.name}.`
    : `The disk is called ${word?.disk.name} in this file. Rename it there.`;

/** One device, or a whole disk and a partition on it. */
function conflicts(vdev: Vdev | null, { vdev: other }: NamedDisk): boolean {
  if (!vdev || !other) return false;
  if (vdev.number === other.number) return true;
  const samePlace =
    namedScheme(vdev) === namedScheme(other) && vdev.disk !== undefined && vdev.disk === other.disk;
  return samePlace && (vdev.partition === 0 || other.partition === 0);
}

/** Words have one name for what a disk may also have as `d0p1` or as a number. */
const namedScheme = ({ scheme }: Vdev): 'xvd' | 'hd' | 'sd' =>
  scheme === 'hd' || scheme === 'sd' ? scheme : 'xvd';

interface NewName {
  readonly name: string;
  readonly vdev: Vdev;
}

function renameResult(
  doc: XlDocument,
  disk: NamedDisk,
  words: readonly VdevReference[],
  to: NewName,
): RenameResult {
  const inSpec = replaceText(doc, disk.place, to.name);
  if (!inSpec) return refuse(`The name of the disk cannot be written there. ${BY_HAND}`);
  const edits = [inSpec];
  for (const word of words) {
    const text = renamedReference(word, to.vdev);
    if (text === null)
      return refuse(`${quoted(word.text)} on the kernel's command line would have no name with ${to.name}.`);
    const edit = word.place && replaceText(doc, word.place, text);
    if (!edit)
      return refuse(`${quoted(word.text)} on the kernel's command line is put together with +=. ${BY_HAND}`);
    edits.push(edit);
  }
  const file = { doc, edits };
  if (!keepsMeaning(file, disk, to.name)) {
    return refuse(
      `With ${to.name} xl or the guest would take another disk for one of the names in this file. ${BY_HAND}`,
    );
  }
  return { kind: 'renamed', files: [file] };
}

/** What a word is to be when its disk has the new name; null where there is no such name. */
function renamedReference({ vdev: word, match, disk }: VdevReference, to: Vdev): string | null {
  if (to.disk === undefined || to.partition === undefined) return null;
  const partition = match === 'itself' ? to.partition : to.partition === 0 ? word.partition : undefined;
  if (partition === undefined) return null;
  const own = disk.vdev ? namedScheme(to) : word.scheme;
  // Linux calls the disk xvd, whatever its name in the file; it has no more partitions for that.
  const scheme = match === 'linux' || word.scheme === 'xvd' ? word.scheme : own;
  const name = vdevName(scheme, to.disk, partition);
  return parseVdev(vdevName(own, to.disk, partition)) && parseVdev(name) ? name : null;
}

/** Whether the disks are the same but for the name, and each word means the disk that it meant. */
function keepsMeaning(file: FileEdits, renamedDisk: NamedDisk, name: string): boolean {
  const before = file.doc;
  const after = editedDocument(file.doc, file.edits);
  const meant = referencedDisks(before);
  const means = referencedDisks(after);
  const disks = disksOf(after.specs);
  const disksBefore = disksOf(before.specs);
  return (
    disks.length === disksBefore.length &&
    disksBefore.every(({ spec: { fields } }, index) => {
      const now = disks[index]?.spec.fields;
      const wanted = index === renamedDisk.index ? { ...fields, vdev: name } : fields;
      return now !== undefined && sameFields(now, wanted);
    }) &&
    means.length === meant.length &&
    meant.every((index, at) => index === null || index === means[at])
  );
}
