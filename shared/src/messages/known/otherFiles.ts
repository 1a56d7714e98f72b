/** What xl says of xl.conf and of the files of CPU pools. Facts: parse_global_config of xl.c, main_cpupoolcreate of xl_cpupool.c. */

import { messages, type XlMessage } from '../message.ts';

export const XL_CONF_MESSAGES: readonly XlMessage[] = messages({
  'invalid autoballoon option': [
    'bad-value',
    'In xl.conf, `autoballoon` is `"auto"`, `"on"`, `"off"`, 0 or 1.',
  ],
  'invalid domid_policy option': ['bad-value', 'In xl.conf, `domid_policy` is `"xenstored"` or `"reuse"`.'],
  'invalid default output format "{format}"': [
    'bad-value',
    'In xl.conf, `output_format` is `"json"` or `"sxp"`.',
  ],
  'the global config option defaultbridge is deprecated, please switch to vif.default.bridge': [
    'deprecated-option',
  ],
  'the global config option vifscript is deprecated, please switch to vif.default.script': [
    'deprecated-option',
  ],
});

export const CPUPOOL_MESSAGES: readonly XlMessage[] = messages({
  'Missing cpupool name!': ['missing-name missing-value', 'The file of a CPU pool needs `name`.'],
  'Pool name "{name}" already exists': 'The host has a pool of this name. Write another `name`.',
  'Unknown scheduler': [
    'bad-value',
    'The schedulers are `credit`, `credit2`, `rtds`, `arinc653` and `null`.',
  ],
  'no free cpu found':
    'Every CPU belongs to a pool. Remove one from Pool-0 with `xl cpupool-cpu-remove` first.',
  'cpu {number} illegal or not free':
    'Another pool has the CPU. Remove it there with `xl cpupool-cpu-remove` first.',
});
