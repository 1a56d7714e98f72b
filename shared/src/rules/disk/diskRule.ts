/** The frames of rules about disks: one finding or more for a disk of the effective `disk` list. */

import type { Fix } from '../../edits/edit.ts';
import type { DiskFault } from '../../languages/disk/ast.ts';
import type { GuestDisk } from '../../model/disks.ts';
import type { Span } from '../../span.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { type DiskCondition, disksWith } from './conditions.ts';
import { spanInFile } from './specEdits.ts';

type RuleText = Pick<Rule, 'code' | 'summary' | 'details'>;

/** A rule about disks that have a trait. */
export const diskRule = (
  trait: DiskCondition,
  rule: RuleText & Pick<Rule, 'severity'>,
  check: (disk: GuestDisk, context: RuleContext) => Iterable<Finding>,
): Rule => ({
  ...rule,
  *check(context) {
    for (const disk of disksWith(trait, context)) {
      const scope = { start: disk.node.start, end: disk.node.end };
      for (const finding of check(disk, context)) yield { scope, ...finding };
    }
  },
});

export interface Explanation {
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Another place than that of the error, in the spec. */
  readonly at?: { readonly start: number; readonly end: number };
}

/** A rule that puts one error of the spec's parser in words. Null: another rule has said it. */
export const diskErrorRule = (
  rule: RuleText,
  explain: (error: DiskFault, disk: GuestDisk, context: RuleContext) => Explanation | null,
): Rule => ({
  ...rule,
  severity: 'error',
  *check(context) {
    for (const disk of disksWith('refused', context)) {
      for (const error of disk.spec.faults) {
        if (error.rule !== rule.code) continue;
        const explanation = explain(error, disk, context);
        if (!explanation) continue;
        const { message, fixes = [], at = error } = explanation;
        const scope = { start: disk.node.start, end: disk.node.end };
        yield { scope, span: spanInFile(disk, at), message, ...(fixes.length > 0 ? { fixes } : {}) };
      }
    }
  },
});

/** Where the vdev stands in the spec: where xl took it from, if it took one. */
export function vdevSpan({ spec }: GuestDisk): Span {
  const places = spec.tree.flatMap((part) => {
    const isVdev =
      (part.kind === 'parameter' && part.name === 'vdev') ||
      (part.kind === 'positional' && part.role === 'vdev');
    return isVdev ? [part] : [];
  });
  const part = places.find(({ value }) => value === spec.fields.vdev) ?? places[0];
  return part?.valueSpan ?? { start: 0, end: spec.text.length };
}
