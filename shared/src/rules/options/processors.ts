/** Processors: vcpus against maxvcpus, and affinity without either. Facts: parse_config_data, parse_vcpu_affinity. */
import { toInt32 } from '../../cNumbers.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { optionRule } from './optionRule.ts';

/** What xl keeps of maxvcpus, an int; 0 is the same as leaving it out. */
const maxVcpus = (values: OptionValues): number => toInt32(values.number('maxvcpus') ?? 0n);

/** How many virtual CPUs the guest starts with. Since 4.22 less than one is one. */
const startingVcpus = (values: OptionValues): bigint => {
  const number = values.number('vcpus') ?? 0n;
  return values.since('4.22') && number < 1n ? 1n : number;
};

const tooFewMaxVcpus = optionRule(
  {
    code: 'vcpus-above-maxvcpus',
    severity: 'error',
    marks: ['vcpus'],
    summary: 'More vCPUs to start with than the guest may ever have.',
    details:
      'xl ends with "maxvcpus < vcpus". `vcpus` are there from the beginning, up to `maxvcpus` can be added later with ' +
      '`xl vcpu-set`. Without `maxvcpus` both are the same.\n\n```\nvcpus = 2\nmaxvcpus = 8\n```',
  },
  function* (values) {
    const max = maxVcpus(values);
    const vcpus = startingVcpus(values);
    if (!values.since('4.6') || max <= 0 || BigInt(max) >= vcpus) return;
    yield {
      at: 'vcpus',
      mark: 'value',
      message: `The guest starts with ${vcpus} vCPUs, and maxvcpus allows ${max}: xl refuses the file. Raise maxvcpus to ${vcpus}, or write fewer vcpus.`,
      because: [{ option: 'maxvcpus', message: 'The most that the guest may have.' }],
    };
  },
);

const affinityWithoutVcpus = optionRule(
  {
    code: 'affinity-without-vcpus',
    severity: 'warning',
    marks: ['cpus', 'cpus_soft'],
    summary: 'CPUs for the vCPUs of a guest that does not say how many vCPUs it has.',
    details:
      'Up to 4.21 xl counts the vCPUs that `cpus` and `cpus_soft` are for by `vcpus` and `maxvcpus`. With neither it finds ' +
      'none and leaves the options out without a word, although the guest gets one vCPU.\n\n' +
      '```\nvcpus = 1\ncpus = "0-3"\n```',
  },
  function* (values) {
    if (values.since('4.22') || maxVcpus(values) !== 0 || toInt32(values.number('vcpus') ?? 0n) !== 0) return;
    // The nodes of vnuma say how many there are as well.
    if ((values.list('vnuma') ?? []).length > 0) return;
    for (const option of ['cpus', 'cpus_soft'] as const) {
      if (values.text(option) === null && (values.list(option) ?? []).length === 0) continue;
      yield {
        at: option,
        message: `Without vcpus the xl of ${values.xenVersion} leaves ${option} out without a word. Add vcpus = 1, or as many as wanted.`,
      };
    }
  },
);

export const processorRules = [tooFewMaxVcpus, affinityWithoutVcpus];
