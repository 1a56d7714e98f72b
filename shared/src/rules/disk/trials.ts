/** Fixes of a disk that are tried on its string before they are offered. */
import type { Fix } from '../../edits/edit.ts';
import { fixWith } from '../../edits/stringEdits.ts';
import { memoizeByObject } from '../../memoize.ts';
import {
  chooseBackend,
  type DiskPart,
  type DiskSpec,
  disksOf,
  freeVdevs,
  type GuestDisk,
  parseDiskSpec,
  parseVdev,
} from '../../model/disks.ts';
import type { Span } from '../../span.ts';
import type { RuleContext } from '../rule.ts';
import { fieldAround } from '../specs/removeField.ts';
import { editSpec } from './specEdits.ts';

/** The text that a disk may have instead. */
export interface DiskChange {
  readonly title: string;
  readonly text: string;
  readonly preferred?: boolean;
}

/** Each trial reads the string once more, so that strings with more faults than this get none. */
const MOST_FAULTS = 8;

/** A fix for each change after which the disk is as wanted. */
export const fixesThat = (
  disk: GuestDisk,
  changes: () => readonly DiskChange[],
  { settings }: Pick<RuleContext, 'settings'>,
  isWanted: (spec: DiskSpec) => boolean,
): readonly Fix[] =>
  (disk.spec.faults.length > MOST_FAULTS ? [] : changes())
    .filter(({ text }) => isWanted(parseDiskSpec(text, settings.xenVersion)))
    .flatMap(({ title, text, preferred }) =>
      fixWith(title, editSpec(disk, text), preferred ? { preferred } : {}),
    );

/** A fix for each change that leaves fewer faults, for a disk that xl rejects. */
export const fixesWithFewerFaults = (
  disk: GuestDisk,
  changes: () => readonly DiskChange[],
  context: Pick<RuleContext, 'settings'>,
): readonly Fix[] =>
  fixesThat(disk, changes, context, ({ faults }) => faults.length < disk.spec.faults.length);

/** A fix for each change after which xl accepts the disk, libxl has a backend for it, and it is as wanted. */
export const servedFixes = (
  disk: GuestDisk,
  changes: () => readonly DiskChange[],
  context: Pick<RuleContext, 'settings' | 'guest'>,
  isWanted: (spec: DiskSpec) => boolean = () => true,
): readonly Fix[] =>
  fixesThat(disk, changes, context, (spec) => {
    const { guest, settings } = context;
    const { kind } = chooseBackend(spec.fields, guest.type, settings.xenVersion);
    return spec.faults.length === 0 && kind !== 'refused' && isWanted(spec);
  });

/** The disk without the field that a part of it is in. */
export function removeField({ spec }: GuestDisk, part: Span, preferred = false): DiskChange {
  const { field, withSeparator } = fieldAround(spec.text, ',', part);
  return {
    title: `Remove ${spec.text.slice(field.start, field.end).trim()}`,
    text: spec.text.slice(0, withSeparator.start) + spec.text.slice(withSeparator.end),
    preferred,
  };
}

/** The disk with one field more, before a `target=`, which takes all that follows it. */
export function addField({ spec }: GuestDisk, field: string, preferred = false): DiskChange {
  const target = spec.tree.find((part) => part.kind === 'parameter' && part.name === 'target');
  const at = target?.start ?? spec.text.length;
  const before = spec.text.slice(0, at).replace(/(?<![,\s])[,\s]+$/, '');
  const text = target
    ? `${before}${before && ','}${field},${spec.text.slice(at)}`
    : `${before}${before && ','}${field}`;
  return { title: `Add ${field}`, text, preferred };
}

/** The disk with another text for a part of it. */
export const changePart = ({ spec }: GuestDisk, part: Span, newText: string): DiskChange => ({
  title: `Change to ${newText}`,
  text: spec.text.slice(0, part.start) + newText + spec.text.slice(part.end),
});

/** The parts that give a parameter, by its name or by their position. */
export const partsWith = ({ tree }: DiskSpec, parameter: string) =>
  tree.filter(
    (part): part is Extract<DiskPart, { kind: 'parameter' | 'positional' }> =>
      (part.kind === 'parameter' && part.name === parameter) ||
      (part.kind === 'positional' && part.role === parameter),
  );

/** Whole disks that no other disk of the guest has as its vdev, the next one first. Kept, since many may need one. */
export const freeDisks = (context: RuleContext, cdrom: boolean): readonly string[] =>
  freeDisksOf(context)[cdrom ? 'cdrom' : 'disk'];

const freeDisksOf = memoizeByObject(({ specs, guest }: RuleContext) => {
  const fields = disksOf(specs).map(({ spec }) => spec.fields);
  const free = (cdrom: boolean): readonly string[] =>
    freeVdevs(fields, guest.type, cdrom).filter((vdev) => parseVdev(vdev)?.partition === 0);
  return { disk: free(false), cdrom: free(true) };
});
