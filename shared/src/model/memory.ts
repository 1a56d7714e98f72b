/** How much memory a guest has. Facts: parse_config_data of xl_parse.c. */

import { toKib, ULONG_MAX } from '../cNumbers.ts';
import type { OptionValues } from './optionValues.ts';
import { maxVcpus } from './vcpus.ts';
import { vnumaTotalsOf } from './vnumaTotals.ts';

/** KiB, and the option that they are from. */
export interface MemorySize {
  readonly kib: bigint;
  readonly option: 'memory' | 'maxmem' | 'vnuma';
}

function sizeIn(values: OptionValues, option: 'memory' | 'maxmem'): MemorySize | null {
  const mebibytes = values.number(option);
  return mebibytes === null ? null : { kib: toKib(mebibytes), option };
}

/** The memory that the guest starts with; null where libxl decides. */
export const startingMemory = (values: OptionValues): MemorySize | null => sizeIn(values, 'memory');

/** The memory that the guest may have at most: what its NUMA nodes add up to, else `maxmem`, else `memory`. */
export function maxMemory(values: OptionValues): MemorySize | null {
  const nodes = vnumaTotalsOf(values);
  if (nodes) return { kib: nodes.kib, option: 'vnuma' };
  return sizeIn(values, 'maxmem') ?? startingMemory(values);
}

/** The value that libxl keeps for an amount that is not set (LIBXL_MEMKB_DEFAULT). */
const UNSET = ULONG_MAX;

/** KiB from which on the amount in bytes does not fit into 64 bits. */
const TOO_MUCH = 2n ** 54n;

/** The option that asks for more memory for page tables than libxl can count; `null` where the memory is not set at all. */
export interface PagingMemoryFault {
  readonly option: 'shadow_memory' | MemorySize['option'] | null;
}

/**
 * Whether `xl create` fails because of the memory for the page tables of an HVM or PVH guest: a page for each MiB of the
 * guest, and 1 MiB for each vCPU, unless `shadow_memory` sets it. Before 4.17 the amount was cut to 32 bits. Facts:
 * libxl__get_required_paging_memory, libxl__domain_set_paging_mempool_size.
 */
export function pagingMemoryFault(values: OptionValues): PagingMemoryFault | null {
  if (values.createdType === 'pv' || !values.since('4.17')) return null;
  const set = values.number('shadow_memory');
  if (set !== null) return toKib(set) >= TOO_MUCH ? { option: 'shadow_memory' } : null;
  const max = maxMemory(values);
  const pagesPerMebibyte = values.flag('hap') === false ? 2n : 1n;
  const vcpus = BigInt(Math.max(0, maxVcpus(values).count));
  const kib = 4n * (256n * vcpus + pagesPerMebibyte * ((max?.kib ?? UNSET) / 1024n));
  return BigInt.asUintN(64, kib) >= TOO_MUCH ? { option: max?.option ?? null } : null;
}
