/**
 * Conditions of disks that rules have something to say about. Most disks meet none. They are checked once for each spec,
 * and specs outlive the versions of a document: after a keystroke in a file of thousands of disks only the new ones are
 * checked.
 */

import { withoutPadding } from '../../languages/toolkit/padding.ts';
import { createListMap } from '../../listMap.ts';
import { memoizeByObject, memoizeInContext } from '../../memoize.ts';
import {
  chooseBackend,
  DISK_CONTROLLERS,
  type DiskSpec,
  disksOf,
  emulationOf,
  type GuestDisk,
  parseVdev,
  type Vdev,
} from '../../model/disks.ts';
import { isSameSpec } from '../../model/guestSpecs.ts';
import { schemaContext } from '../../model/schemaContext.ts';
import { firmwareImageOf } from '../../schema/firmwareImages.ts';
import { isSameContext, type SchemaContext } from '../../schema/options/matching.ts';
import { createTally } from '../../tally.ts';
import type { RuleSource } from '../rule.ts';
import { imageFormatOf } from './imageFormats.ts';
import { findUpperCasePrefixes } from './suggestions.ts';

/** @param vdev null where there is none that libxl knows */
type Condition = (spec: DiskSpec, vdev: Vdev | null, context: SchemaContext) => boolean;

const CONDITIONS = {
  /** The parser has found faults. */
  rejected: ({ faults }: DiskSpec) => faults.length > 0,
  prefix: ({ tree }: DiskSpec) => tree.some(({ kind }) => kind === 'prefix'),
  upperCasePrefix: (spec: DiskSpec) => findUpperCasePrefixes(spec) !== null,
  /** `hdc:cdrom` */
  deprecatedDevtype: ({ tree }: DiskSpec) =>
    tree.some((part) => part.kind === 'positional' && Boolean(part.devtype)),
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
  invalidVdev: ({ fields }: DiskSpec, vdev: Vdev | null) => fields.vdev !== null && vdev === null,
  /** The vdev is a partition, such as xvda1. */
  partition: (_: DiskSpec, vdev: Vdev | null) => Boolean(vdev?.partition),
  /** QEMU may emulate it, as one of a few disks of an HVM guest. */
  emulated: ({ faults, fields }: DiskSpec, vdev: Vdev | null, { guestType }: SchemaContext) =>
    vdev !== null &&
    guestType === 'hvm' &&
    faults.length === 0 &&
    DISK_CONTROLLERS.some((one) => emulationOf(vdev, fields.is_cdrom, one).kind !== 'none'),
  /** libxl finds no backend for it. */
  withoutBackend: ({ faults, fields }: DiskSpec, _: Vdev | null, { guestType, xenVersion }: SchemaContext) =>
    faults.length === 0 && chooseBackend(fields, guestType, xenVersion).kind === 'refused',
} satisfies Readonly<Record<string, Condition>>;

export type DiskCondition = keyof typeof CONDITIONS;

const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly DiskCondition[];
const NONE: readonly DiskCondition[] = [];

interface CheckedSpec {
  readonly conditions: readonly DiskCondition[];
  /** The device number, where the parser accepts the spec and libxl knows the vdev. */
  readonly devices: readonly [device?: number];
}

const NO_DEVICE = [] as const;

function checkSpec(spec: DiskSpec, context: SchemaContext): CheckedSpec {
  const vdev = spec.fields.vdev ? parseVdev(spec.fields.vdev) : null;
  const conditions = CONDITION_NAMES.filter((name) => CONDITIONS[name](spec, vdev, context));
  return {
    conditions: conditions.length > 0 ? conditions : NONE,
    devices: vdev === null || spec.faults.length > 0 ? NO_DEVICE : [vdev.number],
  };
}

/** What is known of the disks from version to version of a document. */
const checkersOf = memoizeInContext((_history: object, context: SchemaContext) => {
  const checkAll = createListMap(({ spec }: GuestDisk) => checkSpec(spec, context), isSameSpec);
  const countConditions = createTally(({ conditions }: CheckedSpec) => conditions);
  const countDevices = createTally(({ devices }: CheckedSpec) => devices);
  return { checkAll, countConditions, countDevices };
}, isSameContext);

/** The disks that meet conditions, found in one pass, which every rule about disks shares. */
const findDisks = memoizeByObject((checked: readonly CheckedSpec[]) =>
  memoizeByObject((disks: readonly GuestDisk[]): ReadonlyMap<DiskCondition, readonly GuestDisk[]> => {
    const byCondition = new Map<DiskCondition, GuestDisk[]>();
    for (const [at, disk] of disks.entries()) {
      for (const condition of checked[at]?.conditions ?? NONE) {
        const same = byCondition.get(condition);
        if (same) same.push(disk);
        else byCondition.set(condition, [disk]);
      }
    }
    return byCondition;
  }),
);

const NO_DISKS: readonly GuestDisk[] = [];

/** The disks of the guest that meet the condition, in their order. */
export function disksWith(
  condition: DiskCondition,
  { specs, guest, settings }: RuleSource,
): readonly GuestDisk[] {
  const disks = disksOf(specs);
  if (disks.length === 0) return NO_DISKS;
  const { checkAll, countConditions } = checkersOf(specs.history, schemaContext(guest, settings));
  const checked = checkAll(disks);
  if (!countConditions(checked).has(condition)) return NO_DISKS;
  return findDisks(checked)(disks).get(condition) ?? NO_DISKS;
}

/** A disk that is the same device as an earlier one. */
interface RepeatedDisk {
  readonly disk: GuestDisk;
  readonly first: GuestDisk;
}

/** The disks of the guest that are the same device as an earlier one, in their order. */
export function disksOnSameDevice({ specs, guest, settings }: RuleSource): readonly RepeatedDisk[] {
  const disks = disksOf(specs);
  if (disks.length < 2) return [];
  const { checkAll, countDevices } = checkersOf(specs.history, schemaContext(guest, settings));
  const checked = checkAll(disks);
  const { repeated } = countDevices(checked);
  if (repeated.size === 0) return [];
  const firsts = new Map<number, GuestDisk>();
  return disks.flatMap((disk, at): RepeatedDisk[] => {
    const [device] = checked[at]?.devices ?? NO_DEVICE;
    if (device === undefined || !repeated.has(device)) return [];
    const first = firsts.get(device);
    if (first === undefined) firsts.set(device, disk);
    return first === undefined ? [] : [{ disk, first }];
  });
}
