/**
 * Conditions of disks that rules have something to say about. Most disks meet none. They are checked once for each spec,
 * and specs outlive the versions of a document: after a keystroke in a file of thousands of disks only the new ones are
 * checked.
 */

import { withoutPadding } from '../../languages/toolkit/padding.ts';
import { memoizeInContext } from '../../memoize.ts';
import { chooseBackend, type DiskSpec, disksOf, type GuestDisk, parseVdev } from '../../model/disks.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import { schemaContext } from '../../model/schemaContext.ts';
import { firmwareImageOf } from '../../schema/firmwareImages.ts';
import { isSameContext, type SchemaContext } from '../../schema/options/matching.ts';
import type { RuleSource } from '../rule.ts';
import { imageFormatOf } from './imageFormats.ts';
import { findUpperCasePrefixes } from './suggestions.ts';

const CONDITIONS = {
  /** The parser has found faults. */
  rejected: ({ faults }: DiskSpec) => faults.length > 0,
  prefix: ({ tree }: DiskSpec) => tree.some(({ kind }) => kind === 'prefix'),
  upperCasePrefix: (spec: DiskSpec) => findUpperCasePrefixes(spec) !== null,
  /** `hdc:cdrom` */
  deprecatedDevtype: ({ tree }: DiskSpec) => tree.some((part) => part.kind === 'positional' && part.devtype),
  cdrom: ({ fields }: DiskSpec) => fields.is_cdrom,
  readOnlyDisk: ({ fields }: DiskSpec) => !fields.readwrite && !fields.is_cdrom,
  /** The name of the target has the extension of an image format that is not raw. */
  imageName: ({ fields }: DiskSpec) => imageFormatOf(fields.pdev_path ?? '') !== undefined,
  /** The target is an image of OVMF or SeaBIOS, by its name. */
  firmwareImage: ({ fields }: DiskSpec) => firmwareImageOf(fields.pdev_path ?? '') !== null,
  /** The target, the script or the backend have quotes or spaces around them. */
  padded: ({ fields: { pdev_path, script, backend_domname } }: DiskSpec) =>
    [pdev_path, script, backend_domname].some((text) => text !== null && withoutPadding(text) !== text),
  /** There is a vdev, but it is empty or none that libxl knows. */
  invalidVdev: ({ fields: { vdev } }: DiskSpec) => vdev === '' || (vdev !== null && parseVdev(vdev) === null),
  /** The vdev is a partition, such as xvda1. */
  partition: ({ fields: { vdev } }: DiskSpec) => vdev !== null && Boolean(parseVdev(vdev)?.partition),
  /** libxl finds no backend for it. */
  withoutBackend: ({ faults, fields }: DiskSpec, { guestType, xenVersion }: SchemaContext) =>
    faults.length === 0 && chooseBackend(fields, guestType, xenVersion).kind === 'refused',
} satisfies Readonly<Record<string, (spec: DiskSpec, context: SchemaContext) => unknown>>;

export type DiskCondition = keyof typeof CONDITIONS;

const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly DiskCondition[];
const NONE: readonly DiskCondition[] = [];

interface CheckedSpec {
  readonly conditions: readonly DiskCondition[];
  /** The device number, where the parser accepts the spec and libxl knows the vdev. */
  readonly device: number | undefined;
}

const checkSpec = memoizeInContext((spec: DiskSpec, context: SchemaContext): CheckedSpec => {
  const conditions = CONDITION_NAMES.filter((name) => CONDITIONS[name](spec, context));
  const vdev = spec.faults.length === 0 && spec.fields.vdev ? parseVdev(spec.fields.vdev) : null;
  return { conditions: conditions.length > 0 ? conditions : NONE, device: vdev?.number };
}, isSameContext);

/** The disks of a guest, by what rules look for. */
interface DiskIndex {
  readonly byCondition: ReadonlyMap<DiskCondition, readonly GuestDisk[]>;
  /** The disks that are the same device as an earlier one. */
  readonly repeated: readonly { readonly disk: GuestDisk; readonly first: GuestDisk }[];
}

/** All disks are checked in one pass, which every rule about disks shares. */
const indexDisks = memoizeInContext((specs: GuestSpecs, context: SchemaContext): DiskIndex => {
  const byCondition = new Map<DiskCondition, GuestDisk[]>();
  const firsts = new Map<number, GuestDisk>();
  const repeated: { disk: GuestDisk; first: GuestDisk }[] = [];
  for (const disk of disksOf(specs)) {
    const { conditions, device } = checkSpec(disk.spec, context);
    for (const condition of conditions) {
      const same = byCondition.get(condition);
      if (same) same.push(disk);
      else byCondition.set(condition, [disk]);
    }
    if (device === undefined) continue;
    const first = firsts.get(device);
    if (first === undefined) firsts.set(device, disk);
    else repeated.push({ disk, first });
  }
  return { byCondition, repeated };
}, isSameContext);

const indexOf = ({ specs, guest, settings }: RuleSource): DiskIndex =>
  indexDisks(specs, schemaContext(guest, settings));

/** The disks of the guest that meet the condition, in their order. */
export const disksWith = (condition: DiskCondition, source: RuleSource): readonly GuestDisk[] =>
  indexOf(source).byCondition.get(condition) ?? [];

/** The disks of the guest that are the same device as an earlier one, in their order. */
export const disksOnSameDevice = (source: RuleSource): DiskIndex['repeated'] => indexOf(source).repeated;
