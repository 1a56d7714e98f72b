/** Which CPUs a list of additions and removals leaves. Numbers as in the text; linear but for the sorting. */

import { partitionPoint } from '../../binarySearch.ts';

export interface CpuStep {
  readonly first: number;
  readonly last: number;
  readonly remove: boolean;
}

/**
 * Whether nothing is left of what the steps add, on any host. A removal counts for what was added before it. Steps with
 * CPUs that only the host knows are not for this function: the caller leaves the question open where one adds.
 */
export function isEmptySet(steps: readonly CpuStep[]): boolean {
  const removed: CpuStep[] = [];
  for (const step of [...steps].reverse()) {
    if (!step.remove && !covers(removed, step)) return false;
    if (step.remove) addTo(removed, step);
  }
  return true;
}

/** `ranges` are in order, and neither overlap nor touch. */
function covers(ranges: readonly CpuStep[], { first, last }: CpuStep): boolean {
  const range = ranges[indexOf(ranges, first)];
  return range !== undefined && range.first <= first && last <= range.last;
}

function addTo(ranges: CpuStep[], step: CpuStep): void {
  const from = indexOf(ranges, step.first - 1);
  let to = from;
  let { first, last } = step;
  for (let range = ranges[to]; range && range.first <= last + 1; range = ranges[++to]) {
    first = Math.min(first, range.first);
    last = Math.max(last, range.last);
  }
  ranges.splice(from, to - from, { first, last, remove: true });
}

/** Index of the first range that ends at `at` or after it. */
const indexOf = (ranges: readonly CpuStep[], at: number): number =>
  partitionPoint(ranges, ({ last }) => last < at);
