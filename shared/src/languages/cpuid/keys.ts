/** The parameters of `cpuid`, in both of its notations. Facts: libxl_cpuid.c of Xen 4.1 to 4.22, xl.cfg(5). */

import { inParagraphs, type ParameterSchema, type ValueDoc } from '../../schema/types.ts';
import type { CpuidFeature, CpuidPlace } from './feature.ts';
import { HIGHER_LEAVES } from './higherLeaves.ts';
import { LEAF_7 } from './leaf7.ts';
import { LOWER_LEAVES } from './lowerLeaves.ts';

export const CPUID_FEATURES: readonly CpuidFeature[] = [...LOWER_LEAVES, ...LEAF_7, ...HIGHER_LEAVES];

const byName: ReadonlyMap<string, CpuidFeature> = new Map(
  CPUID_FEATURES.map((feature) => [feature.name, feature]),
);

export const featureNamed = (name: string): CpuidFeature | undefined => byName.get(name);

const FROM_XEN: readonly ValueDoc[] = [
  { name: 'x', summary: 'What Xen finds safe on the host; the default.' },
  { name: 'k', summary: 'What the processor of the host says.' },
  { name: 's', summary: 'The same as k; under xend it was kept across a migration.' },
];

const SWITCH: readonly ValueDoc[] = [
  { name: '0', summary: 'Hidden from the guest.' },
  { name: '1', summary: 'Shown to the guest, if the hypervisor allows it.' },
  ...FROM_XEN,
];

const FEATURES = 'libxl_cpuid.c:libxl_cpuid_parse_config xen/include/public/arch-x86/cpufeatureset.h';

const inWords = (where: CpuidPlace): string =>
  'msr' in where
    ? `model-specific register 0x${where.msr.toString(16)}`
    : `${where.register} of leaf 0x${where.leaf.toString(16)}` +
      (where.subleaf === undefined ? '' : `, subleaf ${where.subleaf}`);

const bitsInWords = ({ bit, bits }: CpuidFeature): string =>
  bits === 1 ? `Bit ${bit}` : `Bits ${bit} to ${bit + bits - 1}`;

function parameterOf(feature: CpuidFeature): ParameterSchema {
  const { name, bits, since, last, meaning, place } = feature;
  const isSwitch = bits === 1;
  return {
    name,
    source: FEATURES,
    form: 'value',
    since,
    ...(last === undefined ? {} : { last }),
    summary: `${meaning}.`,
    details:
      `${bitsInWords(feature)} of ${inWords(place)}. ` +
      (isSwitch ? '' : 'A number is written to the bits as it is; what does not fit is cut off. ') +
      'A name that the release does not know is printed and ignored.',
    defaultValue: 'what Xen finds safe on the host',
    example: `cpuid = "host,${name}=0"`,
    values: isSwitch ? SWITCH : FROM_XEN,
  };
}

export const CPUID_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'host',
    source: 'libxl_cpuid.c:libxl_cpuid_parse_config',
    form: 'flag',
    since: '4.1',
    summary: 'The beginning of a string that changes single features.',
    details:
      'Must be the first word, in lowercase and without spaces; otherwise xl prints a message and ignores all of the ' +
      'string. What follows changes what the guest would see anyway.',
    example: 'cpuid = "host,rtm=0,hle=0"',
  },
  ...CPUID_FEATURES.map(parameterOf),
  {
    name: 'policy',
    source: 'libxl_cpuid.c:libxl_cpuid_parse_config_xend',
    form: 'flag',
    since: '4.1',
    summary: 'The registers of one leaf, bit by bit: the notation of xend, for the items of a list.',
    details: inParagraphs(
      'Leaf, comma and subleaf if there is one, a colon, then `register=bits` with commas between. A register is one of ' +
        '`eax`, `ebx`, `ecx`, `edx`, and the bits are 32 characters, the highest first: `1`, `0`, `x` for what Xen finds ' +
        'safe, `k` for what the host has, `s` for the same.',
      'xl prints what it does not understand and ignores the rest of the item. Other characters pass it, and ' +
        'the guest does not start.',
    ),
    example: 'cpuid = [ "1:ecx=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0" ]',
  },
];
