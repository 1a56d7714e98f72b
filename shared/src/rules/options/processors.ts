/** Processors: vcpus against maxvcpus, and affinity without either. Facts: parse_config_data, parse_vcpu_affinity. */
import { maxVcpus, startingVcpus } from '../../model/vcpus.ts';
import { optionRule } from './optionRule.ts';

const tooFewMaxVcpus = optionRule(
  {
    code: 'vcpus-above-maxvcpus',
    severity: 'error',
    options: ['vcpus'],
    summary: 'More vCPUs to start with than the guest may ever have.',
    details:
      'xl ends with "maxvcpus < vcpus". `vcpus` are there from the beginning, up to `maxvcpus` can be added later with ' +
      '`xl vcpu-set`. Without `maxvcpus` both are the same.\n\n```\nvcpus = 2\nmaxvcpus = 8\n```',
  },
  function* (values) {
    const max = maxVcpus(values);
    const vcpus = startingVcpus(values).count;
    if (!values.since('4.6') || max.option !== 'maxvcpus' || max.count < 0 || max.count >= vcpus) return;
    yield {
      option: 'vcpus',
      mark: 'value',
      message: `The guest starts with ${vcpus} vCPUs, and maxvcpus allows ${max.count}: xl refuses the file. Raise maxvcpus to ${vcpus}, or write fewer vcpus.`,
      relatedOptions: [{ option: 'maxvcpus', message: 'The most that the guest may have.' }],
    };
  },
);

const affinityWithoutVcpus = optionRule(
  {
    code: 'affinity-without-vcpus',
    severity: 'warning',
    options: ['cpus', 'cpus_soft'],
    summary: 'CPUs for the vCPUs of a guest that does not say how many vCPUs it has.',
    details:
      'Up to 4.21 xl counts the vCPUs that `cpus` and `cpus_soft` are for by `vcpus` and `maxvcpus`. With neither it finds ' +
      'none and leaves the options out without a word, although the guest gets one vCPU.\n\n' +
      '```\nvcpus = 1\ncpus = "0-3"\n```',
  },
  function* (values) {
    if (values.since('4.22') || maxVcpus(values).count !== 0) return;
    for (const option of ['cpus', 'cpus_soft'] as const) {
      if (values.text(option) === null && (values.list(option) ?? []).length === 0) continue;
      yield {
        option,
        message: `Without vcpus the xl of ${values.xenVersion} leaves ${option} out without a word. Add vcpus = 1, or as many as wanted.`,
      };
    }
  },
);

export const processorRules = [tooFewMaxVcpus, affinityWithoutVcpus];
