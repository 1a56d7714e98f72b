/**
 * Numbers as libxl prints them. Since 4.21, whose JSON comes from json-c, each goes through an int, but for those of 64
 * bits: libxl__int_gen_jso, libxl__uint64_gen_jso, json_object_new_int in libxl_cpuid.c.
 */
import { toInt32 } from '../cNumbers.ts';
import { atLeast, type XenVersion } from '../schema/xenVersions.ts';
import type { ConfigNode, ObjectNode, Scalar } from './node.ts';

/** MemKB and uint64 of libxl_types.idl. Of two fields named `number`, that of ports never gets as far. */
const OF_64_BITS: ReadonlySet<string> = new Set([
  'max_memkb',
  'target_memkb',
  'video_memkb',
  'shadow_memkb',
  'stubdomain_memkb',
  'mmio_hole_memkb',
  'rdm_mem_boundary_memkb',
  'memkb',
  'start',
  'number',
  'gfn',
  'mca_caps',
  'rate_bytes_per_interval',
]);

/** The configuration with its numbers as a version prints them. */
export const printedNumbers = (root: ObjectNode, xenVersion: XenVersion): ObjectNode =>
  atLeast(xenVersion, '4.21') ? numbersOfObject(root) : root;

const numbersOfObject = (node: ObjectNode): ObjectNode => ({
  ...node,
  entries: node.entries.map(([name, inner]) => [name, OF_64_BITS.has(name) ? inner : asInts(inner)]),
});

function asInts(node: ConfigNode): ConfigNode {
  switch (node.kind) {
    case 'scalar':
      return isNumber(node.value) ? { ...node, value: toInt32(BigInt(node.value)) } : node;
    case 'list':
      return { ...node, items: node.items.map(asInts) };
    case 'object':
      return numbersOfObject(node);
    case 'open':
      return node;
  }
}

const isNumber = (value: Scalar): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';
