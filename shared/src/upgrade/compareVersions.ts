/**
 * What changes for a file when the host gets another version of Xen: what the other xl rejects, ignores, reads for the
 * first time or understands otherwise.
 */
import type { XlDocument } from '../document/document.ts';
import type { Host } from '../effective/index.ts';
import { optionValuesOf } from '../model/optionValues.ts';
import type { XenVersion } from '../schema/xenVersions.ts';
import { changesBetween } from './changes.ts';
import type { Outcome, VersionComparison } from './comparison.ts';
import { type Difference, differencesOf } from './differences.ts';
import { quietChanges } from './quietChanges.ts';
import { type Reading, readAs } from './reading.ts';

/** The machines on which the two versions run, as far as they are known. */
export interface Hosts {
  readonly from?: Host;
  readonly to?: Host;
}

/**
 * Compares what two versions make of a file, in either direction. The severities of rules and the comments that silence
 * them have no say: whether a file breaks does not depend on what somebody wants to read. Never throws.
 */
export function compareVersions(
  document: XlDocument,
  from: XenVersion,
  to: XenVersion,
  hosts: Hosts = {},
): VersionComparison {
  const before = readAs(document, from, hosts.from);
  const after = readAs(document, to, hosts.to);
  const differences: readonly Difference[] =
    before.configuration && after.configuration
      ? differencesOf(before.configuration, after.configuration)
      : [];
  const changes = changesBetween(before, after, differences);
  const isGuest = document.kind.name === 'guest';
  return {
    from,
    to,
    outcome: outcomeOf(isRejected(before), isRejected(after), changes.length > 0),
    changes,
    differences,
    notes: isGuest ? quietChanges(optionValuesOf(after.document.guest, to), from, to) : [],
  };
}

const isRejected = ({ problems }: Reading): boolean => problems.some(({ severity }) => severity === 'error');

function outcomeOf(before: boolean, after: boolean, hasChanges: boolean): Outcome {
  if (after) return before ? 'rejected' : 'breaks';
  if (before) return 'repaired';
  return hasChanges ? 'changes' : 'same';
}
