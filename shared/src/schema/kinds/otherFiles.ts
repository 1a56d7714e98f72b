/**
 * Options of other files that are written into a guest's config file, where no xl reads them. Facts: xl.conf(5),
 * xen-command-line.pandoc, libxl.conf of libvirt, xend-config.sxp(5), the defaults of xendomains and xencommons.
 */
import { memoizeByObject } from '../../memoize.ts';
import { optionByName } from '../options/index.ts';
import { wordOf } from '../options/synonyms.ts';
import type { OptionSchema } from '../types.ts';
import { CPUPOOL_OPTIONS } from './cpupool.ts';
import type { FileKindName } from './index.ts';
import { XL_CONF_OPTIONS } from './xlConf.ts';

/** A file, or a command line, with its own options. */
export interface OtherFile {
  /** Whose options they are, as the end of "is an option of". Markdown. */
  readonly of: string;
  /** What to do with the line. Markdown. */
  readonly advice: string;
}

const XL_CONF: OtherFile = { of: 'xl.conf', advice: 'Move it to `/etc/xen/xl.conf`.' };
const CPUPOOL: OtherFile = {
  of: 'the config file of a CPU pool',
  advice: 'Move it to the file for `xl cpupool-create`.',
};
const HYPERVISOR: OtherFile = {
  of: 'the Xen hypervisor',
  advice: 'Put it on the command line of Xen, in the boot loader of the host.',
};
const LIBVIRT: OtherFile = { of: 'libvirt', advice: 'Remove it: xl has no such option.' };
const LIBVIRT_CONF: OtherFile = {
  of: "libvirt's `libxl.conf`",
  advice: 'Move it to `/etc/libvirt/libxl.conf`.',
};
const AUTOSTART: OtherFile = {
  of: 'libvirt and virt-manager',
  advice: 'Remove it, and link the file from `/etc/xen/auto`: xendomains starts what is there.',
};
const XEND: OtherFile = {
  of: 'xend-config.sxp, which was the config file of xend',
  advice: 'Remove it: xl has settings for all guests in `/etc/xen/xl.conf`.',
};
const XENDOMAINS: OtherFile = {
  of: 'the xendomains service',
  advice: 'Move it to `/etc/default/xendomains`, or `/etc/sysconfig/xendomains`.',
};
const XENCOMMONS: OtherFile = {
  of: 'the xencommons service',
  advice: 'Move it to `/etc/default/xencommons`, or `/etc/sysconfig/xencommons`.',
};
const GUEST: OtherFile = { of: 'a guest', advice: "Move it to the guest's own config file." };

/** By file, the names as its documentation has them. */
const HYPERVISOR_OPTIONS =
  'acpi_apic_instance acpi_pstate_strict acpi_skip_timer_override acpi_sleep allow_unsafe allowsuperpage ' +
  'apic_verbosity apicv arat argo asid async-show-all ats availmem bootscrub bootscrub_chunk bti ' +
  'buddy-alloc-size cet clocksource cmci-threshold cmos-rtc-probe com1 com2 conring_size console ' +
  'console_timestamps console_to_ring conswitch core_parking cpu_type cpufreq cpuid_mask_cpu ' +
  'cpuid_mask_ecx cpuid_mask_edx cpuid_mask_ext_ecx cpuid_mask_ext_edx cpuid_mask_l7s0_eax ' +
  'cpuid_mask_l7s0_ebx cpuid_mask_thermal_ecx cpuid_mask_xsave_eax cpuidle cpuinfo crash-debug-debugkey ' +
  'crash-debug-hwdom crash-debug-kexeccmd crash-debug-panic crash-debug-watchdog crashinfo_maxaddr ' +
  'crashkernel credit2_balance_over credit2_balance_under credit2_cap_period_ms ' +
  'credit2_load_precision_shift credit2_load_window_shift credit2_runqueue dbgp debug_stack_lines ' +
  'debugtrace dit dma_bits dom0 dom0-cpuid dom0-iommu dom0-llc-colors dom0_ioports_disable dom0_max_vcpus ' +
  'dom0_mem dom0_nodes dom0_shadow dom0_vcpus_pin dom0pvh dtuart e820-mtrr-clip e820-verbose edd edid efi ' +
  'ept ext_regions extra_guest_irqs flask flask_enabled flask_enforcing force-ept fred gdb global-pages ' +
  'gnttab gnttab_max_frames gnttab_max_maptrack_frames gnttab_max_nr_frames guest_loglvl hap_1gb hap_2mb ' +
  'hardware_dom hest_disable highmem-start hmp-unsafe hpetbroadcast hvm_debug hvm_fep hvm_port80 ' +
  'idle_latency_factor invpcid ioapic_ack iommu iommu_dev_iotlb_timeout iommu_inclusive_mapping ' +
  'irq-max-guests irq_ratelimit irq_vector_map ivmd ivrs_hpet ivrs_ioapic lapic lapic_timer_c2_ok ler ' +
  'llc-coloring llc-nr-ways llc-size load-balance-ratelimit lock-depth-size loglvl low_crashinfo ' +
  'low_mem_virq_limit max_cstate max_gsi_irqs max_lpi_bits mce mce_fb mce_verbosity memop-max-order mmcfg ' +
  'mmio-relax msi mtrr.show mwait-idle mwait-idle.table nmi no-real-mode noapic noirqbalance nolapic ' +
  'noreboot nosmp nr_irqs partial-emulation pci-passthrough pci-phantom pcid pdx-compress pku ple_gap ' +
  'ple_window preferred-cstates probe-port-aliases psr pv-l1tf pv-linear-pt pv-shim ' +
  'rcu-idle-timer-period-ms reboot rmrr ro-hpet sched sched-gran sched_credit2_max_cpus_runqueue ' +
  'sched_credit2_migrate_resist sched_credit_tslice_ms sched_ratelimit_us sched_smt_power_savings ' +
  'scmi-smc-passthrough scrub-domheap serial_tx_buffer serrors shim_mem smap smep smt snb_igd_quirk ' +
  'spec-ctrl sync_console tboot tbuf_size tdt tevt_mask tickle_one_idle_cpu timer_slop tmem tmem_compress ' +
  'tmem_dedup tmem_shared_auth tmem_tze tsx ucode unrestricted_guest vcpu_migration_delay vesa-map ' +
  'vesa-mtrr vesa-ram viridian-spinlock-retry-count viridian-version vm-notify-window vmid vpid vwfi ' +
  'wallclock watchdog watchdog_timeout x2apic x2apic-mode x2apic_phys xen-llc-colors xenheap_megabytes ' +
  'xpti xsave xsm';

const LIBVIRT_OPTIONS = 'memorybacking cputune numatune memballoon on_lockfailure';
const AUTOSTART_OPTIONS = 'autostart onboot';

const LIBVIRT_CONF_OPTIONS = 'lock_manager keepalive_interval keepalive_count nested_hvm';

const XEND_CONFIG_OPTIONS =
  'network-script vif-script dom0-min-mem enable-dom0-ballooning dom0-cpus logfile loglevel console-limit ' +
  'device-create-timeout device-destroy-timeout enable-dump external-migration-tool pci-passthrough-strict-check ' +
  'qemu-dm-logrotate-count resource-label-change-script total_available_memory vnc-listen vnc-tls vnc-x509-cert-dir ' +
  'vnc-x509-verify xend-address xend-domains-path xend-http-server xend-port xend-relocation-address ' +
  'xend-relocation-hosts-allow xend-relocation-port xend-relocation-server xend-relocation-ssl ' +
  'xend-relocation-server-ssl-cert-file xend-relocation-server-ssl-key-file xend-relocation-ssl-port ' +
  'xend-relocation-ssl-server xend-tcp-xmlrpc-server xend-tcp-xmlrpc-server-address xend-tcp-xmlrpc-server-port ' +
  'xend-tcp-xmlrpc-server-ssl-cert-file xend-tcp-xmlrpc-server-ssl-key-file xend-udev-event-server xend-unix-path ' +
  'xend-unix-server xend-unix-xmlrpc-server xsm_module_name';

const XENDOMAINS_OPTIONS =
  'XENDOMAINS_SYSRQ XENDOMAINS_USLEEP XENDOMAINS_CREATE_USLEEP XENDOMAINS_MIGRATE XENDOMAINS_SAVE XENDOMAINS_SHUTDOWN ' +
  'XENDOMAINS_SHUTDOWN_ALL XENDOMAINS_RESTORE XENDOMAINS_AUTO XENDOMAINS_AUTO_ONLY XENDOMAINS_STOP_MAXWAIT';

const XENCOMMONS_OPTIONS =
  'XENCONSOLED_TRACE XENCONSOLED_LOG_DIR XENCONSOLED_ARGS XENSTORETYPE XENSTORED XENSTORED_ARGS XENSTORED_ROOTDIR ' +
  'XENSTORED_TRACE XENSTORED_MAX_OPEN_FDS XENSTORED_OOM_MEM_THRESHOLD XENSTORE_DOMAIN_KERNEL XENSTORE_DOMAIN_SIZE ' +
  'XENSTORE_MAX_DOMAIN_SIZE XENSTORE_DOMAIN_ARGS XENBACKENDD_DEBUG QEMU_XEN';

const namesOf = (options: readonly OptionSchema[]): string => options.map(({ name }) => name).join(' ');

/** The last file that has a name counts. */
const FILES: readonly (readonly [OtherFile, string])[] = [
  [AUTOSTART, AUTOSTART_OPTIONS],
  [XENCOMMONS, XENCOMMONS_OPTIONS],
  [XENDOMAINS, XENDOMAINS_OPTIONS],
  [XEND, XEND_CONFIG_OPTIONS],
  [LIBVIRT, LIBVIRT_OPTIONS],
  [LIBVIRT_CONF, LIBVIRT_CONF_OPTIONS],
  [CPUPOOL, namesOf(CPUPOOL_OPTIONS)],
  [HYPERVISOR, HYPERVISOR_OPTIONS],
  [XL_CONF, namesOf(XL_CONF_OPTIONS)],
];

/** Made when the first name is looked up: most files have none. */
const fileByWord = memoizeByObject(
  (files: typeof FILES): ReadonlyMap<string, OtherFile> =>
    new Map(files.flatMap(([file, names]) => names.split(' ').map((name) => [wordOf(name), file] as const))),
);

/** Whose option a name is that a file of this kind does not have; undefined where it is not known. */
export function otherFileOf(name: string, kind: FileKindName): OtherFile | undefined {
  if (kind !== 'guest' && optionByName.has(name)) return GUEST;
  const file = fileByWord(FILES).get(wordOf(name));
  return (file === XL_CONF && kind === 'xl.conf') || (file === CPUPOOL && kind === 'cpupool')
    ? undefined
    : file;
}
