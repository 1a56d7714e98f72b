/** Numbers of vCPUs, and the processors of the host that they may run on. Facts: parse_config_data, parse_vcpu_affinity. */
import { CPUS, CPUS_SOFT, type CpuPart } from '../languages/cpus/cpus.ts';
import type { ParsedSpec } from '../languages/language.ts';
import { VNUMA } from '../languages/vnuma/vnuma.ts';
import { maxVcpus, startingVcpus, type VcpuCount } from '../model/vcpus.ts';
import {
  type ConfigNode,
  list,
  listOrNothing,
  MOST_NUMBERS,
  type Origin,
  open,
  scalar,
  tooLong,
} from './node.ts';
import { type Context, type Host, originOfItem, originsIn, printedFlag, type Source } from './source.ts';

const originsOfCount = (context: Context, { option }: VcpuCount): readonly Origin[] =>
  option === null ? [] : originsIn(context, option);

export const mostVcpus: Source = (context) => {
  const most = maxVcpus(context.values);
  return most.count === 0 ? undefined : scalar(most.count, originsOfCount(context, most));
};

/** libxl rejects more: their processors are not listed. */
const MOST_VCPUS = 1024;

export const availableVcpus: Source = (context) => {
  const starting = startingVcpus(context.values);
  const { count } = starting;
  const origins = originsOfCount(context, starting);
  if (count > MOST_NUMBERS) return tooLong(origins);
  return listOrNothing(
    Array.from({ length: Math.max(count, 0) }, (_, at) => scalar(at)),
    origins,
  );
};

interface Limits {
  readonly host: Host | undefined;
  /** So many numbers may be gone through for one vCPU. */
  readonly numbers: number;
}

function processorList(
  { fields }: ParsedSpec<readonly CpuPart[]>,
  origins: readonly Origin[],
  { host, numbers }: Limits,
): ConfigNode {
  const set = new Set<number>();
  let steps = 0;
  for (const part of fields) {
    if (part.kind !== 'cpus' && !host) return open('host', 'its processors', origins);
    const some = processorsOf(part, host);
    steps += some.length;
    if (steps > numbers) return tooLong(origins);
    for (const number of some.list()) {
      if (part.remove) set.delete(number);
      else set.add(number);
    }
  }
  return list(
    [...set].sort((a, b) => a - b).map((number) => scalar(number)),
    origins,
  );
}

interface Processors {
  readonly length: number;
  readonly list: () => Iterable<number>;
}

/** xl keeps the numbers in sets of whole bytes, and passes over those that the host does not have. */
function processorsOf({ kind: what, first, last }: CpuPart, host: Host | undefined): Processors {
  const end = host ? Math.ceil(host.cpus / 8) * 8 : Number.POSITIVE_INFINITY;
  if (what === 'nodes') {
    const numbers = (host?.nodes ?? []).slice(Math.max(first, 0), Math.max(last + 1, 0)).flat();
    return { length: numbers.length, list: () => numbers };
  }
  const start = Math.max(first, 0);
  const length = Math.max(Math.min(last + 1, end) - start, 0);
  return { length, list: () => Array.from({ length }, (_, at) => start + at) };
}

/** One set for each vCPU: a text holds for all of them, an item of a list for the one at its place. */
export const affinity =
  (option: 'cpus' | 'cpus_soft'): Source =>
  (context) => {
    const vcpus = Math.max(maxVcpus(context.values).count, 0);
    const specs = context.specsOf(option === 'cpus' ? CPUS : CPUS_SOFT).slice(0, vcpus);
    if (vcpus > MOST_VCPUS && specs.length > 0) return tooLong(originsIn(context, option));
    const limits = { host: context.host, numbers: Math.floor(MOST_NUMBERS / Math.max(vcpus, 1)) };
    if (context.values.list(option))
      return listOrNothing(specs.map((one) => processorList(one.spec, originOfItem(one), limits)));
    const [only] = specs;
    const set = only && processorList(only.spec, [], limits);
    return (
      set &&
      listOrNothing(
        Array.from({ length: vcpus }, () => set),
        originsIn(context, option),
      )
    );
  };

/** Up to 4.4: the processors of all vCPUs together. */
export const processorsOfAll: Source = (context) => {
  const limits = { host: context.host, numbers: MOST_NUMBERS };
  const sets = context.specsOf(CPUS).map((one) => processorList(one.spec, originOfItem(one), limits));
  const open = sets.find((set) => set.kind === 'open');
  if (open || sets.length === 0) return open;
  const numbers = new Set(
    sets
      .flatMap((set) => (set.kind === 'list' ? set.items : []))
      .map((item) => item.kind === 'scalar' && Number(item.value)),
  );
  return list(
    [...numbers]
      .filter((number) => number !== false)
      .sort((a, b) => a - b)
      .map((number) => scalar(number)),
    originsIn(context, 'cpus'),
  );
};

/** What turns the choice of a node by libxl off: a list of processors, preferred ones in any form, nodes for `vnuma`. */
export const numaPlacement: Source = (context) => {
  const { values } = context;
  const pinned = context.specsOf(VNUMA).filter(({ spec }) => spec.fields.pnode !== undefined);
  const soft = values.list('cpus_soft') ?? values.text('cpus_soft');
  const origins: readonly Origin[] = [
    ...pinned.flatMap(originOfItem),
    ...(values.list('cpus') ? originsIn(context, 'cpus') : []),
    ...(soft === null ? [] : originsIn(context, 'cpus_soft')),
  ];
  return origins.length > 0 ? scalar(printedFlag(false), origins) : undefined;
};
