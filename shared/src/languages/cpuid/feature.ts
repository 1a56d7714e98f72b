/** How a name of `cpuid` is described: where its bits are, and what they stand for. */
import type { XenVersion } from '../../schema/xenVersions.ts';

/** A register of a leaf of the CPUID instruction, or the model-specific register that stands beside them. */
export type CpuidPlace =
  | { readonly leaf: number; readonly subleaf?: number; readonly register: 'eax' | 'ebx' | 'ecx' | 'edx' }
  | { readonly msr: number };

export interface CpuidFeature {
  readonly name: string;
  readonly place: CpuidPlace;
  readonly bit: number;
  /** Number of bits; 1 for a feature that is there or not. */
  readonly bits: number;
  readonly since: XenVersion;
  readonly last?: XenVersion;
  /** What the bits stand for, without a full stop. */
  readonly meaning: string;
}

type Row = readonly [
  name: string,
  bit: number,
  since: XenVersion,
  meaning: string,
  more?: { readonly bits?: number; readonly last?: XenVersion },
];

/** The names of one place, one row each. Names of the same bit are two words for one thing. */
export const featuresAt = (where: CpuidPlace, rows: readonly Row[]): CpuidFeature[] =>
  rows.map(([name, bit, since, meaning, more]) => ({
    name,
    place: where,
    bit,
    bits: 1,
    since,
    meaning,
    ...more,
  }));
