/** What the NUMA nodes of a guest add up to. */

import { type VnumaTotals, vnumaTotals } from '../languages/vnuma/vnuma.ts';
import type { XenVersion } from '../schema/xenVersions.ts';
import type { Value } from '../syntax/index.ts';
import { atomText } from './effectiveSettings.ts';
import type { OptionValues } from './optionValues.ts';

/** What the nodes of the guest add up to; null where it has none. */
export const vnumaTotalsOf = (values: OptionValues): VnumaTotals | null =>
  totalsOfNodes(values.list('vnuma') ?? [], values.xenVersion);

/** `items` are those of `vnuma`; null where there are none. */
export function totalsOfNodes(items: readonly Value[], xenVersion: XenVersion): VnumaTotals | null {
  if (items.length === 0) return null;
  const groups = items.map((node) =>
    node.kind === 'list'
      ? node.items.flatMap((item) =>
          item.kind === 'string' || item.kind === 'number' ? [atomText(item)] : [],
        )
      : [],
  );
  return vnumaTotals(groups, xenVersion);
}
