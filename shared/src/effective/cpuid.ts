/**
 * What the guest sees of the processor: masks for the registers of CPUID, and since 4.14 for model-specific registers.
 * Facts: libxl_cpuid.c of Xen 4.1 to 4.22, its stable releases included: registers came with 4.14.6, 4.15.5, 4.16.5 and
 * 4.17.2.
 */

import { strtoul } from '../cNumbers.ts';
import { CPUID, type CpuidField } from '../languages/cpuid/cpuid.ts';
import type { CpuidFeature, CpuidPlace } from '../languages/cpuid/feature.ts';
import { featureNamed } from '../languages/cpuid/keys.ts';
import { type ConfigNode, list, type Origin, object, scalar } from './node.ts';
import { originsOfSpec, type Source } from './source.ts';

const REGISTERS = ['eax', 'ebx', 'ecx', 'edx'] as const;
type Register = (typeof REGISTERS)[number];

/** A leaf, and its masks as far as they are given: 32 characters, the highest bit first. */
interface Leaf {
  readonly leaf: number;
  readonly subleaf: number;
  readonly masks: Map<Register, string>;
  readonly origins: Origin[];
}

/** A model-specific register and its mask of 64 characters. */
interface Msr {
  readonly index: number;
  mask: string;
  readonly origins: Origin[];
}

interface Policy {
  readonly leaves: Map<string, Leaf>;
  readonly msrs: Map<number, Msr>;
}

/** The number that means "none", as a leaf and as a subleaf. */
const NONE = 0xffffffff;

export const cpuid: Source = (context) => {
  const policy: Policy = { leaves: new Map(), msrs: new Map() };
  for (const one of context.specsOf(CPUID)) {
    const origins = originsOfSpec(context, one);
    for (const field of one.spec.fields) {
      if ('registers' in field) setRegisters(policy, field, origins);
      else setFeature(policy, field, origins);
    }
  }
  const leaves = [...policy.leaves.values()].filter(({ leaf }) => leaf !== NONE).map(printedLeaf);
  const msrs = [...policy.msrs.values()].map(printedMsr);
  if (leaves.length === 0 && msrs.length === 0) return undefined;
  if (!context.values.since('4.14')) return list(leaves);
  return object([
    ['cpuid', list(leaves)],
    ['msr', list(msrs)],
  ]);
};

const printedLeaf = ({ leaf, subleaf, masks, origins }: Leaf): ConfigNode =>
  object(
    [
      ['leaf', scalar(leaf)],
      ['subleaf', subleaf === NONE ? undefined : scalar(subleaf)],
      ...REGISTERS.map((register) => {
        const mask = masks.get(register);
        return [register, mask === undefined ? undefined : scalar(mask)] as const;
      }),
    ],
    origins,
  );

const printedMsr = ({ index, mask, origins }: Msr): ConfigNode =>
  object(
    [
      ['index', scalar(index)],
      ['policy', scalar(mask)],
    ],
    origins,
  );

/** The leaf of these numbers, which is there from then on, whatever becomes of its masks. */
function leafOf({ leaves }: Policy, leaf: number, subleaf: number, origins: readonly Origin[]): Leaf {
  const key = `${leaf} ${subleaf}`;
  const known = leaves.get(key) ?? { leaf, subleaf, masks: new Map(), origins: [] };
  leaves.set(key, known);
  addOrigins(known.origins, origins);
  return known;
}

/** The names of one string are many; it is mentioned once. */
function addOrigins(origins: Origin[], more: readonly Origin[]): void {
  for (const origin of more) if (origins.at(-1)?.start !== origin.start) origins.push(origin);
}

function setRegisters(
  policy: Policy,
  { leaf, subleaf = NONE, registers }: Extract<CpuidField, { registers: unknown }>,
  origins: readonly Origin[],
): void {
  const { masks } = leafOf(policy, leaf, subleaf, origins);
  for (const register of REGISTERS) {
    const mask = registers[register];
    if (mask !== undefined) masks.set(register, mask);
  }
}

function setFeature(
  policy: Policy,
  { name, value, bad }: Extract<CpuidField, { name: string }>,
  origins: readonly Origin[],
): void {
  const feature = featureNamed(name);
  if (!feature) return;
  const { place } = feature;
  if ('msr' in place) {
    const known = policy.msrs.get(place.msr) ?? { index: place.msr, mask: 'x'.repeat(64), origins: [] };
    policy.msrs.set(place.msr, known);
    addOrigins(known.origins, origins);
    // The word for "as it was at the start" is not known there, and taken for "as it is".
    if (!bad) known.mask = overwrite(known.mask, feature.bit, value === 's' ? 'k' : value);
    return;
  }
  const { masks } = leafOf(policy, place.leaf, place.subleaf ?? NONE, origins);
  if (!bad) setBits(masks, place, feature, value);
}

function setBits(
  masks: Map<Register, string>,
  { register }: Exclude<CpuidPlace, { msr: number }>,
  { name, bit, bits }: CpuidFeature,
  value: string,
): void {
  const mask = masks.get(register) ?? 'x'.repeat(32);
  const number = strtoul(value, 0)?.value;
  const digits = number === undefined ? value.charAt(0).repeat(bits) : binary(number, bits);
  const parts = SPLIT[name]?.(digits, number ?? 0n) ?? [[bit, digits]];
  masks.set(
    register,
    parts.reduce((sum, [at, characters]) => overwrite(sum, at, characters), mask),
  );
}

const binary = (number: bigint, bits: number): string =>
  BigInt.asUintN(bits, number).toString(2).padStart(bits, '0');

/** Writes the characters so that the last of them is at the bit. */
function overwrite(mask: string, bit: number, characters: string): string {
  const end = mask.length - bit;
  return mask.slice(0, end - characters.length) + characters + mask.slice(end);
}

/** Family and model are in two places each: their low four bits, and what goes beyond them. */
const SPLIT: Readonly<
  Record<string, (digits: string, number: bigint) => readonly (readonly [bit: number, digits: string])[]>
> = {
  family: (digits, number) =>
    number < 16n
      ? [
          [8, digits.slice(4)],
          [20, '0'.repeat(8)],
        ]
      : [
          [8, '1111'],
          [20, digits.charAt(0) + binary(number - 15n, 7)],
        ],
  model: (digits) => [
    [16, digits.slice(0, 4)],
    [4, digits.slice(4)],
  ],
};
