/**
 * What the NUMA nodes of a guest have to be to each other. Facts: libxl__vnuma_config_check of libxl_vnuma.c, Xen 4.6 to
 * 4.22: it runs when the guest is made already. The sums against the options of the guest are rules of the file.
 */
import type { ParsedSpec, SpecFault } from '../language.ts';
import { faultAt, type Piece, whole } from '../toolkit/cursor.ts';
import type { NumberSpan } from '../toolkit/ranges.ts';
import type { VnumaField } from './vnuma.ts';

type Nodes = readonly (readonly ParsedSpec<VnumaField>[])[];

/** A fault, and the string that has it: a number of its node, and its place there. */
export interface NodeFault {
  readonly node: number;
  readonly place: number;
  readonly fault: SpecFault;
}

interface VcpuRange extends NumberSpan {
  readonly node: number;
  readonly place: number;
  readonly piece: Piece;
}

/** What is wrong with the nodes as a whole. Where xl does not get so far there is nothing to add. */
export function nodeFaults(nodes: Nodes): readonly NodeFault[] {
  const isFatal = ({ effect }: SpecFault): boolean => effect === 'refused' || effect === 'crashes';
  if (nodes.flat().some(({ faults }) => faults.some(isFatal))) return [];
  return [...assignmentFaults(nodes), ...distanceFaults(nodes)];
}

/** Every vCPU from 0 on belongs to one node. */
function assignmentFaults(nodes: Nodes): readonly NodeFault[] {
  const ranges = nodes.flatMap((strings, node) =>
    strings.flatMap(({ fields }, place) =>
      (fields.vcpus ?? []).map(
        (piece): VcpuRange => ({ first: piece.first, last: piece.last, node, place, piece }),
      ),
    ),
  );
  let next = 0n;
  for (const { first, last, node, place, piece } of ranges.toSorted((a, b) => Number(a.first - b.first))) {
    if (first !== next) {
      const cure =
        first < next
          ? `vCPU ${first} belongs to a node already. Every vCPU belongs to one.`
          : `vCPU ${next} belongs to no node. They are counted from 0, without a gap.`;
      const fault = faultAt(piece, 'conflict', 'startFails', { parameter: 'vcpus', cure });
      return [{ node, place, fault }];
    }
    next = last + 1n;
  }
  return [];
}

/** No other node is nearer than the node itself. Distances that are not written are 0. */
function distanceFaults(nodes: Nodes): readonly NodeFault[] {
  return nodes.flatMap((strings, node) => {
    const place = strings.findLastIndex(({ fields }) => fields.distances !== undefined);
    const spec = strings[place];
    const distances = spec?.fields.distances ?? [];
    const own = distances[node] ?? 0n;
    // Nothing is nearer than 0. Any other number is farther than the first that is not written, where the search ends.
    if (!spec || own === 0n) return [];
    const nearer = nodes.findIndex((_, other) => other !== node && (distances[other] ?? 0n) < own);
    if (nearer === -1) return [];
    const cure =
      `Node ${nearer} must not be nearer to node ${node} than this is to itself, and what is not written is 0. Write ` +
      'one number for each node, with the smallest at the place of the node itself.';
    const fault = faultAt(whole(spec), 'conflict', 'startFails', { parameter: 'vdistances', cure });
    return [{ node, place, fault }];
  });
}
