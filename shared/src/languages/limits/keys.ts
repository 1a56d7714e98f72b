/**
 * What may stand in `llc_colors`, `xenstore_quota` and `arm_sci`. Facts: parse_config_data of Xen 4.20 to 4.22,
 * xenstored, xl.cfg(5).
 */
import type { ParameterSchema } from '../../schema/types.ts';

export const LLC_COLORS_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'colors',
    form: 'flag',
    since: '4.20',
    summary: 'A colour of the last-level cache, or a range of colours.',
    details:
      'Decimal, from 0. What is no number, and a range that runs backwards, is refused; what follows the range is ' +
      'ignored. A colour that the hardware does not have keeps the guest from starting.',
    example: 'llc_colors = [ "0-3", "8" ]',
  },
];

const QUOTAS: readonly (readonly [name: string, what: string])[] = [
  ['nodes', 'How many nodes the guest may own'],
  ['watches', 'How many watches the guest may have'],
  ['transactions', 'How many transactions the guest may have open at a time'],
  ['transaction-nodes', 'How many nodes one transaction of the guest may touch'],
  ['outstanding', 'How many requests of the guest may be unanswered at a time'],
  ['node-size', 'How many bytes a node of the guest may have'],
  ['memory', 'How many bytes of memory XenStore may use for the guest'],
];

export const XENSTORE_QUOTA_PARAMETERS: readonly ParameterSchema[] = QUOTAS.map(
  ([name, what]): ParameterSchema => ({
    name,
    form: 'value',
    since: '4.22',
    summary: `${what}.`,
    details:
      'A number of up to 32 bits, without a unit; a negative one, something behind it, or nothing at all is refused. xl ' +
      'does not check the name: which ones there are is up to the XenStore of the host, and one that it does not have ' +
      'keeps the guest from starting.',
    defaultValue: 'that of XenStore',
    example: `xenstore_quota = [ "${name}=2000" ]`,
  }),
);

export const ARM_SCI_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'type',
    form: 'value',
    since: '4.21',
    summary: 'Whether, and how, the guest reaches the firmware that switches clocks and power (SCMI).',
    details: 'In any case. Another word is refused, an empty one too. Given twice, the last one counts.',
    defaultValue: '`none`',
    example: 'arm_sci = "type=scmi_smc"',
    values: [
      { name: 'none', summary: 'No access.' },
      {
        name: 'scmi_smc',
        summary:
          'SCMI calls by SMC are handed on to the firmware, for one guest only; goes with scmi-smc-passthrough of Xen.',
      },
    ],
  },
];
