/** How rules about disks are defined: they have findings about single disks of the effective `disk` list. */

import type { Fix } from '../../edits/edit.ts';
import type { DiskFault, GuestDisk } from '../../model/disks.ts';
import type { Span } from '../../span.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { type DiskCondition, disksWith } from './conditions.ts';
import { spanInFile } from './specEdits.ts';

type RuleText = Pick<Rule, 'code' | 'summary' | 'details'>;

/** A rule about disks that meet a condition. */
export const diskRule = (
  condition: DiskCondition,
  rule: RuleText & Pick<Rule, 'severity'>,
  check: (disk: GuestDisk, context: RuleContext) => Iterable<Finding>,
): Rule => ({
  ...rule,
  *check(context) {
    for (const disk of disksWith(condition, context)) {
      const scope = { start: disk.node.start, end: disk.node.end };
      for (const finding of check(disk, context)) yield { scope, ...finding };
    }
  },
});

export interface Explanation {
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** The part of the spec that is marked. Absent: that of the fault. */
  readonly at?: Span;
}

/** A rule that explains one kind of fault that the parser finds; null where another rule reports it. */
export const diskFaultRule = (
  rule: RuleText,
  explain: (fault: DiskFault, disk: GuestDisk, context: RuleContext) => Explanation | null,
): Rule => ({
  ...rule,
  severity: 'error',
  *check(context) {
    for (const disk of disksWith('rejected', context)) {
      for (const fault of disk.spec.faults) {
        if (fault.rule !== rule.code) continue;
        const explanation = explain(fault, disk, context);
        if (!explanation) continue;
        const { message, fixes = [], at = fault } = explanation;
        const scope = { start: disk.node.start, end: disk.node.end };
        yield { scope, span: spanInFile(disk, at), message, ...(fixes.length > 0 ? { fixes } : {}) };
      }
    }
  },
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
