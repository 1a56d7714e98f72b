/** Memory, its paging and its layout. Facts: parse_config_data of Xen 4.1 to 4.22, libxl_create.c, xl.cfg(5). */
import { optionsFor } from '../types.ts';
import { ALL, HVM } from './guestTypes.ts';

export const MEMORY_OPTIONS = optionsFor(ALL, [
  {
    name: 'memory',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_config_setdefault',
    kind: 'number',
    since: '4.1',
    use: 1,
    summary: 'How much memory the guest starts with.',
    details:
      'A plain number, without a unit: `"512M"` is warned of and ignored, and the guest is left with the default, too ' +
      'little for most kernels. The host needs some more for each guest, for page tables and the device model.\n\n' +
      'xl also accepts 0, and more than `maxmem`, silently.',
    defaultValue: 'the value of `maxmem`, or 32 without it',
    unit: 'MiB',
    example: 'memory = 1024',
  },
  {
    name: 'maxmem',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_config_setdefault',
    kind: 'number',
    since: '4.1',
    use: 2,
    summary: 'How much memory the guest can ever have.',
    details:
      'Above `memory` the guest starts with the rest ballooned away, and `xl mem-set` hands it out later. The guest ' +
      'needs a balloon driver for that: an HVM guest without one crashes. It also pays for the tables of the memory ' +
      'that it does not have.\n\n' +
      'On HVM and PVH libxl rejects more than `memory` together with passed-through devices, with `vnuma` and with ' +
      '`altp2m`. Less than `memory` passes silently.',
    defaultValue: 'the value of `memory`',
    unit: 'MiB',
    example: 'maxmem = 2048',
  },
  {
    name: 'hap',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_create_info_setdefault,libxl__domain_make',
    kind: 'boolean',
    architecture: 'x86',
    since: '4.1',
    use: 3,
    summary: "Whether the processor's nested page tables (EPT, NPT) serve the guest.",
    details:
      'Without them Xen shadows the page tables of the guest in software, which is slower. Turn it off in order ' +
      'to hunt a bug, hardly for anything else. Of no effect on PV. On Arm a guest with `0` does not start.',
    defaultValue: '`1` where the host has them',
    example: 'hap = 1',
  },
  {
    name: 'oos',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_create_info_setdefault,libxl__domain_make',
    kind: 'boolean',
    architecture: 'x86',
    since: '4.1',
    summary: 'Whether shadow page tables may lag behind those of the guest.',
    details: 'Only with `hap = 0`. Faster; turning it off helps to find bugs.',
    defaultValue: '`1`',
    example: 'oos = 0',
  },
  {
    name: 'shadow_memory',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_config_setdefault libxl_mem.c:libxl__domain_need_memory_calculate',
    kind: 'number',
    since: '4.1',
    use: 4,
    summary: "Memory that Xen sets aside for the guest's shadow or nested page tables.",
    details:
      'The computed value is enough as a rule. More helps guests with very many processes and `hap = 0`, and those that ' +
      'use `altp2m`. On Arm it is the pool for the stage-2 tables. libxl counts the vCPUs that the file names: with ' +
      'neither `vcpus` nor `maxvcpus` the guest gets 1 MiB less than with `vcpus = 1`.',
    defaultValue: 'about 1 for each vCPU, and 4 to 8 KiB for each MiB of memory',
    unit: 'MiB',
    example: 'shadow_memory = 32',
  },
  {
    name: 'mmio_hole',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dom.c:libxl__build_hvm',
    kind: 'number',
    guestTypes: HVM,
    since: '4.5',
    use: 4,
    summary: 'The size of the gap below 4 GiB where devices have their memory.',
    details:
      'Needed for passed-through cards with large memory windows. From 256 to 3840, anything else is rejected; 3072 is ' +
      'known to work. Only with `device_model_version = "qemu-xen"`.\n\n' +
      'By default hvmloader doubles it while devices do not fit, up to 2048, but never into memory of the guest: with ' +
      '3.75 GiB or more it stays at 256, and large windows go above 4 GiB.',
    defaultValue: '`256`, or more where devices need it and the guest is small',
    unit: 'MiB',
    example: 'mmio_hole = 3072',
    range: [{ min: 256, max: 3840, outside: 'refused' }],
  },
  {
    name: 'altp2m',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_config_setdefault libxl_x86.c:libxl__arch_domain_build_info_setdefault libxl_types.idl:libxl_altp2m_mode',
    kind: 'numberOrString',
    architecture: 'x86',
    since: '4.9',
    summary: "Who may switch between several views of the guest's memory (alternate p2m).",
    details:
      'For memory introspection, and for guests that wall off parts of themselves. x86 only, not together with ' +
      '`nestedhvm`, nor with `maxmem` above `memory`: libxl rejects both. The host needs an Intel CPU, nested paging and ' +
      'Xen booted with `altp2m=1`. Since 4.21 a PVH guest needs `altp2m_count` as well. Words and numbers other than ' +
      'these are rejected.',
    defaultValue: '`disabled`',
    example: 'altp2m = "external"\ntype = "hvm"',
    match: 'ignoreCase',
    otherValues: 'refused',
    range: [{ min: 0, max: 3, outside: 'refused' }],
    values: [
      { name: 'disabled', number: 0, summary: 'There is one view only.' },
      {
        name: 'mixed',
        number: 1,
        summary: 'The guest itself and tools outside of it may switch and change views.',
      },
      { name: 'external', number: 2, summary: 'Only privileged tools outside of the guest may.' },
      { name: 'limited', number: 3, summary: 'The guest may turn on VMFUNC and #VE, and no more.' },
    ],
  },
  {
    name: 'altp2mhvm',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'boolean',
    guestTypes: HVM,
    since: '4.6',
    summary: 'The old way to give an HVM guest several views of its memory.',
    details:
      'xl warns that it is deprecated. The same as `altp2m = "mixed"`, where `altp2m` does not say otherwise.',
    defaultValue: '`0`',
    example: 'altp2mhvm = 1',
    warns: 'always',
    deprecated: { since: '4.9', instead: '`altp2m = "mixed"`' },
  },
  {
    name: 'altp2m_count',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_make',
    kind: 'number',
    architecture: 'x86',
    since: '4.21',
    summary: "How many views of the guest's memory there can be.",
    details:
      'Used where `altp2m` is on. Each view takes memory from `shadow_memory`. The hypervisor allows 512; below 0 or ' +
      'above 65535 xl rejects. Anything but a number is ignored without a warning.',
    defaultValue: '`10` on HVM with `altp2m`, `0` on PVH, which then does not start with `altp2m`',
    example: 'altp2m_count = 16\naltp2m = "mixed"\ntype = "hvm"',
    range: [{ min: 0, max: 65535, outside: 'refused' }],
    wrongKind: 'silent',
  },
  {
    name: 'llc_colors',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_make',
    kind: 'list',
    since: '4.20',
    summary: 'The parts (colours) of the last-level cache that the guest gets for itself.',
    details:
      'For guests with hard timing on Arm, with a hypervisor built for it and booted with `llc-coloring=on`; with another ' +
      'one the guest is not created. Each item is a number or a range such as ' +
      '"0-4". Anything but a range, and a range that runs backwards, is rejected; what follows a valid range is ignored.',
    defaultValue: 'those that the hypervisor chooses',
    example: 'llc_colors = [ "0-3", "8" ]',
  },
  {
    name: 'vmtrace_buf_kb',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_make',
    kind: 'number',
    architecture: 'x86',
    since: '4.15',
    summary: "The size of each vCPU's buffer for processor traces, from outside of the guest.",
    details:
      'For Intel Processor Trace: a power of two from 4 to 65536. The hypervisor rejects it for PV and on other CPUs. What ' +
      'is not a number is ignored without a warning.',
    defaultValue: '`0`, none',
    unit: 'KiB',
    example: 'vmtrace_buf_kb = 64\ntype = "hvm"',
    wrongKind: 'silent',
  },
]);
