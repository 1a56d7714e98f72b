/** The parameters of `cpus` and `cpus_soft`. Facts: update_cpumap_range of xl, Xen 4.2 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';

export const CPUS_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'all',
    form: 'flag',
    since: '4.2',
    summary: 'All CPUs of the host.',
    details: 'The start for taking some away: `all,^0`. Alone up to 4.3. `^all` is refused.',
    example: 'vcpus = 2\ncpus = "all,^0"',
  },
  {
    name: 'cpus',
    form: 'flag',
    since: '4.2',
    summary: 'A CPU of the host by its number, or a range of them.',
    details:
      'From 0, in decimal; `^` in front takes away what is there so far, so that the order counts. Numbers that the ' +
      'host does not have are passed over, but where no CPU is left xl refuses `cpus` (since 4.12). xl walks through a ' +
      'range number by number, so that one of some thousand million never ends.',
    example: 'vcpus = 2\ncpus = "0-3,^1"',
  },
  {
    name: 'nodes',
    form: 'flag',
    since: '4.4',
    summary: 'All CPUs of a NUMA node of the host, or of a range of nodes.',
    details:
      '`node:1` and `nodes:0-1` mean the same sort of thing; `^node:1` takes the CPUs of the node away.',
    example: 'vcpus = 2\ncpus = "nodes:0-1,^node:1"',
  },
];
