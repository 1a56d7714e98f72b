/**
 * What the NUMA nodes of a guest have to be to each other. Facts: libxl__vnuma_config_check of libxl_vnuma.c, Xen 4.6 to
 * 4.22: it runs when the guest is made already. The sums against the options of the guest are rules of the file.
 */
import type { Piece } from '../toolkit/cursor.ts';
import { faultAt, whole } from '../toolkit/cursor.ts';
import type { NumberSpan } from '../toolkit/ranges.ts';
import type { VnumaDraft } from './vnuma.ts';

type Nodes = readonly (readonly VnumaDraft[])[];

interface VcpuRange extends NumberSpan {
  readonly draft: VnumaDraft;
  readonly piece: Piece;
}

/** Adds to the drafts what is wrong with the nodes as a whole. Where xl does not get so far there is nothing to add. */
export function judgeNodes(nodes: Nodes): void {
  const drafts = nodes.flat();
  if (drafts.some(({ faults }) => faults.some(({ effect }) => effect === 'refused' || effect === 'crashes')))
    return;
  const ranges = drafts.flatMap((draft) =>
    (draft.fields.vcpus ?? []).map(
      (piece): VcpuRange => ({ first: piece.first, last: piece.last, draft, piece }),
    ),
  );
  judgeAssignment(ranges);
  judgeDistances(nodes);
}

/** Every vCPU from 0 on belongs to one node. */
function judgeAssignment(ranges: readonly VcpuRange[]): void {
  let next = 0n;
  for (const { first, last, draft, piece } of ranges.toSorted((a, b) => Number(a.first - b.first))) {
    if (first !== next) {
      const cure =
        first < next
          ? `vCPU ${first} belongs to a node already. Every vCPU belongs to one.`
          : `vCPU ${next} belongs to no node. They are counted from 0, without a gap.`;
      draft.faults.push(faultAt(piece, 'conflict', 'startFails', { parameter: 'vcpus', cure }));
      return;
    }
    next = last + 1n;
  }
}

/** No other node is nearer than the node itself. Distances that are not written are 0. */
function judgeDistances(nodes: Nodes): void {
  for (const [index, group] of nodes.entries()) {
    const draft = group.findLast(({ fields }) => fields.distances !== undefined);
    const distances = draft?.fields.distances ?? [];
    const own = distances[index] ?? 0n;
    // Nothing is nearer than 0. Any other number is farther than the first that is not written, where the search ends.
    if (!draft || own === 0n) continue;
    const nearer = nodes.findIndex((_, other) => other !== index && (distances[other] ?? 0n) < own);
    if (nearer === -1) continue;
    const cure =
      `Node ${nearer} must not be nearer to node ${index} than this is to itself, and what is not written is 0. Write ` +
      'one number for each node, with the smallest at the place of the node itself.';
    draft.faults.push(faultAt(whole(draft), 'conflict', 'startFails', { parameter: 'vdistances', cure }));
  }
}
