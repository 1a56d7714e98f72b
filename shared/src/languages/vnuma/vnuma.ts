/**
 * The NUMA nodes of the guest, one group of strings each. Facts: parse_vnuma_config and split_string_into_pair of
 * xl_parse.c, Xen 4.6 to 4.22. Requirements across nodes are in nodes.ts.
 */
import { ENDLESS_RANGE, parseRange, parseUlong, toKib, ULONG_MAX } from '../../cNumbers.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage, SpecReader } from '../language.ts';
import { addFault, type Draft, draftOf, parameterOf, rejectAll } from '../toolkit/draft.ts';
import { createListReader, type ListReadings } from '../toolkit/readers.ts';
import { type Slice, slice, splitIntoPair, strtok, trim, wholeOf } from '../toolkit/slice.ts';
import { VNUMA_PARAMETERS, type VnumaKey } from './keys.ts';
import { nodeFaults, type VcpuRange, type VnumaFields } from './nodes.ts';

type VnumaSpec = ParsedSpec<VnumaFields>;
type VnumaDraft = Draft<VnumaFields>;

/** Too large for the field: no host has such a node. */
const NO_NODE = 2n ** 32n;

function readString(text: string, nodes: number, xenVersion: XenVersion): VnumaDraft {
  const draft = draftOf<VnumaFields>(text, {});
  const pair = splitIntoPair(wholeOf(text), '=', xenVersion);
  if (!pair) return rejectAll(draft, 'Write key=value, such as size=512.');
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
    const advice = 'Write a number, without a sign or a unit.';
    addFault(draft, value, 'bad-value', 'refused', { parameter, advice });
  } else if (read.end < value.text.length) {
    const advice = `xl reads ${read.value} and passes over the rest. Write digits alone.`;
    addFault(draft, slice(value, read.end), 'bad-form', 'ignored', { parameter, advice });
  }
  return read?.value ?? 0n;
}

/** split_string_into_string_list: a list without an item makes xl crash. */
function listOf(draft: VnumaDraft, value: Slice, parameter: string): Slice[] {
  const items = strtok(value, ',');
  if (items.length === 0) {
    const advice = 'Write numbers with commas between them, or remove the item.';
    addFault(draft, wholeOf(draft.text), 'missing-key', 'crashes', { parameter, advice });
  }
  return items;
}

function readNode(draft: VnumaDraft, value: Slice): bigint {
  const pnode = readNumber(draft, value, 'pnode');
  if (pnode >= NO_NODE) {
    const advice = 'No host has a node of this number.';
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
      const advice = 'xl goes through the range number by number, and does not come to an end.';
      addFault(draft, item, 'bad-value', 'crashes', { parameter: 'vcpus', advice });
    } else if (!valid) {
      const reads = last < first ? 'no vCPU' : `vCPU ${first}${last > first ? ` to ${last}` : ''}`;
      const advice = `xl reads ${reads} there, without a message. Write a number or a range such as 0-3.`;
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
    const advice = `xl has room for ${nodes}, one for each node, and writes the rest over other memory of its own. Remove it.`;
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
