/** Virtual NUMA nodes against the rest of the file. Facts: parse_vnuma_config, libxl__domain_config_setdefault. */
import { toInt32, toKib } from '../../cNumbers.ts';
import type { VnumaTotals } from '../../languages/vnuma/vnuma.ts';
import { videoMemoryOf } from '../../model/machine.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { vnumaTotalsOf } from '../../model/vnumaTotals.ts';
import { type OptionFinding, optionRule } from './optionRule.ts';

const vnumaOnPv = optionRule(
  {
    code: 'vnuma-pv',
    source: 'libxl_create.c:libxl__domain_config_setdefault',
    isAfterParsing: true,
    severity: 'error',
    options: ['vnuma'],
    summary: 'Virtual NUMA nodes for a PV guest.',
    details:
      'libxl has them for HVM and PVH only: xl accepts the file, but `xl create` fails with "PV vNUMA is not yet supported".',
  },
  function* (values) {
    if (values.createdType !== 'pv' || (values.list('vnuma') ?? []).length === 0) return;
    yield {
      option: 'vnuma',
      assumesArchitecture: true,
      message: 'PV guests cannot have NUMA nodes: `xl create` fails. Remove `vnuma`, or use `type = "pvh"`.',
      choices: [{ remove: 'vnuma' }],
    };
  },
);

const vnumaSums = optionRule(
  {
    code: 'vnuma-sums',
    source: 'xl_parse.c:parse_vnuma_config libxl_vnuma.c:libxl__vnuma_config_check',
    severity: 'error',
    options: ['maxmem', 'maxvcpus', 'vcpus'],
    summary: '`vnuma` nodes that do not add up to `maxmem` and `maxvcpus`.',
    details:
      'The sizes of the nodes make up `maxmem`, their vCPUs `maxvcpus`; `vcpus` cannot be more. Where the options say ' +
      'something else, xl rejects the file. Leave `maxmem` out; `maxvcpus` too, unless the nodes have more vCPUs than the ' +
      'host has CPUs, which xl rejects without it.',
  },
  function* (values) {
    const totals = vnumaTotalsOf(values);
    if (totals === null) return;
    yield* memorySum(values, totals);
    yield* vcpuSum(values, totals);
  },
);

const NODES = [{ option: 'vnuma', message: 'The nodes.' }];

function* memorySum(values: OptionValues, { kib }: VnumaTotals): Generator<OptionFinding<'maxmem'>> {
  const maxmem = values.number('maxmem');
  if (maxmem === null || toKib(maxmem) === kib) return;
  yield {
    option: 'maxmem',
    mark: 'value',
    message: `The nodes of \`vnuma\` have ${kib / 1024n} MiB in total: xl rejects any other \`maxmem\`. Use ${kib / 1024n}, or remove \`maxmem\`.`,
    choices: [{ write: 'maxmem', value: String(kib / 1024n) }, { remove: 'maxmem' }],
    relatedOptions: NODES,
  };
}

/** libxl keeps the number of vCPUs as an int; nodes without vCPUs set no limit. */
function* vcpuSum(values: OptionValues, totals: VnumaTotals): Generator<OptionFinding<'maxvcpus' | 'vcpus'>> {
  const maxvcpus = toInt32(values.number('maxvcpus') ?? 0n);
  const vcpus = values.number('vcpus') ?? 0n;
  const together = `The nodes of \`vnuma\` have ${totals.vcpus} vCPUs in total`;
  if (maxvcpus !== 0 && BigInt.asUintN(64, BigInt(maxvcpus)) !== totals.vcpus) {
    yield {
      option: 'maxvcpus',
      mark: 'value',
      message: `${together}: xl rejects any other \`maxvcpus\`. Use ${totals.vcpus}.`,
      choices: [{ write: 'maxvcpus', value: String(totals.vcpus), preferred: true }],
      relatedOptions: NODES,
    };
  } else if (maxvcpus === 0 && totals.vcpus > 0n && vcpus > BigInt(toInt32(totals.vcpus))) {
    yield {
      option: 'vcpus',
      mark: 'value',
      message: `${together}: xl rejects more \`vcpus\`. Use ${totals.vcpus} or fewer.`,
      choices: [{ write: 'vcpus', value: String(totals.vcpus) }],
      relatedOptions: NODES,
    };
  }
}

/** What is wrong with the nodes as libxl gets them: it sees the last size of each. Facts: libxl_vnuma.c. */
function nodesFault(values: OptionValues, { sizes, kib, vcpus }: VnumaTotals): string | null {
  const unsized = sizes.findIndex((all) => all.length === 0);
  if (unsized !== -1)
    return `Node ${unsized} of \`vnuma\` has no size: \`xl create\` fails. Add one, such as \`"size=512"\`.`;
  const last = sizes.map((all) => all.at(-1) ?? 0n);
  const together = last.reduce((sum, size) => sum + size, 0n);
  if (together !== kib)
    return 'A node of `vnuma` has several sizes, which xl adds up: `xl create` fails. Remove one of them.';
  if (vcpus === 0n) return 'No node of `vnuma` has a vCPU: `xl create` fails. Add `"vcpus=0"`.';
  const video = values.guestType === 'hvm' ? videoMemoryOf(values) : toKib(values.number('videoram') ?? 0n);
  if ((last[0] ?? 0n) < video)
    return `Node 0 of \`vnuma\` must hold the ${video / 1024n} MiB of the graphics card: \`xl create\` fails. Use a larger size.`;
  return together === video
    ? 'The nodes of `vnuma` have no memory: `xl create` fails. Use a larger size.'
    : null;
}

const incompleteNodes = optionRule(
  {
    code: 'vnuma-nodes',
    source: 'libxl_vnuma.c:libxl__vnuma_config_check,libxl__vnuma_build_vmemrange_hvm',
    severity: 'error',
    options: ['vnuma'],
    summary: '`vnuma` nodes without memory or vCPUs.',
    details:
      'Each node needs one `size`, and all nodes together every vCPU of the guest; on HVM the first node holds the memory ' +
      'of the graphics card as well. Otherwise xl accepts the file, but `xl create` fails.\n\n' +
      '```\nvnuma = [ [ "pnode=0", "size=512", "vcpus=0-1", "vdistances=10" ] ]\n```',
  },
  function* (values, { specs }) {
    // Strings without their brackets are reported as such, and xl rejects the file before it gets here.
    if (specs.nonStringItems.some(({ option, node }) => option === 'vnuma' && node.kind === 'string')) return;
    const totals = values.createdType === 'pv' ? null : vnumaTotalsOf(values);
    const message = totals && nodesFault(values, totals);
    if (message) yield { option: 'vnuma', stage: 'build', mark: 'value', message };
  },
);

export const vnumaRules = [vnumaOnPv, vnumaSums, incompleteNodes];
