/** Processors: vcpus against maxvcpus, and affinity without either. Facts: parse_config_data, parse_vcpu_affinity. */
import { toInt32 } from '../../cNumbers.ts';
import { maxVcpus, startingVcpus } from '../../model/vcpus.ts';
import { optionRule } from './optionRule.ts';

const tooFewMaxVcpus = optionRule(
  {
    code: 'vcpus-above-maxvcpus',
    source: 'xl_parse.c:parse_config_data',
    severity: 'error',
    options: ['vcpus'],
    summary: 'More `vcpus` than `maxvcpus`.',
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
      message: `The guest starts with ${vcpus} vCPUs, but \`maxvcpus\` is ${max.count}: xl rejects the file. Set \`maxvcpus = ${vcpus}\`, or reduce \`vcpus\`.`,
      choices: [{ write: 'maxvcpus', value: String(vcpus) }],
      relatedOptions: [{ option: 'maxvcpus', message: 'The maximum for this guest.' }],
    };
  },
);

const affinityWithoutVcpus = optionRule(
  {
    code: 'affinity-without-vcpus',
    source: 'xl_parse.c:parse_config_data xl_parse.c:parse_vcpu_affinity',
    severity: 'warning',
    options: ['cpus', 'cpus_soft'],
    summary: '`cpus` without `vcpus` or `maxvcpus`.',
    details:
      'Up to 4.21 xl counts the vCPUs that `cpus` and `cpus_soft` are for by `vcpus` and `maxvcpus`. With neither it finds ' +
      'none and leaves the options out silently, although the guest gets one vCPU.\n\n' +
      '```\nvcpus = 1\ncpus = "0-3"\n```',
  },
  function* (values) {
    if (values.since('4.22') || maxVcpus(values).count !== 0) return;
    for (const option of ['cpus', 'cpus_soft'] as const) {
      if (values.text(option) === null && (values.list(option) ?? []).length === 0) continue;
      yield {
        option,
        message: `Without \`vcpus\`, Xen ${values.xenVersion} silently ignores \`${option}\`. Add \`vcpus = 1\`, or as many as you need.`,
        choices: [{ write: 'vcpus', value: '1' }],
      };
    }
  },
);

/** To the schedulers -1 is the default, the same as nothing. */
const SCHEDULER_DEFAULT = -1;

const schedulerLimits = optionRule(
  {
    code: 'scheduler-limits',
    source: 'libxl_sched.c:sched_credit_domain_set,sched_credit2_domain_set',
    severity: 'error',
    options: ['cpu_weight', 'cap'],
    summary: 'A scheduler weight or cap out of range.',
    details:
      'The schedulers credit and credit2 have weights from 1 to 65535. Credit, and credit2 since 4.10, have caps from 0, ' +
      'which is none, to 100 for each vCPU that the guest may have. With another number xl accepts the file, but `xl create` fails: "Cpu weight out of ' +
      'range", "Cpu cap out of range".\n\n```\nvcpus = 2\ncap = 150          # one and a half CPUs\ncpu_weight = 512   # twice the default\n```',
  },
  function* (values) {
    const weight = toInt32(values.number('cpu_weight') ?? -1n);
    if (weight !== SCHEDULER_DEFAULT && (weight < 1 || weight > 65535)) {
      yield {
        option: 'cpu_weight',
        stage: 'build',
        mark: 'value',
        message: 'No scheduler supports this weight: `xl create` fails. Use 1 to 65535; the default is 256.',
        choices: [{ write: 'cpu_weight', value: weight < 1 ? '256' : '65535' }],
      };
    }
    const cap = toInt32(values.number('cap') ?? -1n);
    const most = 100 * Math.max(1, maxVcpus(values).count);
    if (cap !== SCHEDULER_DEFAULT && (cap < 0 || cap > most)) {
      yield {
        option: 'cap',
        stage: 'build',
        mark: 'value',
        message: `\`cap\` is a percentage of one CPU, at most 100 per vCPU: \`xl create\` fails. Use 0 to ${most}; 0 means no cap.`,
        choices: [{ write: 'cap', value: cap < 0 ? '0' : String(most) }],
        relatedOptions: [{ option: 'vcpus', message: 'Limits `cap`.' }],
      };
    }
  },
);

export const processorRules = [tooFewMaxVcpus, affinityWithoutVcpus, schedulerLimits];
