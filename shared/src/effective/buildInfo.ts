/** `b_info`: what the guest is built of. Order and defaults: domain_build_info of libxl_types.idl. */
import { UINT32_MAX } from '../cNumbers.ts';
import { IOMEM, type MemoryRange } from '../languages/iomem/iomem.ts';
import { IOPORTS, type PortRange } from '../languages/ioports/ioports.ts';
import { IRQS } from '../languages/irqs/irqs.ts';
import type { ParsedSpec, SpecLanguage } from '../languages/language.ts';
import { LLC_COLORS } from '../languages/llcColors/llcColors.ts';
import { XENSTORE_QUOTA } from '../languages/xenstoreQuota/xenstoreQuota.ts';
import { maxMemory } from '../model/memory.ts';
import { bootloaderArguments, commandLine, kernel } from './boot.ts';
import { cpuid } from './cpuid.ts';
import { laterLabel } from './createInfo.ts';
import { ARM, machine, timerMode, X86 } from './machine.ts';
import { integer, listOrNothing, MOST_NUMBERS, object, scalar, tooLong } from './node.ts';
import { affinity, availableVcpus, mostVcpus, numaPlacement, processorsOfAll } from './processors.ts';
import {
  always,
  type Context,
  field,
  flag,
  int,
  mebibytes,
  originOfItem,
  originsIn,
  type Source,
  structure,
  text,
  texts,
  unsigned,
  word,
  wordOrNumber,
} from './source.ts';
import { vnumaNodes } from './vnuma.ts';

const mostMemory: Source = (context) => {
  const size = maxMemory(context.values);
  return size ? integer(size.kib, originsIn(context, size.option)) : undefined;
};

/** A default that is not a number of the file: LIBXL_DOMAIN_SCHED_PARAM_*_DEFAULT. */
const LEFT_TO_THE_SCHEDULER = -1n;

const scheduling = (option: string): Source => int(option, LEFT_TO_THE_SCHEDULER);

const SCHEDULER = structure([
  field('weight', scheduling('cpu_weight')),
  field('cap', scheduling('cap')),
  field('period', scheduling('period')),
  field('extratime', scheduling('extratime'), { since: '4.10' }),
  field('slice', scheduling('slice')),
  field('latency', scheduling('latency')),
  field('extratime', scheduling('extratime'), { last: '4.9' }),
]);

/** Ranges of the host's resources, whose fields are those of libxl. */
const ranges =
  (language: SpecLanguage<ParsedSpec<PortRange | MemoryRange | undefined>>): Source =>
  ({ specsOf }) =>
    listOrNothing(
      specsOf(language).map((one) =>
        object(
          Object.entries<number | bigint>({ ...one.spec.fields }).map(([name, value]) => [
            name,
            integer(BigInt(value)),
          ]),
          originOfItem(one),
        ),
      ),
    );

const interrupts: Source = ({ specsOf }) =>
  listOrNothing(specsOf(IRQS).map((one) => scalar(one.spec.fields ?? 0, originOfItem(one))));

const colors: Source = (context) => {
  const ranges = context.specsOf(LLC_COLORS).flatMap((one) => {
    const range = one.spec.fields;
    return range && range.last >= range.first ? [{ ...range, origins: originOfItem(one) }] : [];
  });
  const count = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  if (count > MOST_NUMBERS) return tooLong(originsIn(context, 'llc_colors'));
  return listOrNothing(
    ranges.flatMap(({ first, last, origins }) =>
      Array.from({ length: last - first + 1 }, (_, at) => scalar(first + at, origins)),
    ),
  );
};

const DEVICE_MODELS = { 'qemu-xen': 'qemu_xen', 'qemu-xen-traditional': 'qemu_xen_traditional' };

const quotas: Source = ({ specsOf }: Context) =>
  listOrNothing(
    specsOf(XENSTORE_QUOTA).flatMap((one) => {
      const quota = one.spec.fields;
      if (!quota) return [];
      const value = quota.value === 0 ? undefined : scalar(quota.value);
      const entries = [
        ['name', scalar(quota.name)],
        ['val', value],
      ] as const;
      return [object(entries, originOfItem(one))];
    }),
  );

export const buildInfo = structure([
  field('max_vcpus', mostVcpus),
  field('avail_vcpus', availableVcpus),
  field('cpumap', processorsOfAll, { last: '4.4' }),
  field('vcpu_hard_affinity', affinity('cpus'), { since: '4.5' }),
  field('vcpu_soft_affinity', affinity('cpus_soft')),
  field('numa_placement', numaPlacement),
  field('tsc_mode', wordOrNumber('tsc_mode', 'default')),
  field('max_memkb', mostMemory),
  field('target_memkb', mebibytes('memory')),
  field('video_memkb', mebibytes('videoram')),
  field('shadow_memkb', mebibytes('shadow_memory')),
  field('rtc_timeoffset', unsigned('rtc_timeoffset', 0n)),
  field('exec_ssid_label', laterLabel, { since: '4.5' }),
  field('localtime', flag('localtime')),
  field('disable_migrate', flag('nomigrate')),
  field('cpuid', cpuid),
  field('vnuma_nodes', vnumaNodes),
  field('max_grant_frames', unsigned('max_grant_frames')),
  field('max_maptrack_frames', unsigned('max_maptrack_frames')),
  field('max_grant_version', unsigned('max_grant_version')),
  field('device_model_version', word('device_model_version', undefined, DEVICE_MODELS)),
  field('device_model_stubdomain', flag('device_model_stubdomain_override')),
  field('stubdomain_memkb', mebibytes('stubdomain_memory')),
  field('stubdomain_kernel', text('stubdomain_kernel')),
  field('stubdomain_cmdline', text('stubdomain_cmdline')),
  field('stubdomain_ramdisk', text('stubdomain_ramdisk')),
  field('device_model', text('device_model_override')),
  field('device_model_ssid_label', text('device_model_stubdomain_seclabel'), { since: '4.5' }),
  field('device_model_user', text('device_model_user')),
  field('extra', texts('device_model_args')),
  field('extra_pv', texts('device_model_args_pv')),
  field('extra_hvm', texts('device_model_args_hvm')),
  field('sched_params', SCHEDULER, { since: '4.2' }),
  field('ioports', ranges(IOPORTS)),
  field('irqs', interrupts),
  field('iomem', ranges(IOMEM)),
  field('llc_colors', colors),
  field('claim_mode', always('True'), { since: '4.3' }),
  field('event_channels', unsigned('max_event_channels', 0n)),
  field('kernel', kernel, { since: '4.5' }),
  field('cmdline', commandLine, { since: '4.5' }),
  field('ramdisk', text('ramdisk'), { since: '4.5' }),
  field('device_tree', text('device_tree')),
  field('acpi', flag('acpi'), { since: '4.8' }),
  field('bootloader', text('bootloader'), { since: '4.10' }),
  field('bootloader_args', bootloaderArguments, { since: '4.10' }),
  field('bootloader_restrict', flag('bootloader_restrict')),
  field('bootloader_user', text('bootloader_user')),
  field('timer_mode', timerMode, { since: '4.10' }),
  field('nested_hvm', flag('nestedhvm'), { since: '4.10' }),
  field('apic', flag('apic'), { since: '4.10' }),
  field('dm_restrict', flag('dm_restrict')),
  field('tee', word('tee', 'none')),
  field('type.hvm', machine('hvm')),
  field('type.pv', machine('pv')),
  field('type.pvh', machine('pvh')),
  field('arch_arm', ARM, { since: '4.6' }),
  field('arch_x86', X86, { since: '4.15' }),
  field('altp2m', wordOrNumber('altp2m', 'disabled')),
  field('altp2m_count', unsigned('altp2m_count', UINT32_MAX)),
  field('vmtrace_buf_kb', int('vmtrace_buf_kb')),
  field('vpmu', flag('vpmu')),
  field('trap_unmapped_accesses', flag('trap_unmapped_accesses')),
  field('xenstore_feature_mask', unsigned('xenstore_feature_mask', UINT32_MAX)),
  field('xenstore_quota', structure([field('quota', quotas)]), { since: '4.22' }),
]);
