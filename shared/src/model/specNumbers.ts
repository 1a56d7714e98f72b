/** The numbers of a guest that its strings depend on. Facts: parse_config_data, parse_vnuma_config of xl_parse.c. */
import { toInt32 } from '../cNumbers.ts';
import type { SpecContext } from '../languages/language.ts';
import { optionByName } from '../schema/index.ts';
import { existsIn, type XenVersion } from '../schema/xenVersions.ts';
import type { Guest } from './guest.ts';
import { numberOf } from './optionValues.ts';
import { totalsOfNodes } from './vnumaTotals.ts';

/**
 * The number that xl reads for an option, by its name. Where `maxvcpus` is absent or 0, xl uses the number of vCPUs in the NUMA
 * nodes.
 */
export const specNumbers =
  (guest: Guest, xenVersion: XenVersion): SpecContext['numberOf'] =>
  (option) => {
    const own = numberOf(guest.settings.get(option));
    return option === 'maxvcpus' && toInt32(own ?? 0n) === 0 ? vcpusOfNodes(guest, xenVersion) : own;
  };

function vcpusOfNodes(guest: Guest, xenVersion: XenVersion): bigint | null {
  const value = guest.settings.get('vnuma')?.value;
  const option = optionByName.get('vnuma');
  if (value?.kind !== 'list' || !option || !existsIn(xenVersion, option)) return null;
  return totalsOfNodes(value.items, xenVersion)?.vcpus ?? null;
}
