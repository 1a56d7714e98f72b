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

/** A rule about disks that meet a condition. */
export const diskRule = (
  condition: DiskCondition,
  rule: RuleDescription,
  check: (disk: GuestDisk, context: RuleContext) => Iterable<Finding>,
): Rule => ({
  ...rule,
  check: (context) =>
    findingsOf(disksWith(condition, context), function* (disk) {
      const scope = spanOf(disk.node);
      for (const finding of check(disk, context)) yield { scope, ...finding };
    }),
});

/** Most files have no disk for most rules. */
const findingsOf = (
  disks: readonly GuestDisk[],
  find: (disk: GuestDisk) => Iterable<Finding>,
): Iterable<Finding> => (disks.length === 0 ? NOTHING : disks.flatMap((disk) => [...find(disk)]));

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
    findingsOf(disksWith('rejected', context), function* (disk) {
      // Whatever is wrong with it, it does not belong there.
      if (disksWith('firmwareImage', context).includes(disk)) return;
      for (const fault of disk.spec.faults) {
        if (fault.rule !== rule.code) continue;
        const explanation = explain(fault, disk, context);
        if (!explanation) continue;
        const { message, fixes, at = fault } = explanation;
        const scope = spanOf(disk.node);
        yield { scope, span: spanInFile(disk, at), message, ...withFixes(fixes) };
      }
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
