/**
 * CPUs of the host for the vCPUs of the guest. Facts: parse_vcpu_affinity, update_cpumap_range, vcpupin_parse (up to
 * 4.3), apply_global_affinity_masks (since 4.12) of Xen 4.2 to 4.22. How many CPUs and nodes there are is the host's.
 */

import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage } from '../language.ts';
import { readUnsigned } from '../toolkit/cNumbers.ts';
import {
  type Draft,
  draftOf,
  faultAt,
  finished,
  type Piece,
  pieceOf,
  tokens,
  whole,
  within,
  wordPart,
} from '../toolkit/cursor.ts';
import { ENDLESS, type NumberSpan, readRange } from '../toolkit/ranges.ts';
import { type ListReadings, readingGroup } from '../toolkit/readers.ts';
import { isEmptySet } from './cpuSet.ts';
import { CPUS_PARAMETERS } from './keys.ts';

/** One part of the string, with the numbers of the bits that xl sets; those below zero are of no CPU. */
export interface CpuPart {
  readonly what: 'cpus' | 'nodes' | 'all';
  readonly first: number;
  readonly last: number;
  readonly remove: boolean;
}

const CURE = 'Write numbers and ranges such as 0-3,5,^1, with node: in front for all CPUs of a node, or all.';
/** No Xen can be built for more (NR_CPUS of xen/arch/Kconfig, up to 4.22). */
const MOST_CPUS = 16383;
const EVERY_CPU = Number.MAX_SAFE_INTEGER;
/** A node takes xl far longer than a CPU: it asks for the whole topology each time. */
const NODE_COST = 250n;

type Fields = readonly CpuPart[];

function readSpec(text: string, xenVersion: XenVersion): ParsedSpec<Fields> {
  const draft = draftOf<CpuPart[]>(text, []);
  const simple = !atLeast(xenVersion, '4.4');
  for (const piece of tokens(pieceOf(text), ',')) {
    if (simple) readSimple(draft, piece);
    else readPiece(draft, piece);
  }
  return finished(draft);
}

function readPiece(draft: Draft<CpuPart[]>, piece: Piece): void {
  const [, sign = '', prefix = ''] = /^(\^?)((?:nodes?:)?)/.exec(piece.text) ?? [];
  const body = within(piece, sign.length + prefix.length);
  const remove = sign !== '';
  if (body.text === 'all') {
    if (remove) {
      const cure = 'xl cannot take away all. Name the CPUs that are to stay.';
      fail(draft, piece, cure);
    } else take(draft, piece, { what: 'all', first: 0, last: EVERY_CPU, remove });
    return;
  }
  const range = readRange(body.text);
  if (!range) fail(draft, piece, CURE);
  else takeRange(draft, piece, prefix === '' ? 'cpus' : 'nodes', range, remove);
}

/** Up to 4.3: no nodes, `all` only alone, and what follows a number is passed over. */
function readSimple(draft: Draft<CpuPart[]>, piece: Piece): void {
  if (draft.text === 'all') {
    take(draft, piece, { what: 'all', first: 0, last: EVERY_CPU, remove: false });
    return;
  }
  const remove = piece.text.startsWith('^');
  const body = remove ? piece.text.slice(1) : piece.text;
  const first = readUnsigned(body, 10);
  const rest = first && body.charAt(first.length) === '-' ? body.slice(first.length + 1) : undefined;
  const last = rest === undefined ? first : readUnsigned(rest, 10);
  const range = {
    first: BigInt.asUintN(32, first?.value ?? 0n),
    last: BigInt.asUintN(32, last?.value ?? 0n),
  };
  if (!first || !last) fail(draft, piece, 'Write numbers and ranges such as 0-3,5,^1, or all.');
  else if (range.first > range.last) fail(draft, piece, 'Write the lower number first.');
  else takeRange(draft, piece, 'cpus', range, remove);
}

function takeRange(
  draft: Draft<CpuPart[]>,
  piece: Piece,
  what: 'cpus' | 'nodes',
  { first, last }: NumberSpan,
  remove: boolean,
): void {
  const cost = (last - first) * (what === 'nodes' ? NODE_COST : 1n);
  if (cost >= ENDLESS) {
    const cure =
      'xl goes through the range number by number, and does not come to an end. Write all, or a smaller range.';
    draft.faults.push(faultAt(piece, 'bad-value', 'crashes', { cure }));
  }
  take(draft, piece, { what, ...asInts({ first, last }), remove });
}

/** xl counts with 64 bits, and makes an int of each number when it sets its bit: that of `-11` is none of a CPU. */
function asInts({ first, last }: NumberSpan): { readonly first: number; readonly last: number } {
  const start = BigInt.asIntN(32, first);
  return { first: Number(start), last: Number(start + last - first) };
}

function take(draft: Draft<CpuPart[]>, piece: Piece, part: CpuPart): void {
  draft.fields.push(part);
  draft.parts.push(wordPart(piece, part.what));
}

function fail(draft: Draft<CpuPart[]>, piece: Piece, cure: string): void {
  draft.parts.push(wordPart(piece));
  draft.faults.push(faultAt(piece, 'bad-form', 'refused', { cure }));
}

/** Since 4.12 a set without a CPU is refused. Nodes that add may have CPUs or not: that is the host's. */
function judgeEmptiness(spec: ParsedSpec<Fields>): ParsedSpec<Fields> {
  if (spec.faults.length > 0) return spec;
  if (spec.fields.some(({ what, remove }) => what === 'nodes' && !remove)) return spec;
  const onSomeHost = spec.fields
    .filter(({ what, first, last }) => what !== 'nodes' && last >= 0 && first < MOST_CPUS)
    .map((part) => ({ ...part, first: Math.max(part.first, 0) }));
  if (!isEmptySet(onSomeHost)) return spec;
  const cure = 'No CPU is left for the vCPU to run on. Write all, or leave the option out.';
  return { ...spec, faults: [faultAt(whole(spec), 'missing-key', 'refused', { cure })] };
}

/** How many vCPUs the guest has to parse_vcpu_affinity: `maxvcpus`, or `vcpus`. */
function vcpusOf({ numberOf, xenVersion }: SpecContext): number {
  const read = (name: string): number => Number(BigInt.asIntN(32, numberOf(name) ?? 0n));
  const started = atLeast(xenVersion, '4.22') ? Math.max(read('vcpus'), 1) : read('vcpus');
  return read('maxvcpus') || started;
}

/** Up to 4.4 a list has single numbers, judged by the CPUs of the host; a word is CPU 0. */
function readOldItem(text: string): ParsedSpec<Fields> {
  const draft = draftOf<CpuPart[]>(text, []);
  const piece = pieceOf(text);
  const number = readUnsigned(text, 10);
  const cpu = number?.value ?? 0n;
  draft.fields.push({ what: 'cpus', ...asInts({ first: cpu, last: cpu }), remove: false });
  draft.parts.push(wordPart(piece, number ? 'cpus' : undefined));
  if (number?.length !== text.length) {
    const cure = 'Up to 4.4 each item of the list is one number; a word counts as 0.';
    draft.faults.push(faultAt(within(piece, number?.length ?? 0), 'bad-form', 'ignored', { cure }));
  }
  return finished(draft);
}

/** What a string says by itself, and as the set of a vCPU that the guest has. */
interface Reading {
  readonly spec: ParsedSpec<Fields>;
  readonly used: ParsedSpec<Fields>;
}

const isOldList = ({ form, xenVersion }: SpecContext): boolean =>
  form === 'list' && !atLeast(xenVersion, '4.5');

const readString =
  (hard: boolean) =>
  (text: string, context: SpecContext): Reading => {
    const { xenVersion } = context;
    const spec = isOldList(context) ? readOldItem(text) : readSpec(text, xenVersion);
    const isJudged = hard && !isOldList(context) && atLeast(xenVersion, '4.12');
    return { spec, used: isJudged ? judgeEmptiness(spec) : spec };
  };

const relate =
  (context: SpecContext) =>
  ({ readings }: ListReadings<Reading>): readonly ParsedSpec<Fields>[] => {
    const vcpus = vcpusOf(context);
    if (isOldList(context)) return readings.map(({ spec }) => spec);
    return readings.map(({ spec, used }, index) => {
      // Entries of a list without a vCPU are passed over; a text is read even where there is no vCPU to have it.
      if (context.form !== 'list') return vcpus > 0 ? used : spec;
      return index < vcpus ? used : passedOver(spec, vcpus);
    });
  };

/** Where there is no vCPU at all, a rule says so of the option as a whole. */
function passedOver(spec: ParsedSpec<Fields>, vcpus: number): ParsedSpec<Fields> {
  const cure = `The guest has ${vcpus} vCPUs, and the list more entries: raise maxvcpus, or remove the entry.`;
  const fault = faultAt(whole(spec), 'conflict', 'ignored', { cure });
  return { ...spec, fields: [], faults: vcpus > 0 ? [fault] : [] };
}

const language = (option: string, noun: string, hard: boolean): SpecLanguage<ParsedSpec<Fields>> => ({
  options: [option],
  noun,
  shape: 'textOrItems',
  separator: ',',
  parameters: CPUS_PARAMETERS,
  wrongItem: 'crashes',
  // Since 4.5 the entries of vCPUs that the guest does not have are not looked at.
  wrongItemAt: (index, context) =>
    atLeast(context.xenVersion, '4.5') && index >= vcpusOf(context) ? 'ignored' : 'crashes',
  notations: { cpus: { text: '[^]first[-last]' }, nodes: { text: '[^]node:first[-last]' } },
  asks: ['vcpus', 'maxvcpus'],
  createReader: readingGroup(readString(hard), relate),
});

export const CPUS = language('cpus', 'set of CPUs', true);
export const CPUS_SOFT = language('cpus_soft', 'set of preferred CPUs', false);
