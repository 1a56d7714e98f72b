/** Virtual NUMA nodes against the rest of the file. Facts: parse_vnuma_config, libxl__domain_config_setdefault. */
import { toInt32 } from '../../cInteger.ts';
import { memoryKb } from './memory.ts';
import { optionRule } from './optionRule.ts';
import { vnumaTotals } from './vnumaTotals.ts';

const vnumaOnPv = optionRule(
  {
    code: 'vnuma-pv',
    severity: 'error',
    summary: 'Virtual NUMA nodes for a pv guest.',
    details:
      'libxl has them for hvm and pvh only: the file is taken, and `xl create` fails with "PV vNUMA is not yet supported".',
  },
  function* (read) {
    if (read.type !== 'pv' || vnumaTotals(read) === null) return;
    yield {
      at: 'vnuma',
      message: 'A pv guest cannot have NUMA nodes: xl create fails. Remove vnuma, or write type = "pvh".',
    };
  },
);

const vnumaSums = optionRule(
  {
    code: 'vnuma-sums',
    severity: 'error',
    summary: 'Nodes of `vnuma` that do not add up to what `maxmem` and `maxvcpus` say.',
    details:
      'The sizes of the nodes make up `maxmem`, their vCPUs `maxvcpus`; `vcpus` cannot be more. Where the options say ' +
      'something else, xl refuses the file. Leave `maxmem` and `maxvcpus` out.',
  },
  function* (read) {
    const totals = vnumaTotals(read);
    if (totals === null) return;
    const maxmem = read.number('maxmem');
    const maxvcpus = toInt32(read.number('maxvcpus') ?? 0n);
    const vcpus = read.number('vcpus') ?? 0n;
    const because = [{ option: 'vnuma', message: 'The nodes.' }];
    if (maxmem !== null && memoryKb(maxmem) !== totals.kib) {
      yield {
        at: 'maxmem',
        mark: 'value',
        message: `The nodes of vnuma have ${totals.kib / 1024n} MiB together: xl refuses another maxmem. Write ${totals.kib / 1024n}, or leave maxmem out.`,
        because,
      };
    }
    if (maxvcpus !== 0 && BigInt(maxvcpus) !== totals.vcpus) {
      yield {
        at: 'maxvcpus',
        mark: 'value',
        message: `The nodes of vnuma have ${totals.vcpus} vCPUs together: xl refuses another maxvcpus. Write ${totals.vcpus}, or leave maxvcpus out.`,
        because,
      };
      // Nodes without a vCPU say nothing of how many there are.
    } else if (maxvcpus === 0 && totals.vcpus > 0n && vcpus > totals.vcpus) {
      yield {
        at: 'vcpus',
        mark: 'value',
        message: `The nodes of vnuma have ${totals.vcpus} vCPUs together: xl refuses more vcpus. Write ${totals.vcpus} or fewer.`,
        because,
      };
    }
  },
);

export const vnumaRules = [vnumaOnPv, vnumaSums];
