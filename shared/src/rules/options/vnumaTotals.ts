/** What the nodes of `vnuma` add up to. Facts: parse_vnuma_config, parse_range. */
import { atomText } from '../../model/effective.ts';
import type { Readings } from '../../model/readings.ts';

export interface VnumaTotals {
  readonly nodes: number;
  readonly kib: bigint;
  readonly vcpus: bigint;
}

/** The values of one key in the strings of all nodes. */
const valuesOf = (texts: readonly string[], key: string): string[] =>
  texts.flatMap((text) => {
    const [name = '', value = ''] = text.split('=');
    return name.trim() === key ? [value.trim()] : [];
  });

/** How many vCPUs `0-1,3` names; a part that is no range names none. */
const countOf = (ranges: string): bigint =>
  ranges.split(',').reduce((sum, range) => {
    const [, first, last = first] = /^\s*(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    return first === undefined || last === undefined || BigInt(last) < BigInt(first)
      ? sum
      : sum + BigInt(last) - BigInt(first) + 1n;
  }, 0n);

/** Null where the file describes no nodes. */
export function vnumaTotals(read: Readings): VnumaTotals | null {
  const nodes = read.list('vnuma') ?? [];
  if (nodes.length === 0) return null;
  const texts = nodes.flatMap((node) =>
    node.kind === 'list'
      ? node.items.flatMap((item) => (item.kind === 'string' ? [atomText(item)] : []))
      : [],
  );
  const kib = valuesOf(texts, 'size').reduce(
    (sum, size) => sum + BigInt.asUintN(64, BigInt(/^\d+/.exec(size)?.[0] ?? '0') << 10n),
    0n,
  );
  const vcpus = valuesOf(texts, 'vcpus').reduce((sum, ranges) => sum + countOf(ranges), 0n);
  return { nodes: nodes.length, kib, vcpus };
}
