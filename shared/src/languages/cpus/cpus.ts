/**
 * CPUs of the host for the vCPUs of the guest. Facts: parse_vcpu_affinity, update_cpumap_range, vcpupin_parse (up to
 * 4.3), apply_global_affinity_masks (since 4.8.5, 4.9.3, 4.10.2, 4.11.1) of Xen 4.2 to 4.22. How many CPUs and nodes there are is the host's.
 */
import { ENDLESS_RANGE, type Interval, parseRange, strtoul, toInt32 } from '../../cNumbers.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage } from '../language.ts';
import { addFault, addWord, type Draft, draftOf, withFault } from '../toolkit/draft.ts';
import { type ListReadings, readingGroup } from '../toolkit/readers.ts';
import { type Slice, slice, strtok, wholeOf } from '../toolkit/slice.ts';
import { isEmptySet } from './cpuSet.ts';

/** Of `cpus` and `cpus_soft`. Facts: update_cpumap_range of xl, Xen 4.2 to 4.22, xl.cfg(5). */
const CPUS_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'all',
    source: 'xl_parse.c:update_cpumap_range,parse_cpurange',
    form: 'flag',
    since: '4.2',
    summary: 'All CPUs of the host.',
    details: 'The start for taking some away: `all,^0`. Alone up to 4.3. `^all` is rejected.',
    example: 'vcpus = 2\ncpus = "all,^0"',
  },
  {
    name: 'cpus',
    source: 'xl_parse.c:update_cpumap_range,parse_cpurange',
    form: 'flag',
    since: '4.2',
    summary: 'A CPU of the host by its number, or a range of them.',
    details:
      'From 0, in decimal; `^` in front takes away what is there so far, so that the order counts. Numbers that the ' +
      'host does not have are ignored, but where no CPU is left xl rejects `cpus` (since 4.8.5). xl walks through a ' +
      'range number by number, so that one of some thousand million never ends.',
    example: 'vcpus = 2\ncpus = "0-3,^1"',
  },
  {
    name: 'nodes',
    source: 'xl_parse.c:update_cpumap_range,parse_cpurange',
    form: 'flag',
    since: '4.4',
    summary: 'All CPUs of a NUMA node of the host, or of a range of nodes.',
    details:
      '`node:1` and `nodes:0-1` mean the same sort of thing; `^node:1` takes the CPUs of the node away.',
    example: 'vcpus = 2\ncpus = "nodes:0-1,^node:1"',
  },
];

/** One part of the string, with the numbers of the bits that xl sets; those below zero belong to no CPU. */
export interface CpuPart {
  readonly kind: 'cpus' | 'nodes' | 'all';
  readonly first: number;
  readonly last: number;
  readonly remove: boolean;
}

const FORM =
  'Use numbers and ranges such as `0-3,5,^1`, with `node:` before a node for all of its CPUs, or `all`.';
/** Xen cannot be built for more (NR_CPUS of xen/arch/Kconfig, up to 4.22). */
const MOST_CPUS = 16383;
const EVERY_CPU = Number.MAX_SAFE_INTEGER;
/** A node costs xl far more time than a CPU: it reads the whole topology for each. */
const NODE_COST = 250n;

type Fields = readonly CpuPart[];

function readSpec(text: string, xenVersion: XenVersion): ParsedSpec<Fields> {
  const draft = draftOf<CpuPart[]>(text, []);
  const simple = !atLeast(xenVersion, '4.4');
  for (const item of strtok(wholeOf(text), ',')) {
    if (simple) readEarlyItem(draft, item);
    else readItem(draft, item);
  }
  return draft;
}

function readItem(draft: Draft<CpuPart[]>, item: Slice): void {
  const [, sign = '', prefix = '', body = ''] = /^(\^?)((?:nodes?:)?)(.*)$/s.exec(item.text) ?? [];
  const remove = sign !== '';
  if (body === 'all') {
    if (remove) reject(draft, item, 'xl cannot take away all. Name the CPUs that are to stay.');
    else add(draft, item, { kind: 'all', first: 0, last: EVERY_CPU, remove });
    return;
  }
  const range = parseRange(body);
  if (!range.valid) reject(draft, item, FORM);
  else addRange(draft, item, prefix === '' ? 'cpus' : 'nodes', range, remove);
}

/** Up to 4.3: no nodes, `all` only by itself, and what follows a number is ignored. */
function readEarlyItem(draft: Draft<CpuPart[]>, item: Slice): void {
  if (draft.text === 'all') {
    add(draft, item, { kind: 'all', first: 0, last: EVERY_CPU, remove: false });
    return;
  }
  const remove = item.text.startsWith('^');
  const first = strtoul(item.text, 10, remove ? 1 : 0);
  const isRange = first !== null && item.text.charAt(first.end) === '-';
  const last = isRange ? strtoul(item.text, 10, first.end + 1) : first;
  const range = {
    first: BigInt.asUintN(32, first?.value ?? 0n),
    last: BigInt.asUintN(32, last?.value ?? 0n),
  };
  if (!first || !last) reject(draft, item, 'Use numbers and ranges such as `0-3,5,^1`, or all.');
  else if (range.first > range.last) reject(draft, item, 'Put the lower number first.');
  else addRange(draft, item, 'cpus', range, remove);
}

function addRange(
  draft: Draft<CpuPart[]>,
  item: Slice,
  what: 'cpus' | 'nodes',
  { first, last }: Interval,
  remove: boolean,
): void {
  const cost = (last - first) * (what === 'nodes' ? NODE_COST : 1n);
  if (cost >= ENDLESS_RANGE) {
    const advice =
      'xl walks through the range number by number and never finishes. Use `all`, or a smaller range.';
    addFault(draft, item, 'bad-value', 'crashes', { advice });
  }
  add(draft, item, { kind: what, ...asInts({ first, last }), remove });
}

/** xl counts with 64 bits, and makes an int of each number when it sets its bit: that of `-11` is none of a CPU. */
function asInts({ first, last }: Interval): { readonly first: number; readonly last: number } {
  const start = BigInt.asIntN(32, first);
  return { first: Number(start), last: Number(start + last - first) };
}

function add(draft: Draft<CpuPart[]>, item: Slice, part: CpuPart): void {
  draft.fields.push(part);
  addWord(draft, item, part.kind);
}

function reject(draft: Draft<CpuPart[]>, item: Slice, advice: string): void {
  addWord(draft, item);
  addFault(draft, item, 'bad-form', 'refused', { advice });
}

/** Since 4.12, and late releases from 4.8 on, xl rejects a set without a CPU. Whether an added node has CPUs depends on the host. */
function checkEmptiness(spec: ParsedSpec<Fields>): ParsedSpec<Fields> {
  if (spec.faults.length > 0) return spec;
  if (spec.fields.some(({ kind: what, remove }) => what === 'nodes' && !remove)) return spec;
  const onSomeHost = spec.fields
    .filter(({ kind: what, first, last }) => what !== 'nodes' && last >= 0 && first < MOST_CPUS)
    .map((part) => ({ ...part, first: Math.max(part.first, 0) }));
  if (!isEmptySet(onSomeHost)) return spec;
  const advice = 'No CPU is left for the vCPU to run on. Use `all`, or remove the option.';
  return withFault(spec, wholeOf(spec.text), 'missing-key', 'refused', {
    advice,
    replacement: { newText: 'all' },
  });
}

/** How many vCPUs parse_vcpu_affinity assumes: `maxvcpus`, or `vcpus`. */
function vcpusOf({ numberOf, xenVersion }: SpecContext): number {
  const read = (name: string): number => toInt32(numberOf(name) ?? 0n);
  const started = atLeast(xenVersion, '4.22') ? Math.max(read('vcpus'), 1) : read('vcpus');
  return read('maxvcpus') || started;
}

/** Up to 4.4 a list has single numbers, valid if the host has that CPU; a word is CPU 0. */
function readEarlyListItem(text: string): ParsedSpec<Fields> {
  const draft = draftOf<CpuPart[]>(text, []);
  const number = strtoul(text, 10);
  const cpu = number?.value ?? 0n;
  draft.fields.push({ kind: 'cpus', ...asInts({ first: cpu, last: cpu }), remove: false });
  addWord(draft, wholeOf(text), number ? 'cpus' : undefined);
  if (number?.end !== text.length) {
    const advice = 'Up to Xen 4.4 each item is a single number, and anything else counts as 0.';
    addFault(draft, slice(wholeOf(text), number?.end ?? 0), 'bad-form', 'ignored', { advice });
  }
  return draft;
}

/** A string by itself, and as the set of a vCPU that the guest has. */
interface Reading {
  readonly spec: ParsedSpec<Fields>;
  readonly used: ParsedSpec<Fields>;
}

const isEarlyList = ({ form, xenVersion }: SpecContext): boolean =>
  form === 'list' && !atLeast(xenVersion, '4.5');

const readString =
  (hard: boolean) =>
  (text: string, context: SpecContext): Reading => {
    const { xenVersion } = context;
    const spec = isEarlyList(context) ? readEarlyListItem(text) : readSpec(text, xenVersion);
    const isChecked = hard && !isEarlyList(context) && atLeast(xenVersion, '4.8');
    return { spec, used: isChecked ? checkEmptiness(spec) : spec };
  };

const relate =
  (context: SpecContext) =>
  ({ readings }: ListReadings<Reading>): readonly ParsedSpec<Fields>[] => {
    const vcpus = vcpusOf(context);
    if (isEarlyList(context)) return readings.map(({ spec }) => spec);
    return readings.map(({ spec, used }, index) => {
      // List items without a vCPU are skipped; a text is read even if the guest has no vCPU.
      if (context.form !== 'list') return vcpus > 0 ? used : spec;
      return index < vcpus ? used : withoutVcpu(spec, vcpus);
    });
  };

/** Where the guest has no vCPU at all, a rule reports it for the whole option. */
function withoutVcpu(spec: ParsedSpec<Fields>, vcpus: number): ParsedSpec<Fields> {
  const ignored = { ...spec, fields: [], faults: [] };
  if (vcpus <= 0) return ignored;
  const advice = `The guest has only ${vcpus} vCPUs. Raise \`maxvcpus\`, or remove the entry.`;
  return withFault(ignored, wholeOf(spec.text), 'conflict', 'ignored', { advice });
}

const language = (option: string, noun: string, hard: boolean): SpecLanguage<ParsedSpec<Fields>> => ({
  options: [option],
  noun,
  shape: 'textOrItems',
  separator: ',',
  parameters: CPUS_PARAMETERS,
  nonStringItem: 'crashes',
  // Since 4.5 xl does not read the items of vCPUs that the guest does not have.
  nonStringItemAt: (index, context) =>
    atLeast(context.xenVersion, '4.5') && index >= vcpusOf(context) ? 'ignored' : 'crashes',
  notations: { cpus: { text: '[^]first[-last]' }, nodes: { text: '[^]node:first[-last]' } },
  dependsOn: ['vcpus', 'maxvcpus'],
  createReader: readingGroup(readString(hard), relate),
});

export const CPUS = language('cpus', 'set of CPUs', true);
export const CPUS_SOFT = language('cpus_soft', 'set of preferred CPUs', false);
