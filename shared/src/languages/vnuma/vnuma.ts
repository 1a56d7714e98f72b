/**
 * The NUMA nodes of the guest, one group of strings each. Facts: parse_vnuma_config and split_string_into_pair of
 * xl_parse.c, Xen 4.6 to 4.22. What the nodes have to be to each other is in vnumaNodes.ts.
 */

import { atLeast, existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage, SpecReader } from '../language.ts';
import { readUnsigned, ULONG_MAX } from '../toolkit/cNumbers.ts';
import {
  type Draft,
  draftOf,
  faultAt,
  finished,
  type Piece,
  parameterPart,
  pieceOf,
  tokens,
  trimmed,
  within,
  wordPart,
} from '../toolkit/cursor.ts';
import { ENDLESS, type NumberSpan, scanRange } from '../toolkit/ranges.ts';
import { createListReader, type ListReadings } from '../toolkit/readers.ts';
import { VNUMA_PARAMETERS } from './keys.ts';
import { nodeFaults } from './nodes.ts';

/** What one string says of its node. */
export interface VnumaField {
  readonly pnode?: bigint;
  readonly memkb?: bigint;
  /** Ranges of vCPUs, as xl goes through them. */
  readonly vcpus?: readonly (NumberSpan & Piece)[];
  readonly distances?: readonly bigint[];
}

type VnumaDraft = Draft<VnumaField>;

/** No host has a node of this number: it does not fit the field. */
const NO_NODE = 2n ** 32n;

/** Up to 4.17 key and value are the first two pieces between `=`; then what is before the first `=` and all behind it. */
function pairOf(text: string, xenVersion: XenVersion): readonly [Piece, Piece] | null {
  const everything = pieceOf(text);
  if (!atLeast(xenVersion, '4.18')) {
    const [name, value] = tokens(everything, '=');
    return name && value ? [name, value] : null;
  }
  const equals = text.indexOf('=');
  if (equals === -1 || equals === text.length - 1) return null;
  return [within(everything, 0, equals), within(everything, equals + 1)];
}

function readString(text: string, nodes: number, xenVersion: XenVersion): VnumaDraft {
  const draft: VnumaDraft = draftOf<VnumaField>(text, {});
  const pair = pairOf(text, xenVersion);
  if (!pair) {
    const everything = pieceOf(text);
    draft.parts.push(wordPart(everything));
    draft.faults.push(
      faultAt(everything, 'bad-form', 'refused', { cure: 'Write key=value, such as size=512.' }),
    );
    return draft;
  }
  const name = trimmed(pair[0]);
  const value = trimmed(pair[1]);
  draft.parts.push(parameterPart(name, value));
  const schema = VNUMA_PARAMETERS.find((parameter) => parameter.name === name.text);
  if (!schema || !existsIn(xenVersion, schema)) {
    draft.faults.push(faultAt(name, 'unknown-key', 'ignored', { parameter: name.text }));
  } else if (name.text === 'vcpus') draft.fields = { vcpus: readVcpus(draft, value) };
  else if (name.text === 'vdistances') draft.fields = { distances: readDistances(draft, value, nodes) };
  else {
    const number = readNumber(draft, value, name.text);
    if (name.text === 'size') draft.fields = { memkb: BigInt.asUintN(64, number << 10n) };
    else draft.fields = { pnode: number };
    if (name.text === 'pnode' && number >= NO_NODE && number !== ULONG_MAX) {
      const cure = 'No host has a node of this number.';
      draft.faults.push(faultAt(value, 'bad-value', 'refused', { parameter: name.text, cure }));
    }
  }
  return draft;
}

/** parse_ulong: what follows the digits is passed over. */
function readNumber(draft: VnumaDraft, piece: Piece, parameter: string): bigint {
  const read = readUnsigned(piece.text, 10);
  if (!read || read.value === ULONG_MAX) {
    const cure = 'Write a number, without a sign or a unit.';
    draft.faults.push(faultAt(piece, 'bad-value', 'refused', { parameter, cure }));
  } else if (read.length < piece.text.length) {
    const cure = `xl reads ${read.value} and passes over the rest. Write digits alone.`;
    draft.faults.push(faultAt(within(piece, read.length), 'bad-form', 'ignored', { parameter, cure }));
  }
  return read?.value ?? 0n;
}

/** split_string_into_string_list: a list without an item makes xl crash. */
function listOf(draft: VnumaDraft, value: Piece, parameter: string): Piece[] {
  const pieces = tokens(value, ',');
  if (pieces.length === 0) {
    const cure = 'Write numbers with commas between them, or remove the item.';
    draft.faults.push(
      faultAt({ start: 0, end: draft.text.length }, 'missing-key', 'crashes', { parameter, cure }),
    );
  }
  return pieces;
}

function readVcpus(draft: VnumaDraft, value: Piece): readonly (NumberSpan & Piece)[] {
  const ranges: (NumberSpan & Piece)[] = [];
  for (const piece of listOf(draft, value, 'vcpus')) {
    const { first, last, valid } = scanRange(piece.text);
    if (last >= first) ranges.push({ ...piece, first, last });
    if (last >= first && (last - first >= ENDLESS || last === ULONG_MAX)) {
      const cure = 'xl goes through the range number by number, and does not come to an end.';
      draft.faults.push(faultAt(piece, 'bad-value', 'crashes', { parameter: 'vcpus', cure }));
    } else if (!valid) {
      const reads = last < first ? 'no vCPU' : `vCPU ${first}${last > first ? ` to ${last}` : ''}`;
      const cure = `xl reads ${reads} there, without a message. Write a number or a range such as 0-3.`;
      draft.faults.push(faultAt(piece, 'bad-value', 'ignored', { parameter: 'vcpus', cure }));
    }
  }
  return ranges;
}

/** Room for distances in the memory that malloc gives for `nodes` of them, four bytes each. */
const roomFor = (nodes: number): number => (Math.max(32, Math.ceil((nodes * 4 + 8) / 16) * 16) - 8) / 4;

function readDistances(draft: VnumaDraft, value: Piece, nodes: number): readonly bigint[] {
  const pieces = listOf(draft, value, 'vdistances');
  const distances = pieces.map((piece) => BigInt.asUintN(32, readNumber(draft, piece, 'vdistances')));
  const extra = pieces[nodes];
  if (extra) {
    const cure = `xl has room for ${nodes}, one for each node, and writes the rest over other memory of its own. Remove it.`;
    const effect = pieces.length > roomFor(nodes) ? 'crashes' : 'ignored';
    const place = { start: extra.start, end: value.end };
    draft.faults.push(faultAt(place, 'bad-form', effect, { parameter: 'vdistances', cure }));
  }
  return distances.slice(0, nodes);
}

export interface VnumaTotals {
  readonly nodes: number;
  /** The memory of all nodes, as xl adds it up in 64 bits. */
  readonly kib: bigint;
  readonly vcpus: bigint;
}

/** What the nodes add up to for xl: its `maxmem` and its `maxvcpus`. Holds where it refuses none of the strings. */
export function vnumaTotals(groups: readonly (readonly string[])[], xenVersion: XenVersion): VnumaTotals {
  const fields = groups.flatMap((texts) =>
    texts.map((text) => readString(text, groups.length, xenVersion).fields),
  );
  const kib = fields.reduce((sum, { memkb = 0n }) => sum + memkb, 0n);
  const ranges = fields.flatMap(({ vcpus = [] }) => vcpus);
  const vcpus = ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  return { nodes: groups.length, kib: BigInt.asUintN(64, kib), vcpus };
}

/** Of strings that are not all, neither the number of nodes is known nor the sums over them. */
function createReader({ isWhole = false, xenVersion }: SpecContext): SpecReader<ParsedSpec<VnumaField>> {
  const readers = new Map<number, (texts: readonly string[]) => ListReadings<ParsedSpec<VnumaField>>>();
  return (groups) => {
    const nodes = isWhole ? groups.length : Number.MAX_SAFE_INTEGER;
    const read =
      readers.get(nodes) ?? createListReader((text) => finished(readString(text, nodes, xenVersion)));
    // Where their number changes, every node is read anew.
    readers.clear();
    readers.set(nodes, read);
    const { readings } = read(groups.flat());
    let next = 0;
    const specs = groups.map((texts) => {
      const start = next;
      next += texts.length;
      return readings.slice(start, next);
    });
    for (const { node, place, fault } of isWhole ? nodeFaults(specs) : []) {
      const spec = specs[node]?.[place];
      if (spec) specs[node]?.splice(place, 1, { ...spec, faults: [...spec.faults, fault] });
    }
    return specs;
  };
}

export const VNUMA: SpecLanguage<ParsedSpec<VnumaField>> = {
  options: ['vnuma'],
  noun: 'NUMA node',
  shape: 'groups',
  separator: '',
  parameters: VNUMA_PARAMETERS,
  wrongItem: 'refused',
  wrongInGroup: 'ignored',
  createReader,
};
