/**
 * What a disk has about it that a rule may have to speak of. Most disks have nothing. It is worked out once for each
 * spec, and specs outlive the versions of a document: after a keystroke in a file of thousands of disks only the new
 * ones are looked at.
 */
import type { Guest, GuestDisk } from '../../model/guest.ts';
import type { Release } from '../../schema/releases.ts';
import type { GuestType } from '../../schema/types.ts';
import type { DiskSpec } from '../../specs/disk/ast.ts';
import { chooseBackend } from '../../specs/disk/backend.ts';
import { parseVdev } from '../../specs/disk/vdev.ts';
import { upperCasePrefixes } from './guesses.ts';
import { imageEnding } from './images.ts';

/** Who reads the spec. */
interface Reader {
  readonly guestType: GuestType;
  readonly release: Release;
}

const TRAITS = {
  /** The parser has errors. */
  refused: ({ errors }: DiskSpec) => errors.length > 0,
  prefix: ({ parts }: DiskSpec) => parts.some(({ kind }) => kind === 'prefix'),
  upperCasePrefix: ({ text }: DiskSpec) => upperCasePrefixes(text) !== null,
  /** `hdc:cdrom` */
  oldDevtype: ({ parts }: DiskSpec) => parts.some((part) => part.kind === 'positional' && part.devtype),
  cdrom: ({ fields }: DiskSpec) => fields.is_cdrom,
  readOnlyDisk: ({ fields }: DiskSpec) => !fields.readwrite && !fields.is_cdrom,
  /** The name of the target ends as that of an image that is not raw. */
  imageName: ({ fields }: DiskSpec) => imageEnding(fields.pdev_path ?? '') !== undefined,
  /** There is a vdev, empty or none that libxl knows. */
  strangeVdev: ({ fields: { vdev } }: DiskSpec) => vdev === '' || (vdev !== null && parseVdev(vdev) === null),
  /** The vdev is a partition, such as xvda1. */
  partition: ({ fields: { vdev } }: DiskSpec) => vdev !== null && Boolean(parseVdev(vdev)?.partition),
  /** libxl finds nobody who can serve it. */
  unserved: ({ errors, fields }: DiskSpec, { guestType, release }: Reader) =>
    errors.length === 0 && chooseBackend(fields, guestType, release).kind === 'refused',
} satisfies Readonly<Record<string, (spec: DiskSpec, reader: Reader) => unknown>>;

export type DiskTrait = keyof typeof TRAITS;

const NAMES = Object.keys(TRAITS) as readonly DiskTrait[];
const NONE: readonly DiskTrait[] = [];

const known = new WeakMap<DiskSpec, Reader & { readonly traits: readonly DiskTrait[] }>();

function traitsOf(spec: DiskSpec, reader: Reader): readonly DiskTrait[] {
  const before = known.get(spec);
  if (before?.guestType === reader.guestType && before.release === reader.release) return before.traits;
  const found = NAMES.filter((name) => TRAITS[name](spec, reader));
  const traits = found.length > 0 ? found : NONE;
  known.set(spec, { ...reader, traits });
  return traits;
}

type DisksByTrait = ReadonlyMap<DiskTrait, readonly GuestDisk[]>;

const byGuest = new WeakMap<Guest, { readonly release: Release; readonly disks: DisksByTrait }>();

/** The disks of the guest that have the trait for the xl of `release`, in their order. */
export function disksWith(trait: DiskTrait, guest: Guest, release: Release): readonly GuestDisk[] {
  const before = byGuest.get(guest);
  const disks = before?.release === release ? before.disks : sorted(guest, release);
  if (disks !== before?.disks) byGuest.set(guest, { release, disks });
  return disks.get(trait) ?? [];
}

function sorted({ disks, type }: Guest, release: Release): DisksByTrait {
  const reader = { guestType: type, release };
  const byTrait = new Map<DiskTrait, GuestDisk[]>();
  for (const disk of disks) {
    for (const trait of traitsOf(disk.spec, reader)) {
      const same = byTrait.get(trait);
      if (same) same.push(disk);
      else byTrait.set(trait, [disk]);
    }
  }
  return byTrait;
}
