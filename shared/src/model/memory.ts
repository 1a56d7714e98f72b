/** How much memory a guest has. Facts: parse_config_data of xl_parse.c. */

import { toKib } from '../cNumbers.ts';
import type { OptionValues } from './optionValues.ts';
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
