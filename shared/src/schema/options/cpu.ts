/** Processors: how many, which, how much of them. Facts: parse_config_data of Xen 4.1 to 4.22, xl.cfg(5). */
import { optionsFor } from '../types.ts';
import { ALL } from './guestTypes.ts';

export const CPU_OPTIONS = optionsFor(ALL, [
  {
    name: 'vcpus',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'number',
    since: '4.1',
    use: 1,
    summary: 'How many virtual CPUs the guest starts with.',
    details:
      'More than the host has is possible and slow. Where `maxvcpus` is larger, the rest starts offline and ' +
      '`xl vcpu-set` brings it in later. More than `maxvcpus` is rejected.\n\n' +
      'libxl rejects more than 1024; the hypervisor allows 128 for HVM and PVH. A number that does not ' +
      'parse is warned of, and the guest gets one vCPU.',
    defaultValue: '`1`',
    example: 'vcpus = 2',
    range: [
      { min: 0, max: 1024, stored: 'int', outside: 'refused', last: '4.21' },
      { max: 1024, outside: 'refused', since: '4.2' },
    ],
  },
  {
    name: 'maxvcpus',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_make',
    kind: 'number',
    since: '4.1',
    use: 2,
    summary: 'How many virtual CPUs the guest can ever have.',
    details:
      'Set it above `vcpus` to be able to add some to the running guest. Less than `vcpus` is rejected since 4.6 ' +
      '("maxvcpus < vcpus").',
    defaultValue: 'the value of `vcpus`',
    example: 'maxvcpus = 8',
    range: [{ min: 0, stored: 'int', outside: 'refused', since: '4.6' }],
  },
  {
    name: 'cpus',
    source:
      'xl_parse.c:parse_config_data xl_parse.c:parse_vcpu_affinity,parse_cpurange libxl_dom.c:libxl__build_pre',
    kind: 'stringOrList',
    since: '4.2',
    use: 2,
    summary: "The CPUs of the host that the guest's vCPUs may run on.",
    details:
      'A string holds for all vCPUs: `"all"`, `"0-3,5,^1"` (`^` takes away), `"nodes:0-1"`, `"all,^node:1"`. A list has ' +
      'one entry for each vCPU in turn: `[ "2", "3-8,^5" ]`; entries without a vCPU are ignored. Up to 4.4 an entry ' +
      'is a single number: `"3-8"` is CPU 3.\n\n' +
      'Pinning also decides from which NUMA nodes the memory comes. An invalid range is rejected, an empty set ' +
      'too. From 4.5 to 4.21 xl ignores the option where neither `vcpus` nor `maxvcpus` is set. An item that is no ' +
      'string makes xl crash.',
    defaultValue: 'all CPUs',
    example: 'cpus = "0-3,^1"',
  },
  {
    name: 'cpus_soft',
    source:
      'xl_parse.c:parse_config_data xl_parse.c:parse_vcpu_affinity,parse_cpurange libxl_dom.c:libxl__build_pre',
    kind: 'stringOrList',
    since: '4.5',
    use: 4,
    summary: "The CPUs of the host that the guest's vCPUs prefer.",
    details:
      'Written like `cpus`, but only a wish: when they are busy the vCPUs run elsewhere. Without `cpus` and `cpus_soft` ' +
      'libxl looks for NUMA nodes with room and makes their CPUs the preferred ones. Up to 4.21 xl ignores the option ' +
      'where neither `vcpus` nor `maxvcpus` is set.',
    defaultValue: 'the CPUs of the nodes that libxl chooses',
    example: 'cpus_soft = "nodes:0"',
  },
  {
    name: 'cpu_weight',
    source: 'xl_parse.c:parse_config_data libxl_sched.c:sched_credit_domain_set,sched_credit2_domain_set',
    kind: 'number',
    since: '4.2',
    use: 3,
    summary: "The guest's share of the CPUs where several guests compete for them.",
    details:
      'A guest with 512 gets twice as much as one with 256. From 1 to 65535, for the credit and credit2 schedulers; ' +
      'a number outside is not looked at before the guest starts.',
    defaultValue: '`256`',
    example: 'cpu_weight = 512',
  },
  {
    name: 'cap',
    source: 'xl_parse.c:parse_config_data libxl_sched.c:sched_credit_domain_set,sched_credit2_domain_set',
    kind: 'number',
    since: '4.2',
    use: 3,
    summary: 'The most CPU time that the guest gets, in percent of one CPU, even where the host is idle.',
    details:
      '50 is half a CPU, 400 is four; 0 sets no limit. At most 100 for each vCPU, with the credit scheduler, and with credit2 since 4.10; ' +
      'others ignore it. A cap below 100 can make the host lower its clock, so that the guest gets less than it says.',
    defaultValue: '`0`, no limit',
    unit: 'percent',
    example: 'cap = 50',
  },
  {
    name: 'period',
    source: 'xl_parse.c:parse_config_data libxl_sched.c:sched_rtds_domain_set',
    kind: 'number',
    since: '4.2',
    summary: 'The length of the period in which the RTDS scheduler gives the guest its time.',
    details:
      'Below 4000 the guest is not created: there is no option for the budget, which stays at 4000 until `xl sched-rtds` ' +
      'sets both. Up to 4.5 sEDF used the option too, in milliseconds, although the manual says nanoseconds. No manual ' +
      'since 4.6 has it.',
    defaultValue: "the scheduler's",
    unit: 'microseconds',
    example: 'period = 10000',
  },
  {
    name: 'slice',
    source: 'xl_parse.c:parse_config_data',
    kind: 'number',
    since: '4.2',
    summary: 'The time that the guest gets in each period of the sEDF scheduler.',
    details:
      'In milliseconds, although the manual says nanoseconds. Still read, but nothing uses it: Xen 4.6 removed that ' +
      'scheduler.',
    example: 'slice = 5',
    deprecated: { since: '4.6', instead: '`cap`, or `xl sched-rtds` for the RTDS scheduler' },
  },
  {
    name: 'latency',
    source: 'xl_parse.c:parse_config_data',
    kind: 'number',
    since: '4.2',
    summary: 'The scaled period of a guest with much I/O under the sEDF scheduler.',
    details: 'Still read, but nothing uses it: Xen 4.6 removed that scheduler.',
    example: 'latency = 1000',
    deprecated: { since: '4.6', instead: '`cpu_weight`' },
  },
  {
    name: 'extratime',
    source: 'xl_parse.c:parse_config_data libxl_sched.c:sched_rtds_domain_set',
    kind: 'number',
    since: '4.2',
    summary: 'Whether the guest may use time that others leave over, under the RTDS scheduler.',
    details:
      'Up to 4.5 it belonged to the sEDF scheduler; from 4.6 to 4.9 nothing uses it. No manual since 4.6 has it.',
    defaultValue: '`1`',
    example: 'extratime = 0',
  },
  {
    name: 'pool',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_config_setdefault',
    kind: 'string',
    since: '4.1',
    use: 3,
    summary: 'The CPU pool that the guest runs in.',
    details:
      'A pool has CPUs and its own scheduler; `xl cpupool-list` shows them. A name that the host does not know ' +
      'prevents the guest from starting ("Illegal pool specified").',
    defaultValue: '`Pool-0`',
    example: 'pool = "Pool-0"',
  },
  {
    name: 'cpuid',
    source:
      'xl_parse.c:parse_config_data libxl_cpuid.c:libxl_cpuid_parse_config,libxl_cpuid_parse_config_xend',
    kind: 'stringOrList',
    architecture: 'x86',
    since: '4.1',
    use: 4,
    summary: 'What the guest sees when it asks the CPU for its features.',
    details:
      'A string begins with `host` and changes single features: `"host,tm=0,sse3=0"`. `1` and `0` force a bit, `x` ' +
      "leaves it to Xen, `k` takes the host's. A list has the notation of xend, with 32 characters for each " +
      'register: `[ "1:ecx=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0" ]`.\n\n' +
      'xl prints what it does not understand and starts the guest without it. Each release knows more names.',
    defaultValue: 'what Xen finds safe on the host',
    example: 'cpuid = "host,sse3=0"',
  },
  {
    name: 'vnuma',
    source: 'xl_parse.c:parse_vnuma_config libxl_vnuma.c:libxl__vnuma_config_check',
    kind: 'list',
    since: '4.6',
    summary: 'The NUMA nodes that the guest sees, with their memory and vCPUs.',
    details:
      'One inner list for each node, with `pnode` (the node of the host), `size` in MiB, `vcpus` and `vdistances` to all ' +
      'nodes. The sizes add up to `maxmem`, the vCPUs to `maxvcpus`; xl rejects a file that says otherwise, and libxl a ' +
      '`memory` below the sum.\n\n' +
      'Without `vcpus` one vCPU is online. More vCPUs than the host has CPUs need `maxvcpus`. A PV guest with nodes is ' +
      'not created; others can be neither saved nor migrated. A string instead of a list is silently ignored.',
    defaultValue: 'one node',
    example:
      'vnuma = [ [ "pnode=0", "size=512", "vcpus=0-1", "vdistances=10,20" ], ' +
      '[ "pnode=1", "size=512", "vcpus=2-3", "vdistances=20,10" ] ]',
    wrongKind: 'silent',
  },
]);
