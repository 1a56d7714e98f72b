/** The NUMA nodes of the guest. Facts: parse_vnuma_config of xl_parse.c, vnode_info of libxl_types.idl. */
import { toInt32 } from '../cNumbers.ts';
import type { VnumaFields } from '../languages/vnuma/nodes.ts';
import { VNUMA } from '../languages/vnuma/vnuma.ts';
import { groupsOf } from './groups.ts';
import {
  type ConfigNode,
  integer,
  list,
  listOrNothing,
  MOST_NUMBERS,
  object,
  scalar,
  tooLong,
} from './node.ts';
import type { Context, Source } from './source.ts';

export const vnumaNodes: Source = (context) => {
  const groups = groupsOf(context, VNUMA);
  const end = endOfVcpus(context);
  return listOrNothing(
    groups.map(({ specs, origins }) => {
      const fields = specs.map(({ spec }) => spec.fields);
      const memkb = fields.findLast((one) => one.memkb !== undefined)?.memkb;
      const pnode = fields.findLast((one) => one.pnode !== undefined)?.pnode ?? 0n;
      return object(
        [
          ['memkb', memkb === undefined ? undefined : integer(memkb)],
          ['distances', distancesOf(fields, groups.length)],
          ['pnode', pnode === 0n ? undefined : integer(pnode)],
          ['vcpus', vcpusOf(fields, end)],
        ],
        origins,
      );
    }),
  );
};

/** A later list of distances is written over an earlier one, as far as it goes. What is not written is 0. */
function distancesOf(fields: readonly VnumaFields[], nodes: number): ConfigNode {
  if (nodes ** 2 > MOST_NUMBERS) return tooLong();
  const distances = Array.from({ length: nodes }, () => 0n);
  for (const { distances: written = [] } of fields) {
    for (const [at, distance] of written.entries()) distances[at] = distance;
  }
  return list(distances.map((distance) => integer(distance)));
}

/** Where the set of vCPUs ends: it is as large as `maxvcpus` says, in whole bytes, or as the host has processors. */
function endOfVcpus({ values, host }: Context): number {
  const most = toInt32(values.number('maxvcpus') ?? 0n) || host?.cpus;
  return most === undefined ? Number.POSITIVE_INFINITY : Math.ceil(most / 8) * 8;
}

function vcpusOf(fields: readonly VnumaFields[], end: number): ConfigNode | undefined {
  const numbers = new Set<number>();
  let steps = 0n;
  for (const { first, last } of fields.flatMap(({ vcpus = [] }) => vcpus)) {
    steps += last - first;
    if (steps > MOST_NUMBERS) return tooLong();
    for (let number = first; number <= last; number++) {
      // A number is an int by then.
      const stored = toInt32(number);
      if (stored >= 0 && stored < end) numbers.add(stored);
    }
  }
  return listOrNothing([...numbers].sort((a, b) => a - b).map((number) => scalar(number)));
}
