/**
 * Requirements across the NUMA nodes of a guest. Facts: libxl__vnuma_config_check of libxl_vnuma.c, Xen 4.6 to 4.22, which
 * runs after the guest is created. Comparing the sums with options of the guest is up to rules.
 */
import type { Interval } from '../../cNumbers.ts';
import type { ParsedSpec, SpecFault } from '../language.ts';
import { faultAt } from '../toolkit/draft.ts';
import { isFatal } from '../toolkit/readKeyed.ts';
import { type Slice, wholeOf } from '../toolkit/slice.ts';

/** What one string says of its node. */
export interface VnumaFields {
  readonly pnode?: bigint;
  readonly memkb?: bigint;
  /** Ranges of vCPUs, as xl goes through them. */
  readonly vcpus?: readonly VcpuRange[];
  readonly distances?: readonly bigint[];
}

export interface VcpuRange extends Interval, Slice {}

type Nodes = readonly (readonly ParsedSpec<VnumaFields>[])[];

/** A fault, and the string that has it: the number of its node, and its index there. */
export interface NodeFault {
  readonly node: number;
  readonly index: number;
  readonly fault: SpecFault;
}

/** What is wrong with the nodes as a whole; nothing where xl does not get that far. */
export function nodeFaults(nodes: Nodes): readonly NodeFault[] {
  if (nodes.flat().some(({ faults }) => faults.some(({ effect }) => isFatal(effect)))) return [];
  return [...assignmentFaults(nodes), ...distanceFaults(nodes)];
}

/** Every vCPU from 0 on belongs to one node. */
function assignmentFaults(nodes: Nodes): readonly NodeFault[] {
  const ranges = nodes.flatMap((strings, node) =>
    strings.flatMap(({ fields }, index) => (fields.vcpus ?? []).map((range) => ({ range, node, index }))),
  );
  let next = 0n;
  for (const { range, node, index } of [...ranges].sort((a, b) => Number(a.range.first - b.range.first))) {
    const { first, last } = range;
    if (first !== next) {
      const advice =
        first < next
          ? `vCPU ${first} belongs to a node already. Every vCPU belongs to one.`
          : `vCPU ${next} belongs to no node. They are counted from 0, without a gap.`;
      const fault = faultAt(range, 'conflict', 'createFails', { parameter: 'vcpus', stage: 'build', advice });
      return [{ node, index, fault }];
    }
    next = last + 1n;
  }
  return [];
}

/** As firmware has it: 10 for the node itself, 20 for each other one. */
const usualDistances = (nodes: number, node: number): string =>
  `vdistances=${Array.from({ length: nodes }, (_, other) => (other === node ? 10 : 20)).join(',')}`;

/** No other node is nearer than the node itself. Missing distances are 0. */
function distanceFaults(nodes: Nodes): readonly NodeFault[] {
  return nodes.flatMap((strings, node) => {
    const index = strings.findLastIndex(({ fields }) => fields.distances !== undefined);
    const spec = strings[index];
    // A later string overwrites only as many distances as it has.
    const distances = Object.assign([], ...strings.map(({ fields }) => fields.distances ?? []));
    const own = distances[node] ?? 0n;
    // Nothing is nearer than 0. Any other number is farther than the first missing distance, where the search ends.
    if (!spec || own === 0n) return [];
    const nearer = nodes.findIndex((_, other) => other !== node && (distances[other] ?? 0n) < own);
    if (nearer === -1) return [];
    const isOnly = strings.filter(({ fields }) => fields.distances !== undefined).length === 1;
    const newText = usualDistances(nodes.length, node);
    const advice =
      `Node ${nearer} must not be nearer to node ${node} than this is to itself, and what is not written is 0. Use ` +
      `one number for each node, with the smallest at the position of the node itself, such as \`${newText}\`.`;
    const fault = faultAt(wholeOf(spec.text), 'conflict', 'createFails', {
      parameter: 'vdistances',
      stage: 'build',
      advice,
      ...(isOnly ? { replacement: { newText } } : {}),
    });
    return [{ node, index, fault }];
  });
}
