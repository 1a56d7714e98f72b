/** How many virtual CPUs a guest has. Facts: parse_config_data, parse_vnuma_config of xl_parse.c. */
import { toInt32 } from '../cNumbers.ts';
import type { OptionValues } from './optionValues.ts';
import { vnumaTotalsOf } from './vnumaTotals.ts';

/** A number, and the option that it is from; null where it is a default. */
export interface VcpuCount {
  readonly count: number;
  readonly option: 'vcpus' | 'maxvcpus' | 'vnuma' | null;
}

/** xl keeps the numbers as an int; 0 is the same as leaving the option out. */
const numberIn = (values: OptionValues, option: 'vcpus' | 'maxvcpus'): VcpuCount => ({
  count: toInt32(values.number(option) ?? 0n),
  option,
});

/** The vCPUs that the guest starts with; since 4.22 that is at least one. */
export function startingVcpus(values: OptionValues): VcpuCount {
  const vcpus = numberIn(values, 'vcpus');
  return values.since('4.22') && vcpus.count < 1 ? { count: 1, option: null } : vcpus;
}

/** The vCPUs that the guest may have at most, by `maxvcpus`, its NUMA nodes, or those that it starts with. */
export function maxVcpus(values: OptionValues): VcpuCount {
  const most = numberIn(values, 'maxvcpus');
  if (most.count !== 0) return most;
  const inNodes = Number(vnumaTotalsOf(values)?.vcpus ?? 0n);
  return inNodes === 0 ? startingVcpus(values) : { count: inNodes, option: 'vnuma' };
}
