/** Virtual NUMA nodes against the rest of the file. Facts: parse_vnuma_config, libxl__domain_config_setdefault. */
import { toInt32, toKib } from '../../cNumbers.ts';
import type { VnumaTotals } from '../../languages/vnuma/vnuma.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { vnumaTotalsOf } from '../../model/vnumaTotals.ts';
import { type OptionFinding, optionRule } from './optionRule.ts';

const vnumaOnPv = optionRule(
  {
    code: 'vnuma-pv',
    severity: 'error',
    options: ['vnuma'],
    summary: 'Virtual NUMA nodes for a pv guest.',
    details:
      'libxl has them for hvm and pvh only: the file is taken, and `xl create` fails with "PV vNUMA is not yet supported".',
  },
  function* (values) {
    if (values.createdType !== 'pv' || (values.list('vnuma') ?? []).length === 0) return;
    yield {
      option: 'vnuma',
      assumesArchitecture: true,
      message: 'A pv guest cannot have NUMA nodes: xl create fails. Remove vnuma, or write type = "pvh".',
    };
  },
);

const vnumaSums = optionRule(
  {
    code: 'vnuma-sums',
    severity: 'error',
    options: ['maxmem', 'maxvcpus', 'vcpus'],
    summary: 'Nodes of `vnuma` that do not add up to what `maxmem` and `maxvcpus` say.',
    details:
      'The sizes of the nodes make up `maxmem`, their vCPUs `maxvcpus`; `vcpus` cannot be more. Where the options say ' +
      'something else, xl refuses the file. Leave `maxmem` and `maxvcpus` out.',
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
    message: `The nodes of vnuma have ${kib / 1024n} MiB together: xl refuses another maxmem. Write ${kib / 1024n}, or leave maxmem out.`,
    relatedOptions: NODES,
  };
}

/** libxl keeps the number of vCPUs as an int; nodes without vCPUs set no limit. */
function* vcpuSum(values: OptionValues, totals: VnumaTotals): Generator<OptionFinding<'maxvcpus' | 'vcpus'>> {
  const maxvcpus = toInt32(values.number('maxvcpus') ?? 0n);
  const vcpus = values.number('vcpus') ?? 0n;
  const together = `The nodes of vnuma have ${totals.vcpus} vCPUs together`;
  if (maxvcpus !== 0 && BigInt.asUintN(64, BigInt(maxvcpus)) !== totals.vcpus) {
    yield {
      option: 'maxvcpus',
      mark: 'value',
      message: `${together}: xl refuses another maxvcpus. Write ${totals.vcpus}, or leave maxvcpus out.`,
      relatedOptions: NODES,
    };
  } else if (maxvcpus === 0 && totals.vcpus > 0n && vcpus > BigInt(toInt32(totals.vcpus))) {
    yield {
      option: 'vcpus',
      mark: 'value',
      message: `${together}: xl refuses more vcpus. Write ${totals.vcpus} or fewer.`,
      relatedOptions: NODES,
    };
  }
}

export const vnumaRules = [vnumaOnPv, vnumaSums];
