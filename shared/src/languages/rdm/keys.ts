/** What may stand in `rdm`. Facts: libxlu_pci.c, libxl_dm.c of Xen 4.6 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';

export const RDM_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'strategy',
    form: 'value',
    since: '4.6',
    summary: 'Which reserved memory is kept out of the memory of the guest.',
    details:
      'Worth setting where devices are to be added to the running guest later. Any other word makes xl go on without ' +
      'the option, in silence. Up to 4.13 `policy` had to follow.',
    defaultValue: 'what belongs to the devices of the guest',
    example: 'rdm = "strategy=host"',
    values: [{ name: 'host', summary: 'All reserved memory of the host.' }],
  },
  {
    name: 'policy',
    form: 'value',
    since: '4.6',
    summary: 'What happens where reserved memory lies in the memory of the guest.',
    details:
      'Since 4.15 xl holds every valid word for a mistake, because of a wrong test, and goes on without the option, ' +
      'also without its `strategy`. What works is `rdm_policy=` for each device in `pci`.',
    defaultValue: '`relaxed`',
    example: 'pci = [ "03:00.0,rdm_policy=strict" ]',
    values: [
      { name: 'strict', summary: 'The guest does not start.' },
      { name: 'relaxed', summary: 'The guest starts with a warning, and the device may fail.' },
    ],
  },
];
