/**
 * What a disk has about it that a rule may have to speak of. Most disks have nothing. It is worked out once for each
 * spec, and specs outlive the versions of a document: after a keystroke in a file of thousands of disks only the new
 * ones are looked at.
 */

import type { DiskSpec } from '../../languages/disk/ast.ts';
import { chooseBackend } from '../../languages/disk/backend.ts';
import { parseVdev } from '../../languages/disk/vdev.ts';
import type { Guest, GuestDisk } from '../../model/guest.ts';
import type { GuestType } from '../../schema/types.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import { upperCasePrefixes } from './guesses.ts';
import { imageEnding } from './images.ts';

/** Who reads the spec. */
interface Reader {
  readonly guestType: GuestType;
  readonly xenVersion: XenVersion;
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
  unserved: ({ errors, fields }: DiskSpec, { guestType, xenVersion }: Reader) =>
    errors.length === 0 && chooseBackend(fields, guestType, xenVersion).kind === 'refused',
} satisfies Readonly<Record<string, (spec: DiskSpec, reader: Reader) => unknown>>;

export type DiskTrait = keyof typeof TRAITS;

const NAMES = Object.keys(TRAITS) as readonly DiskTrait[];
const NONE: readonly DiskTrait[] = [];

/** What is known of a spec for a reader. */
interface Known extends Reader {
  readonly traits: readonly DiskTrait[];
  /** The number of the device, where the parser takes the spec and libxl knows the vdev. */
  readonly device: number | undefined;
}

const knownSpecs = new WeakMap<DiskSpec, Known>();

function lookAt(spec: DiskSpec, guestType: GuestType, xenVersion: XenVersion): Known {
  const before = knownSpecs.get(spec);
  if (before?.guestType === guestType && before.xenVersion === xenVersion) return before;
  const reader = { guestType, xenVersion };
  const traits = NAMES.filter((name) => TRAITS[name](spec, reader));
  const vdev = spec.errors.length === 0 && spec.fields.vdev ? parseVdev(spec.fields.vdev) : null;
  const known = { guestType, xenVersion, traits: traits.length > 0 ? traits : NONE, device: vdev?.number };
  knownSpecs.set(spec, known);
  return known;
}

/** What is known of the disks of a guest, by their indices. */
interface Disks extends Reader {
  readonly byTrait: ReadonlyMap<DiskTrait, readonly number[]>;
  /** The disks that are the same device as an earlier one. */
  readonly repeated: readonly { readonly at: number; readonly first: number }[];
}

const knownLists = new WeakMap<readonly DiskSpec[], Disks>();

/** All disks are looked at in one go, and not again while they are the same. */
function disksOf({ diskSpecs, type: guestType }: Guest, xenVersion: XenVersion): Disks {
  const before = knownLists.get(diskSpecs);
  if (before?.guestType === guestType && before.xenVersion === xenVersion) return before;
  const byTrait = new Map<DiskTrait, number[]>();
  const firsts = new Map<number, number>();
  const repeated: { at: number; first: number }[] = [];
  for (const [at, spec] of diskSpecs.entries()) {
    const { traits, device } = lookAt(spec, guestType, xenVersion);
    for (const trait of traits) {
      const same = byTrait.get(trait);
      if (same) same.push(at);
      else byTrait.set(trait, [at]);
    }
    if (device === undefined) continue;
    const first = firsts.get(device);
    if (first === undefined) firsts.set(device, at);
    else repeated.push({ at, first });
  }
  const disks = { guestType, xenVersion, byTrait, repeated };
  knownLists.set(diskSpecs, disks);
  return disks;
}

/** The disks of the guest that have the trait for the xl of `xenVersion`, in their order. */
export const disksWith = (trait: DiskTrait, guest: Guest, xenVersion: XenVersion): readonly GuestDisk[] =>
  (disksOf(guest, xenVersion).byTrait.get(trait) ?? []).flatMap((at) => guest.disks[at] ?? []);

/** The disks of the guest that are the same device as an earlier one, in their order. */
export const repeatedDisks = (
  guest: Guest,
  xenVersion: XenVersion,
): readonly { readonly disk: GuestDisk; readonly first: GuestDisk }[] =>
  disksOf(guest, xenVersion).repeated.flatMap(({ at, first: firstAt }) => {
    const disk = guest.disks[at];
    const first = guest.disks[firstAt];
    return disk && first ? [{ disk, first }] : [];
  });
