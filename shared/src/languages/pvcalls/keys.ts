/** The key of a `pvcalls` string. Facts: parse_config_data of xl 4.11 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';

export const PVCALLS_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'backend',
    form: 'value',
    content: 'domain',
    since: '4.11',
    summary: 'The domain that opens the sockets, by name or number.',
    details:
      'It has to run when the guest starts. xl refuses other keys and stops reading at a word without `=`.',
    defaultValue: 'the host (domain 0)',
    example: "pvcalls = [ 'backend=0' ]",
  },
];
