/** What a comparison of two versions says of a file. Plain data; spans are UTF-16 code units into the file. */
import type { Fix } from '../edits/edit.ts';
import type { XenVersion } from '../schema/xenVersions.ts';
import type { Span } from '../span.ts';
import type { Difference } from './differences.ts';
import type { QuietChange } from './quietChanges.ts';

/**
 * What the version after does that the one before does not.
 * - rejected: it rejects the file because of this.
 * - ignored: it does not have the option.
 * - warned: it accepts the file, and does something else than the file says.
 * - read: it reads what the one before ignores.
 * - changed: it makes something else of the same text.
 * - deprecated: it reads this as before, and knows a successor.
 * - resolved: it has no complaint where the one before had.
 */
export type ChangeKind = 'rejected' | 'ignored' | 'warned' | 'read' | 'changed' | 'deprecated' | 'resolved';

export interface Change {
  readonly kind: ChangeKind;
  readonly span: Span;
  /** The rule that reports it. Absent: it follows from the two configurations. */
  readonly code?: string;
  /** What changes, and what to write instead. */
  readonly message: string;
  /** What it does to the effective configuration. */
  readonly differences: readonly Difference[];
  readonly fixes: readonly Fix[];
}

/**
 * - breaks: accepted before, rejected after.
 * - repaired: the other way round.
 * - rejected: by both.
 * - changes: accepted by both, and not quite the same.
 * - same: nothing to report.
 */
export type Outcome = 'breaks' | 'repaired' | 'rejected' | 'changes' | 'same';

export interface VersionComparison {
  readonly from: XenVersion;
  readonly to: XenVersion;
  readonly outcome: Outcome;
  /** In the order of the text. */
  readonly changes: readonly Change[];
  /** All differences of the effective configurations, formal ones included. Empty for files that are no guests. */
  readonly differences: readonly Difference[];
  /** What changes for guests of this type, whatever their file says. */
  readonly notes: readonly QuietChange[];
}
