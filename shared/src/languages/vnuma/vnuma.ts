/**
 * The NUMA nodes of the guest, one group of strings each. Facts: parse_vnuma_config and split_string_into_pair of
 * xl_parse.c, Xen 4.6 to 4.22. Requirements across nodes are in nodes.ts.
 */
import { ENDLESS_RANGE, parseRange, parseUlong, toKib, ULONG_MAX } from '../../cNumbers.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage, SpecReader } from '../language.ts';
import { addFault, type Draft, draftOf, parameterOf, rejectAll } from '../toolkit/draft.ts';
import { createListReader, type ListReadings } from '../toolkit/readers.ts';
import { type Slice, slice, splitIntoPair, strtok, trim, wholeOf } from '../toolkit/slice.ts';
import { nodeFaults, type VcpuRange, type VnumaFields } from './nodes.ts';

const NODES =
  'vnuma = [ [ "pnode=0", "size=512", "vcpus=0-1", "vdistances=10,20" ], ' +
  '[ "pnode=1", "size=512", "vcpus=2-3", "vdistances=20,10" ] ]';

type VnumaKey = 'pnode' | 'size' | 'vcpus' | 'vdistances';

/** Facts: parse_vnuma_config, libxl_vnuma.c of Xen 4.6 to 4.22, xl.cfg(5). */
const VNUMA_PARAMETERS: readonly (ParameterSchema & { readonly name: VnumaKey })[] = [
  {
    name: 'pnode',
    source: 'xl_parse.c:parse_vnuma_config libxl_vnuma.c:libxl__vnuma_config_check',
    form: 'value',
    since: '4.6',
    summary: 'The node of the host that the memory of this node comes from.',
    details:
      'A number from 0, in decimal; what follows the digits is ignored. No number is rejected, and so is a node that ' +
      'the host does not have.',
    defaultValue: '`0`',
    example: NODES,
  },
  {
    name: 'size',
    source: 'xl_parse.c:parse_vnuma_config libxl_vnuma.c:libxl__vnuma_config_check',
    form: 'value',
    since: '4.6',
    summary: 'How much memory the node has, in MiB.',
    details:
      'The sum over all nodes becomes `maxmem`; where that is set and differs, xl rejects the file. `memory` must not be ' +
      'less than the sum.',
    defaultValue: '`0`',
    example: NODES,
  },
  {
    name: 'vcpus',
    source: 'xl_parse.c:parse_vnuma_config libxl_vnuma.c:libxl__vnuma_config_check',
    form: 'value',
    since: '4.6',
    summary: 'Which vCPUs belong to the node.',
    details:
      'Numbers and ranges with commas between, counted from 0. Every vCPU must belong to one node, or else the guest ' +
      'cannot be created. Their number becomes `maxvcpus`; where that is set and differs, xl rejects the file. A word ' +
      'counts as vCPU 0; nothing but spaces or commas makes xl crash.',
    defaultValue: 'none',
    example: NODES,
  },
  {
    name: 'vdistances',
    source: 'xl_parse.c:parse_vnuma_config libxl_vnuma.c:libxl__vnuma_config_check',
    form: 'value',
    since: '4.6',
    summary: 'How far the nodes are from this one, one number for each node.',
    details:
      'By habit 10 for the node itself and 20 and more for others; no other node may be nearer than the node itself, or ' +
      'else `xl create` fails. Too many numbers overwrite memory of xl, which may crash.',
    defaultValue: '`0` for each',
    example: NODES,
  },
];

type VnumaSpec = ParsedSpec<VnumaFields>;
type VnumaDraft = Draft<VnumaFields>;

/** Too large for the field: no host has such a node. */
const NO_NODE = 2n ** 32n;

function readString(text: string, nodes: number, xenVersion: XenVersion): VnumaDraft {
  const draft = draftOf<VnumaFields>(text, {});
  const pair = splitIntoPair(wholeOf(text), '=', xenVersion);
  if (!pair) return rejectAll(draft, 'Use `key=value`, such as `size=512`.');
  const [key, value] = [trim(pair[0]), trim(pair[1])];
  draft.parts.push(parameterOf(key, value));
  const schema = VNUMA_PARAMETERS.find(({ name }) => name === key.text);
  if (!schema || !existsIn(xenVersion, schema)) {
    addFault(draft, key, 'unknown-key', 'ignored', { parameter: key.text });
    return draft;
  }
  draft.fields = READERS[schema.name](draft, value, nodes);
  return draft;
}

/** parse_ulong: what follows the digits is ignored. */
function readNumber(draft: VnumaDraft, value: Slice, parameter: string): bigint {
  const read = parseUlong(value.text);
  if (!read) {
    const advice = 'Use a number without sign or unit.';
    addFault(draft, value, 'bad-value', 'refused', { parameter, advice });
  } else if (read.end < value.text.length) {
    const advice = `xl reads ${read.value} and ignores the rest. Use digits only.`;
    addFault(draft, slice(value, read.end), 'bad-form', 'ignored', { parameter, advice });
  }
  return read?.value ?? 0n;
}

/** split_string_into_string_list: a list without an item makes xl crash. */
function listOf(draft: VnumaDraft, value: Slice, parameter: string): Slice[] {
  const items = strtok(value, ',');
  if (items.length === 0) {
    const advice = 'Use numbers separated by commas, or remove the item.';
    addFault(draft, wholeOf(draft.text), 'missing-key', 'crashes', { parameter, advice });
  }
  return items;
}

function readNode(draft: VnumaDraft, value: Slice): bigint {
  const pnode = readNumber(draft, value, 'pnode');
  if (pnode >= NO_NODE) {
    const advice = 'No host has a node with this number.';
    addFault(draft, value, 'bad-value', 'refused', { parameter: 'pnode', advice });
  }
  return pnode;
}

function readVcpus(draft: VnumaDraft, value: Slice): readonly VcpuRange[] {
  const ranges: VcpuRange[] = [];
  for (const item of listOf(draft, value, 'vcpus')) {
    const { first, last, valid } = parseRange(item.text);
    if (last >= first) ranges.push({ ...item, first, last });
    if (last >= first && (last - first >= ENDLESS_RANGE || last === ULONG_MAX)) {
      const advice = 'xl walks through the range number by number and never finishes.';
      addFault(draft, item, 'bad-value', 'crashes', { parameter: 'vcpus', advice });
    } else if (!valid) {
      const reads = last < first ? 'no vCPU' : `vCPU ${first}${last > first ? ` to ${last}` : ''}`;
      const advice = `xl silently reads ${reads}. Use a number or a range such as \`0-3\`.`;
      addFault(draft, item, 'bad-value', 'ignored', { parameter: 'vcpus', advice });
    }
  }
  return ranges;
}

/** Room for distances in the memory that malloc gives for `nodes` of them, four bytes each. */
const roomFor = (nodes: number): number => (Math.max(32, Math.ceil((nodes * 4 + 8) / 16) * 16) - 8) / 4;

function readDistances(draft: VnumaDraft, value: Slice, nodes: number): readonly bigint[] {
  const items = listOf(draft, value, 'vdistances');
  const distances = items.map((item) => BigInt.asUintN(32, readNumber(draft, item, 'vdistances')));
  const extra = items[nodes];
  if (extra) {
    const advice = `xl has room for ${nodes}, one per node, and overwrites other memory with the rest. Remove it.`;
    const effect = items.length > roomFor(nodes) ? 'crashes' : 'ignored';
    const place = { start: extra.start, end: value.end };
    addFault(draft, place, 'bad-form', effect, { parameter: 'vdistances', advice });
  }
  return distances.slice(0, nodes);
}

type Reader = (draft: VnumaDraft, value: Slice, nodes: number) => VnumaFields;

const READERS: Readonly<Record<VnumaKey, Reader>> = {
  pnode: (draft, value) => ({ pnode: readNode(draft, value) }),
  size: (draft, value) => ({ memkb: toKib(readNumber(draft, value, 'size')) }),
  vcpus: (draft, value) => ({ vcpus: readVcpus(draft, value) }),
  vdistances: (draft, value, nodes) => ({ distances: readDistances(draft, value, nodes) }),
};

export interface VnumaTotals {
  readonly nodes: number;
  /** The memory of all nodes, as xl adds it up in 64 bits. */
  readonly kib: bigint;
  readonly vcpus: bigint;
  /** The sizes that each node is given, in KiB. The last one counts, but xl adds up all of them. */
  readonly sizes: readonly (readonly bigint[])[];
}

/** What the nodes add up to for xl: its `maxmem` and its `maxvcpus`. Valid only if xl rejects none of the strings. */
export function vnumaTotals(groups: readonly (readonly string[])[], xenVersion: XenVersion): VnumaTotals {
  const nodes = groups.map((texts) =>
    texts.map((text) => readString(text, groups.length, xenVersion).fields),
  );
  const sizes = nodes.map((fields) => fields.flatMap(({ memkb }) => (memkb === undefined ? [] : [memkb])));
  const kib = sizes.flat().reduce((sum, size) => sum + size, 0n);
  const ranges = nodes.flat().flatMap(({ vcpus = [] }) => vcpus);
  const vcpus = ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  return { nodes: groups.length, kib: BigInt.asUintN(64, kib), vcpus, sizes };
}

/** Unless the strings are all of the option's, neither the number of nodes nor their sums are known. */
function createReader({ isWhole = false, xenVersion }: SpecContext): SpecReader<VnumaSpec> {
  const readers = new Map<number, (texts: readonly string[]) => ListReadings<VnumaSpec>>();
  return (groups) => {
    const nodes = isWhole ? groups.length : Number.MAX_SAFE_INTEGER;
    const read = readers.get(nodes) ?? createListReader((text) => readString(text, nodes, xenVersion));
    // When their number changes, every node is read again.
    readers.clear();
    readers.set(nodes, read);
    const { readings } = read(groups.flat());
    let next = 0;
    const specs = groups.map((texts) => {
      const start = next;
      next += texts.length;
      return readings.slice(start, next);
    });
    for (const { node, index, fault } of isWhole ? nodeFaults(specs) : []) {
      const spec = specs[node]?.[index];
      if (spec) specs[node]?.splice(index, 1, { ...spec, faults: [...spec.faults, fault] });
    }
    return specs;
  };
}

export const VNUMA: SpecLanguage<VnumaSpec> = {
  options: ['vnuma'],
  noun: 'NUMA node',
  shape: 'groups',
  separator: '',
  parameters: VNUMA_PARAMETERS,
  nonStringItem: 'refused',
  nestedList: 'ignored',
  createReader,
};
