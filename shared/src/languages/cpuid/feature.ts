/** How a feature name of `cpuid` is described: where its bits are, and what they mean. */
import type { XenVersion } from '../../schema/xenVersions.ts';

/** A register of a leaf of the CPUID instruction, or a model-specific register. */
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
  /** What the bits mean, without a full stop. */
  readonly meaning: string;
}

type Row = readonly [
  name: string,
  bit: number,
  since: XenVersion,
  meaning: string,
  more?: { readonly bits?: number; readonly last?: XenVersion },
];

/** The features of one register, one row each. Names of the same bit are synonyms. */
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
