/** Features of the machine that the guest sees. Facts: parse_config_data, libxl_x86.c, xl.cfg(5) of Xen 4.1 to 4.22. */
import { optionsFor, type ValueDoc } from '../types.ts';
import { ALL, HVM } from './guestTypes.ts';

/** The groups of Hyper-V interfaces. `all` and `defaults` are compared with strcmp and cannot be turned off. */
const VIRIDIAN_GROUPS: readonly ValueDoc[] = [
  { name: 'defaults', since: '4.5', match: 'exact', summary: 'The groups that `viridian = 1` turns on.' },
  { name: 'all', since: '4.5', match: 'exact', summary: 'All groups that the release has.' },
  {
    name: 'base',
    since: '4.5',
    negatable: true,
    summary: 'The basic registers, which all other groups need.',
  },
  {
    name: 'freq',
    since: '4.5',
    negatable: true,
    summary: 'The frequencies of TSC and APIC, for Windows 7 and later.',
  },
  {
    name: 'time_ref_count',
    since: '4.5',
    negatable: true,
    summary: 'The reference time counter, for Windows 8 and later.',
  },
  {
    name: 'reference_tsc',
    since: '4.6',
    negatable: true,
    summary: 'The reference TSC page, a clock that costs no exit, for Windows 7 and later.',
  },
  {
    name: 'hcall_remote_tlb_flush',
    since: '4.7',
    negatable: true,
    summary: 'TLB flushes by hypercall, of use on hosts with busy CPUs.',
  },
  { name: 'apic_assist', since: '4.7', negatable: true, summary: 'Ends of interrupts without an exit.' },
  {
    name: 'crash_ctl',
    since: '4.9',
    negatable: true,
    summary: 'Lets Windows write what it knows of its crash to the log of Xen.',
  },
  {
    name: 'synic',
    since: '4.13',
    negatable: true,
    summary: 'The synthetic interrupt controller.',
  },
  {
    name: 'stimer',
    since: '4.13',
    negatable: true,
    summary:
      'Synthetic timers, which Windows prefers to the emulated HPET; turns `synic` and `time_ref_count` on.',
  },
  { name: 'hcall_ipi', since: '4.13', negatable: true, summary: 'Interrupts between vCPUs by hypercall.' },
  {
    name: 'ex_processor_masks',
    since: '4.15',
    negatable: true,
    summary: 'Hypercalls for sets of any number of vCPUs, needed by the two hcall groups above 64 vCPUs.',
  },
  {
    name: 'no_vp_limit',
    since: '4.15',
    negatable: true,
    summary: 'Tells the guest that there is no limit to the number of its vCPUs.',
  },
  {
    name: 'cpu_hotplug',
    since: '4.15',
    negatable: true,
    summary: 'Lets vCPUs be added to a running Windows.',
  },
];

export const PLATFORM_OPTIONS = optionsFor(HVM, [
  {
    name: 'viridian',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_x86.c:hvm_set_viridian_features libxl_types.idl:libxl_viridian_enlightenment',
    kind: 'booleanOrList',
    since: '4.1',
    use: 2,
    summary: 'The interfaces of Hyper-V that the guest is offered, which make Windows run faster.',
    details:
      '`1` turns on a fitting selection. A list names groups, and `!` before one removes it: ' +
      '`[ "defaults", "stimer", "hcall_ipi" ]`, `[ "all", "!freq" ]`. Without `base` no other group may be on.\n\n' +
      'A word that is not a group is rejected, a string in place of number or list silently ignored. Other systems than ' +
      'Windows do not mind as a rule; some do not find the PV interfaces of Xen any more.',
    defaultValue: '`0`',
    example: 'viridian = 1',
    match: 'ignoreCase',
    otherValues: 'refused',
    wrongKind: 'silent',
    listSince: '4.5',
    values: VIRIDIAN_GROUPS,
  },
  {
    name: 'xen_platform_pci',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'boolean',
    since: '4.1',
    use: 2,
    summary: 'Whether the guest sees the PCI device by which it finds the paravirtual drivers.',
    details:
      'With drivers for Xen in the guest, disks and network are several times as fast. Turned off, the guest works with ' +
      'the emulated devices only.',
    defaultValue: '`1`',
    example: 'xen_platform_pci = 1',
  },
  {
    name: 'xen_platform_pci_bar_uc',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dom.c:hvm_build_set_xs_values',
    kind: 'boolean',
    since: '4.21',
    summary: 'Whether the memory of the Xen platform device is uncached for the guest.',
    details: 'On AMD hosts Linux guests exchange data with other domains several times as fast without it.',
    defaultValue: '`1`',
    example: 'xen_platform_pci_bar_uc = 0',
  },
  {
    name: 'hvm_pirq',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_x86.c:libxl__arch_domain_prepare_config',
    kind: 'boolean',
    since: '4.19',
    summary: 'Whether the guest may get the interrupts of emulated and passed-through devices as events.',
    details: 'Up to 4.18 every HVM guest could.',
    defaultValue: '`0`',
    example: 'hvm_pirq = 1',
  },
  {
    name: 'nestedhvm',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_make',
    kind: 'boolean',
    architecture: 'x86',
    guestTypes: ALL,
    since: '4.2',
    use: 3,
    summary: 'Whether the guest may run virtual machines itself (nested virtualization).',
    details:
      'Of use for trying out hypervisors and for systems that need virtualisation inside. Xen calls it experimental. ' +
      'libxl rejects it together with `altp2m`, the hypervisor without nested paging (`hap`). Of no effect on PV.',
    defaultValue: '`0`',
    example: 'nestedhvm = 1',
  },
  {
    name: 'pae',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_cpuid.c:libxl__cpuid_legacy',
    kind: 'boolean',
    since: '4.1',
    use: 3,
    summary: 'Whether the guest may use physical address extension.',
    details: 'Every 64-bit system needs it, and `nx` does. It can stay on for the others.',
    defaultValue: '`1`',
    example: 'pae = 1',
  },
  {
    name: 'apic',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dom.c:hvm_build_set_params',
    kind: 'boolean',
    since: '4.1',
    use: 3,
    summary: 'Whether a guest with one vCPU finds an APIC in its firmware tables.',
    details: 'With more vCPUs the tables are always there. Turn it off for some very old systems.',
    defaultValue: '`1`',
    example: 'apic = 1',
  },
  {
    name: 'nx',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'boolean',
    since: '4.1',
    use: 4,
    summary: 'Whether the guest may mark pages as not executable.',
    details: 'A protection that most systems use. It needs `pae`.',
    defaultValue: '`1`',
    example: 'nx = 1',
  },
  {
    name: 'hpet',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_x86.c:hvm_set_conf_params',
    kind: 'boolean',
    since: '4.1',
    use: 3,
    summary: 'Whether the guest has a High Precision Event Timer.',
    details:
      'Emulating it takes time; guests that have better clocks, such as Windows with `viridian`, can do without.',
    defaultValue: '`1`',
    example: 'hpet = 0',
  },
  {
    name: 'mca_caps',
    source: 'xl_parse.c:parse_config_data libxl_x86.c:hvm_set_conf_params',
    kind: 'list',
    since: '4.10',
    summary: 'Further machine check capabilities that the guest sees.',
    details:
      'xl rejects other values, and a string or number in place of the list. A list inside of the list makes it crash.',
    defaultValue: 'none',
    example: 'mca_caps = [ "lmce" ]',
    otherValues: 'refused',
    wrongKind: 'refused',
    values: [
      { name: 'lmce', summary: 'Local machine checks of Intel: an error goes to the vCPU that it concerns.' },
    ],
  },
  {
    name: 'msr_relaxed',
    source:
      'xl_parse.c:parse_config_data libxl_x86.c:libxl__arch_domain_build_info_setdefault,libxl__arch_domain_prepare_config',
    kind: 'boolean',
    architecture: 'x86',
    guestTypes: ALL,
    since: '4.15',
    use: 4,
    summary: 'Lets the guest read model-specific registers that Xen does not know, as up to 4.14.',
    details:
      'Since 4.15 such an access is a fault in the guest, which some systems do not survive. xl warns of the option each ' +
      'time: it is meant to go, and the developers want to hear who needs it.',
    defaultValue: '`0`',
    example: 'msr_relaxed = 1',
    warns: 'always',
  },
]);
