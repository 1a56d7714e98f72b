/** The options of a CPU pool's file. Facts: main_cpupoolcreate in xl_cpupool.c (xl_cmdimpl.c before 4.9), xlcpupool.cfg(5). */
import { GUEST_TYPES, optionsFor } from '../types.ts';

export const CPUPOOL_OPTIONS = optionsFor(GUEST_TYPES, [
  {
    name: 'name',
    source: 'xl_cpupool.c:main_cpupoolcreate',
    kind: 'string',
    since: '4.1',
    use: 1,
    summary: 'The name of the pool.',
    details:
      'Without it xl takes the name of the file, ending included. A name that another pool has is rejected.',
    defaultValue: 'the name of the file',
    example: 'name = "realtime"',
  },
  {
    name: 'sched',
    source: 'xl_cpupool.c:main_cpupoolcreate libxl_types.idl:libxl_scheduler',
    kind: 'string',
    since: '4.1',
    use: 1,
    summary: 'The scheduler of the pool.',
    details:
      'A scheduler that the hypervisor was not built with fails when the pool is created. Other values are rejected.',
    defaultValue: 'that of `Pool-0`',
    example: 'sched = "credit2"',
    match: 'ignoreCase',
    otherValues: 'refused',
    values: [
      { name: 'credit2', summary: 'Fair shares, for most uses.' },
      { name: 'credit', summary: 'Its predecessor.' },
      { name: 'rtds', since: '4.5', summary: 'Real time: budget and period for each vCPU.' },
      { name: 'null', since: '4.9', summary: 'Every vCPU has a processor for itself.' },
      { name: 'arinc653', since: '4.2', summary: 'Fixed time slots by the ARINC 653 standard.' },
      { name: 'sedf', summary: 'Earliest deadline first; no hypervisor since 4.6 has it.', internal: true },
      { name: 'unknown', since: '4.2', summary: 'No scheduler.', internal: true },
    ],
  },
  {
    name: 'nodes',
    source: 'xl_cpupool.c:main_cpupoolcreate',
    kind: 'list',
    since: '4.1',
    use: 1,
    summary: 'The NUMA nodes whose free processors the pool gets.',
    details:
      'A list of numbers, as text or bare; a string in place of the list is ignored. With it `cpus` is not read. No free ' +
      'processor among them: rejected.',
    example: 'nodes = [ "0" ]',
  },
  {
    name: 'cpus',
    source: 'xl_cpupool.c:main_cpupoolcreate',
    kind: 'stringOrList',
    since: '4.1',
    use: 1,
    summary: 'The processors that the pool gets.',
    details:
      'A list of single numbers, in which `"0-3"` is 0, or since 4.6 text such as `"0-3,^1"`, `"node:1"`. All of them ' +
      'must be free. Without it and without `nodes` the pool begins empty, in 4.1 with the first free one.',
    example: 'cpus = "4-7"',
  },
]);
