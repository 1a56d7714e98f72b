/** The keys of a `vtpm` string. Facts: parse_config_data of xl 4.3 to 4.22, xl.cfg(5), xen-vtpm(7). */
import type { ParameterSchema } from '../../schema/types.ts';

export const VTPM_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'backend',
    form: 'value',
    content: 'domain',
    since: '4.3',
    mandatory: true,
    summary: 'The domain that is the TPM, by name or number; for that domain itself, the vTPM manager.',
    details: 'xl refuses a string without it. The domain has to run when the guest starts.',
    example: "vtpm = [ 'backend=vtpm-web1' ]",
  },
  {
    name: 'uuid',
    form: 'value',
    since: '4.3',
    summary: 'Tells the TPM apart from others of the same manager.',
    details:
      'Needed in the file of the vTPM domain, so that it finds its data again; optional in that of the guest. 36 ' +
      'characters, as `uuidgen` prints them; anything else is refused.',
    defaultValue: 'a new one at each start',
    example: "vtpm = [ 'backend=vtpmmgr,uuid=ac0a5b9e-cbe2-4c07-b43b-1d69e46fb839' ]",
  },
];
