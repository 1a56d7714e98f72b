/** Numbers of vCPUs, and the processors of the host that they may run on. Facts: parse_config_data, parse_vcpu_affinity. */

import { toInt32 } from '../cNumbers.ts';
import { CPUS, CPUS_SOFT, type CpuPart } from '../languages/cpus/cpus.ts';
import type { ParsedSpec } from '../languages/language.ts';
import { VNUMA, type VnumaTotals } from '../languages/vnuma/vnuma.ts';
import { totalsOfNodes } from '../model/vnumaTotals.ts';
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

interface Counted {
  readonly count: number;
  readonly origins: readonly Origin[];
}

const counted = (context: Context, option: string): Counted => ({
  count: toInt32(context.read.number(option) ?? 0n),
  origins: originsIn(context, option),
});

/** What the nodes of `vnuma` add up to, if the file has any. */
export const totalsIn = ({ read, xenVersion }: Context): VnumaTotals | null =>
  totalsOfNodes(read.list('vnuma') ?? [], xenVersion);

/** The vCPUs that the guest starts with. Since 4.22 that is one at least. */
function started(context: Context): Counted {
  const { count, origins } = counted(context, 'vcpus');
  return context.read.since('4.22') && count < 1 ? { count: 1, origins: [] } : { count, origins };
}

/** How many the guest can have: as said, or as the NUMA nodes have, or those that it starts with. */
function most(context: Context): Counted {
  const said = counted(context, 'maxvcpus');
  if (said.count !== 0) return said;
  const inNodes = Number(totalsIn(context)?.vcpus ?? 0n);
  return inNodes !== 0 ? { count: inNodes, origins: originsIn(context, 'vnuma') } : started(context);
}

export const maxVcpus: Source = (context) => {
  const { count, origins } = most(context);
  return count === 0 ? undefined : scalar(count, origins);
};

/** libxl refuses more. */
const MOST_VCPUS = 1024;

export const availableVcpus: Source = (context) => {
  const { count, origins } = started(context);
  if (count > MOST_VCPUS) return tooLong(origins);
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
    if (part.what !== 'cpus' && !host) return open('host', 'its processors', origins);
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
function processorsOf({ what, first, last }: CpuPart, host: Host | undefined): Processors {
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
    const vcpus = Math.max(most(context).count, 0);
    const specs = context.specsOf(option === 'cpus' ? CPUS : CPUS_SOFT).slice(0, vcpus);
    if (vcpus > MOST_VCPUS && specs.length > 0) return tooLong(originsIn(context, option));
    const limits = { host: context.host, numbers: Math.floor(MOST_NUMBERS / Math.max(vcpus, 1)) };
    if (context.read.list(option))
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

/** What turns the choice of a node by libxl off: a list of processors, preferred ones in any form, nodes for `vnuma`. */
export const numaPlacement: Source = (context) => {
  const { read } = context;
  const pinned = context.specsOf(VNUMA).filter(({ spec }) => spec.fields.pnode !== undefined);
  const soft = read.list('cpus_soft') ?? read.text('cpus_soft');
  const origins: readonly Origin[] = [
    ...pinned.flatMap(originOfItem),
    ...(read.list('cpus') ? originsIn(context, 'cpus') : []),
    ...(soft === null ? [] : originsIn(context, 'cpus_soft')),
  ];
  return origins.length > 0 ? scalar(printedFlag(false), origins) : undefined;
};
