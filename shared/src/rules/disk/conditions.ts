/**
 * What a disk has about it that a rule may have to speak of. Most disks have nothing. It is worked out once for each
 * spec, and specs outlive the versions of a document: after a keystroke in a file of thousands of disks only the new
 * ones are looked at.
 */

import type { DiskSpec } from '../../languages/disk/ast.ts';
import { chooseBackend } from '../../languages/disk/backend.ts';
import { parseVdev } from '../../languages/disk/vdev.ts';
import { disksOf, type GuestDisk } from '../../model/disks.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import type { GuestType } from '../../schema/types.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import type { RuleSource } from '../rule.ts';
import { imageFormatOf } from './imageFormats.ts';
import { findUpperCasePrefixes } from './suggestions.ts';

/** Who reads the spec. */
interface SpecContext {
  readonly guestType: GuestType;
  readonly xenVersion: XenVersion;
}

const CONDITIONS = {
  /** The parser has errors. */
  refused: ({ faults: errors }: DiskSpec) => errors.length > 0,
  prefix: ({ tree: parts }: DiskSpec) => parts.some(({ kind }) => kind === 'prefix'),
  upperCasePrefix: ({ text }: DiskSpec) => findUpperCasePrefixes(text) !== null,
  /** `hdc:cdrom` */
  oldDevtype: ({ tree: parts }: DiskSpec) => parts.some((part) => part.kind === 'positional' && part.devtype),
  cdrom: ({ fields }: DiskSpec) => fields.is_cdrom,
  readOnlyDisk: ({ fields }: DiskSpec) => !fields.readwrite && !fields.is_cdrom,
  /** The name of the target ends as that of an image that is not raw. */
  imageName: ({ fields }: DiskSpec) => imageFormatOf(fields.pdev_path ?? '') !== undefined,
  /** There is a vdev, empty or none that libxl knows. */
  strangeVdev: ({ fields: { vdev } }: DiskSpec) => vdev === '' || (vdev !== null && parseVdev(vdev) === null),
  /** The vdev is a partition, such as xvda1. */
  partition: ({ fields: { vdev } }: DiskSpec) => vdev !== null && Boolean(parseVdev(vdev)?.partition),
  /** libxl finds nobody who can serve it. */
  unserved: ({ faults: errors, fields }: DiskSpec, { guestType, xenVersion }: SpecContext) =>
    errors.length === 0 && chooseBackend(fields, guestType, xenVersion).kind === 'refused',
} satisfies Readonly<Record<string, (spec: DiskSpec, reader: SpecContext) => unknown>>;

export type DiskCondition = keyof typeof CONDITIONS;

const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly DiskCondition[];
const NONE: readonly DiskCondition[] = [];

/** What is known of a spec for a reader. */
interface ExaminedSpec extends SpecContext {
  readonly traits: readonly DiskCondition[];
  /** The number of the device, where the parser takes the spec and libxl knows the vdev. */
  readonly device: number | undefined;
}

const examinedSpecs = new WeakMap<DiskSpec, ExaminedSpec>();

function examineSpec(spec: DiskSpec, guestType: GuestType, xenVersion: XenVersion): ExaminedSpec {
  const before = examinedSpecs.get(spec);
  if (before?.guestType === guestType && before.xenVersion === xenVersion) return before;
  const reader = { guestType, xenVersion };
  const traits = CONDITION_NAMES.filter((name) => CONDITIONS[name](spec, reader));
  const vdev = spec.faults.length === 0 && spec.fields.vdev ? parseVdev(spec.fields.vdev) : null;
  const known = { guestType, xenVersion, traits: traits.length > 0 ? traits : NONE, device: vdev?.number };
  examinedSpecs.set(spec, known);
  return known;
}

/** What is known of the disks of a guest. */
interface DiskIndex {
  readonly byTrait: ReadonlyMap<DiskCondition, readonly GuestDisk[]>;
  /** The disks that are the same device as an earlier one. */
  readonly repeated: readonly { readonly disk: GuestDisk; readonly first: GuestDisk }[];
}

const diskIndexes = new WeakMap<GuestSpecs, DiskIndex>();

/** All disks are looked at in one go. */
function indexDisks({ specs, guest, settings }: RuleSource): DiskIndex {
  const known = diskIndexes.get(specs);
  if (known) return known;
  const byTrait = new Map<DiskCondition, GuestDisk[]>();
  const firsts = new Map<number, GuestDisk>();
  const repeated: { disk: GuestDisk; first: GuestDisk }[] = [];
  for (const disk of disksOf(specs)) {
    const { traits, device } = examineSpec(disk.spec, guest.type, settings.xenVersion);
    for (const trait of traits) {
      const same = byTrait.get(trait);
      if (same) same.push(disk);
      else byTrait.set(trait, [disk]);
    }
    if (device === undefined) continue;
    const first = firsts.get(device);
    if (first === undefined) firsts.set(device, disk);
    else repeated.push({ disk, first });
  }
  const disks = { byTrait, repeated };
  diskIndexes.set(specs, disks);
  return disks;
}

/** The disks of the guest that have the trait, in their order. */
export const disksWith = (trait: DiskCondition, source: RuleSource): readonly GuestDisk[] =>
  indexDisks(source).byTrait.get(trait) ?? [];

/** The disks of the guest that are the same device as an earlier one, in their order. */
export const disksOnSameDevice = (source: RuleSource): DiskIndex['repeated'] => indexDisks(source).repeated;
