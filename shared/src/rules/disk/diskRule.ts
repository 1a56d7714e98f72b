/** How rules about disks are defined: they have findings about single disks of the effective `disk` list. */

import type { DiskFault, GuestDisk } from '../../model/disks.ts';
import { type Span, spanOf } from '../../span.ts';
import {
  type Explanation,
  type Finding,
  NOTHING,
  type Rule,
  type RuleContext,
  type RuleDescription,
  withFixes,
} from '../rule.ts';
import { type DiskCondition, disksWith } from './conditions.ts';
import { spanInFile } from './specEdits.ts';
import { splitDiskOf } from './splitDisk.ts';

/** A rule about disks that meet a condition. */
export const diskRule = (
  condition: DiskCondition,
  rule: RuleDescription,
  check: (disk: GuestDisk, context: RuleContext) => Iterable<Finding>,
): Rule => ({
  ...rule,
  check: (context) =>
    findingsOf(disksWith(condition, context), (disk) =>
      Array.from(check(disk, context), (finding) => ({ scope: spanOf(disk.node), ...finding })),
    ),
});

/**
 * Most files have no disk for most rules. `find` is not a generator: a closure that is one costs V8 a hidden class each time
 * it is made, which a third of a small file's time went into.
 */
const findingsOf = (
  disks: readonly GuestDisk[],
  find: (disk: GuestDisk) => readonly Finding[],
): Iterable<Finding> => (disks.length === 0 ? NOTHING : disks.flatMap(find));

interface DiskExplanation extends Explanation {
  /** The part of the spec that is marked. Absent: that of the fault. */
  readonly at?: Span;
}

/** A rule that explains one kind of fault that the parser finds; null where another rule reports it. */
export const diskFaultRule = (
  rule: Omit<RuleDescription, 'severity'>,
  explain: (fault: DiskFault, disk: GuestDisk, context: RuleContext) => DiskExplanation | null,
): Rule => ({
  ...rule,
  severity: 'error',
  check: (context) =>
    findingsOf(disksWith('rejected', context), (disk) => {
      // Whatever is wrong with its string, firmware does not belong there.
      if (disksWith('firmwareImage', context).includes(disk)) return [];
      const split = splitDiskOf(disk, context);
      if (split && (rule.code !== 'disk-missing-vdev' || disk !== split.pieces[0])) return [];
      return disk.spec.faults.flatMap((fault) => {
        const explanation = fault.rule === rule.code ? explain(fault, disk, context) : null;
        if (!explanation) return [];
        const { message, fixes, at = fault } = explanation;
        return [{ scope: spanOf(disk.node), span: spanInFile(disk, at), message, ...withFixes(fixes) }];
      });
    }),
});

/** The span of the vdev in the spec: of the one that counts, if there are several; of the whole spec without one. */
export function vdevSpan({ spec }: GuestDisk): Span {
  const vdevs = spec.tree.flatMap((part) => {
    const isVdev =
      (part.kind === 'parameter' && part.name === 'vdev') ||
      (part.kind === 'positional' && part.role === 'vdev');
    return isVdev ? [part] : [];
  });
  const part = vdevs.find(({ value }) => value === spec.fields.vdev) ?? vdevs[0];
  return part?.valueSpan ?? { start: 0, end: spec.text.length };
}
