/** Access of an Arm guest to the SCMI firmware. Facts: parse_config_data of Xen 4.21 and 4.22, xl.cfg(5). */
import { fieldOf } from '../toolkit/fields.ts';
import { keyedLanguage } from '../toolkit/keyedLanguage.ts';
import { strtok, wholeOf } from '../toolkit/slice.ts';
import { word } from '../toolkit/valueReaders.ts';

export const ARM_SCI = keyedLanguage({
  option: 'arm_sci',
  noun: 'access to the SCMI firmware',
  shape: 'text',
  nonStringItem: 'ignored',
  parameters: [
    {
      name: 'type',
      source: 'xl_parse.c:parse_arm_sci_config libxl_types.idl:libxl_arm_sci_type',
      form: 'value',
      read: word('type'),
      since: '4.21',
      summary: 'Whether, and how, the guest reaches the firmware that switches clocks and power (SCMI).',
      details: 'In any case. Other values are rejected, an empty one too. Given twice, the last one counts.',
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
  ],
  grammar: {
    // Spaces before a key belong to it.
    split: (text) => strtok(wholeOf(text), ',').map(fieldOf),
    unknownKey: 'ignored',
    bareWord: 'ignored',
  },
  isNumbered: () => false,
  keys: null,
});
