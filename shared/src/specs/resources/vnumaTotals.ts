/**
 * What the NUMA nodes of a guest have to be together: sums against the options of the guest, and what libxl checks
 * later. Facts: parse_vnuma_config, libxl__domain_config_setdefault, libxl__vnuma_config_check of Xen 4.6 to 4.22.
 */
import { atLeast } from '../../schema/releases.ts';
import type { Span } from '../../span.ts';
import type { SpecEffect, SpecFaultKind } from '../spec.ts';
import type { ResourceContext } from './context.ts';
import type { Piece } from './pieces.ts';
import { faultAt, whole } from './pieces.ts';
import type { NumberSpan } from './range.ts';
import type { VnumaDraft } from './vnuma.ts';

type Nodes = readonly (readonly VnumaDraft[])[];

interface VcpuRange extends NumberSpan {
  readonly draft: VnumaDraft;
  readonly piece: Piece;
}

/** Adds to the drafts what is wrong with the nodes as a whole. Where xl does not get so far there is nothing to add. */
export function judgeNodes(nodes: Nodes, context: ResourceContext): void {
  const drafts = nodes.flat();
  if (drafts.some(({ faults }) => faults.some(({ effect }) => effect === 'refused' || effect === 'crashes')))
    return;
  const ranges = drafts.flatMap((draft) =>
    (draft.fields.vcpus ?? []).map(
      (piece): VcpuRange => ({ first: piece.first, last: piece.last, draft, piece }),
    ),
  );
  const vcpus = ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  const memkb = BigInt.asUintN(
    64,
    drafts.reduce((sum, { fields }) => sum + (fields.memkb ?? 0n), 0n),
  );
  judgeCount(drafts, vcpus, context);
  judgeMemory(drafts, memkb, context);
  if (context.guestType === 'pv') {
    const cure = 'libxl does not build pv guests with NUMA nodes. Use pvh or hvm, or remove the option.';
    complain(drafts, undefined, 'createFails', cure);
  }
  judgeAssignment(ranges, vcpus);
  judgeDistances(nodes);
}

/** At the last string of the key, or at the first string there is. */
function complain(
  drafts: readonly VnumaDraft[],
  key: 'vcpus' | 'memkb' | undefined,
  effect: SpecEffect,
  cure: string,
): void {
  const draft = (key && drafts.findLast(({ fields }) => fields[key] !== undefined)) ?? drafts[0];
  if (draft) add(draft, whole(draft), 'conflict', effect, cure);
}

const add = (draft: VnumaDraft, place: Span, kind: SpecFaultKind, effect: SpecEffect, cure: string): void => {
  draft.faults.push(faultAt(place, kind, effect, { cure }));
};

function judgeCount(
  drafts: readonly VnumaDraft[],
  total: bigint,
  { numberOf, release }: ResourceContext,
): void {
  const maxvcpus = BigInt.asIntN(32, numberOf('maxvcpus') ?? 0n);
  const written = BigInt.asIntN(32, numberOf('vcpus') ?? 0n);
  const vcpus = atLeast(release, '4.22') && written < 1n ? 1n : written;
  if (maxvcpus !== 0n && BigInt.asUintN(64, maxvcpus) !== total) {
    const cure = `The nodes have ${total} vCPUs in all, and maxvcpus is ${maxvcpus}. Make them the same, or leave maxvcpus out.`;
    complain(drafts, 'vcpus', 'refused', cure);
  } else if (maxvcpus === 0n && total !== 0n && vcpus > BigInt.asIntN(32, total)) {
    const cure = `The nodes have ${total} vCPUs in all, and vcpus is ${vcpus}. Make them the same.`;
    complain(drafts, 'vcpus', 'refused', cure);
  }
}

/** LIBXL_MEMKB_DEFAULT, the mark for "not set". */
const NOT_SET = 2n ** 64n - 1n;

function judgeMemory(drafts: readonly VnumaDraft[], total: bigint, context: ResourceContext): void {
  const read = (option: string): bigint | null => {
    const mebibytes = context.numberOf(option);
    return mebibytes === null ? null : BigInt.asUintN(64, mebibytes * 1024n);
  };
  const maxmem = read('maxmem');
  const memory = read('memory');
  const sum = `The nodes have ${total >> 10n} MiB in all`;
  if (maxmem !== null && maxmem !== NOT_SET && maxmem !== total) {
    const cure = `${sum}, and maxmem is ${context.numberOf('maxmem')}. Make them the same, or leave maxmem out.`;
    complain(drafts, 'memkb', 'refused', cure);
  } else if (context.guestType !== 'pv' && memory !== null && memory < total) {
    const cure = `${sum}, and memory is ${context.numberOf('memory')}: libxl has no populate-on-demand with nodes. Make them the same.`;
    complain(drafts, 'memkb', 'createFails', cure);
  }
}

/** Every vCPU from 0 on belongs to one node. */
function judgeAssignment(ranges: readonly VcpuRange[], total: bigint): void {
  let next = 0n;
  for (const { first, last, draft, piece } of ranges.toSorted((a, b) => Number(a.first - b.first))) {
    if (first !== next) {
      const cure =
        first < next
          ? `vCPU ${first} belongs to a node already.`
          : `vCPU ${next} belongs to no node: there are ${total}, counted from 0.`;
      add(draft, piece, 'conflict', 'startFails', cure);
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
    const nearer = nodes.findIndex((_, other) => other !== index && (distances[other] ?? 0n) < own);
    if (!draft || nearer === -1) continue;
    const cure = `Node ${nearer} must not be nearer to node ${index} than this is to itself.`;
    add(draft, whole(draft), 'conflict', 'startFails', cure);
  }
}
