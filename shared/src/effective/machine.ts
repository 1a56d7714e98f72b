/** The part of `b_info` that each type of guest has for itself. Order and defaults: domain_build_info of libxl_types.idl. */

import { UINT32_MAX } from '../cNumbers.ts';
import { ARM_SCI } from '../languages/armSci/armSci.ts';
import { PCI } from '../languages/pci/pci.ts';
import { RDM } from '../languages/rdm/rdm.ts';
import { SMBIOS } from '../languages/smbios/smbios.ts';
import { biosOf, DEFAULT_CARD, firmwarePathOf, graphicsCardOf } from '../model/machine.ts';
import type { GuestType } from '../schema/types.ts';
import { bootloaderArguments, commandLine, kernel } from './boot.ts';
import { listOrNothing, object, open, scalar, UNSET } from './node.ts';
import {
  field,
  flag,
  int,
  mebibytes,
  originOfItem,
  originsIn,
  originsOfSpec,
  printedFlag,
  type Source,
  structure,
  text,
  textsOfList,
  unsigned,
  word,
  wordOrNumber,
} from './source.ts';
import { viridianFlag, viridianGroups } from './viridian.ts';

export const VNC = structure([
  field('enable', flag('vnc')),
  field('listen', text('vnclisten')),
  field('passwd', text('vncpasswd')),
  field('display', int('vncdisplay')),
  field('findunused', flag('vncunused')),
]);

export const SDL = structure([
  field('enable', flag('sdl')),
  field('opengl', flag('opengl')),
  field('display', text('display')),
  field('xauthority', text('xauthority')),
]);

const SPICE = structure([
  field('enable', flag('spice')),
  field('port', int('spiceport')),
  field('tls_port', int('spicetls_port')),
  field('host', text('spicehost')),
  field('disable_ticketing', flag('spicedisable_ticketing')),
  field('passwd', text('spicepasswd')),
  field('agent_mouse', flag('spiceagent_mouse')),
  field('vdagent', flag('spicevdagent')),
  field('clipboard_sharing', flag('spice_clipboard_sharing')),
  field('usbredirection', int('spiceusbredirection')),
  field('image_compression', text('spice_image_compression')),
  field('streaming_video', text('spice_streaming_video')),
]);

const firmware: Source = (context) => {
  const path = firmwarePathOf(context.values);
  return path ? scalar(path.name, originsIn(context, path.option)) : undefined;
};

const bios: Source = (context) => {
  const chosen = biosOf(context.values);
  return chosen ? scalar(chosen.name, originsIn(context, chosen.option)) : undefined;
};

/** The names that libxl has for the cards. */
const VGA_KINDS: Readonly<Record<string, string>> = { stdvga: 'std' };

/** Up to 4.6 libxl_types.idl had the card of a guest that names none, so that it was not printed. */
const vgaKind: Source = (context) => {
  const card = graphicsCardOf(context.values);
  if (card?.name === DEFAULT_CARD && !context.values.since('4.7')) return undefined;
  return card ? scalar(VGA_KINDS[card.name] ?? card.name, originsIn(context, card.option)) : undefined;
};

const passthruByNumber = flag('gfx_passthru');

/** A word turns it on as well. */
const gfxPassthru: Source = (context) =>
  passthruByNumber(context) ??
  (context.values.word('gfx_passthru')
    ? scalar(printedFlag(true), originsIn(context, 'gfx_passthru'))
    : undefined);

const passthruKind = word('gfx_passthru', 'default');

const gfxPassthruKind: Source = (context) =>
  context.values.number('gfx_passthru') === null ? passthruKind(context) : undefined;

const onlyText =
  (option: string): Source =>
  (context) =>
    context.values.list(option) ? undefined : text(option)(context);

const genid: Source = (context) =>
  context.values.word('ms_vm_genid')?.name === 'generate'
    ? open('random', 'sixteen new bytes at each start', originsIn(context, 'ms_vm_genid'))
    : undefined;

/** A part of an `rdm` that xl takes; nothing where there is none. */
const rdmPart =
  (part: 'strategy' | 'policy'): Source =>
  (context) => {
    const [spec] = context.specsOf(RDM);
    const value = spec?.spec.fields[part];
    if (!spec || value === undefined) return undefined;
    const origins = originsOfSpec(context, spec);
    return value === null ? open('random', UNSET, origins) : scalar(value, origins);
  };

/** The policy that PCI devices have as well. */
export const rdmPolicy = rdmPart('policy');

const rdm = structure([field('strategy', rdmPart('strategy')), field('policy', rdmPolicy)]);

/** XEN_HVM_MCA_CAP_LMCE. */
const LMCE = 1;

const mcaCaps: Source = (context) => {
  const specs = context.stringsOf('mca_caps').filter(({ node }) => node.content.text === 'lmce');
  return specs.length > 0 ? scalar(LMCE, specs.flatMap(originOfItem)) : undefined;
};

const smbios: Source = ({ specsOf }) =>
  listOrNothing(
    specsOf(SMBIOS).flatMap((one) => {
      const item = one.spec.fields;
      if (!item) return [];
      const entries = [
        ['key', scalar(item.key)],
        ['value', scalar(item.value)],
      ] as const;
      return [object(entries, originOfItem(one))];
    }),
  );

export const timerMode = wordOrNumber('timer_mode', 'unknown');

const HVM = structure([
  field('firmware', firmware),
  field('bios', bios),
  field('pae', flag('pae')),
  field('apic', flag('apic'), { last: '4.9' }),
  field('acpi', flag('acpi'), { last: '4.7' }),
  field('acpi_s3', flag('acpi_s3')),
  field('acpi_s4', flag('acpi_s4')),
  field('acpi_laptop_slate', flag('acpi_laptop_slate')),
  field('nx', flag('nx')),
  field('viridian', viridianFlag),
  field('viridian_enable', viridianGroups('enabled')),
  field('viridian_disable', viridianGroups('disabled')),
  field('hpet', flag('hpet')),
  field('vpt_align', flag('vpt_align')),
  field('mmio_hole_memkb', mebibytes('mmio_hole')),
  field('timer_mode', timerMode, { last: '4.9' }),
  field('nested_hvm', flag('nestedhvm'), { last: '4.9' }),
  field('altp2m', flag('altp2mhvm')),
  field('system_firmware', text('bios_path_override')),
  field('smbios_firmware', text('smbios_firmware')),
  field('smbios', smbios),
  field('acpi_firmware', text('acpi_firmware')),
  field('hdtype', word('hdtype', 'ide')),
  field('nographic', flag('nographic')),
  field('vga', structure([field('kind', vgaKind)])),
  field('vnc', VNC),
  field('keymap', text('keymap')),
  field('sdl', SDL),
  field('spice', SPICE),
  field('gfx_passthru', gfxPassthru),
  field('gfx_passthru_kind', gfxPassthruKind),
  field('serial', onlyText('serial')),
  field('boot', text('boot')),
  field('usb', flag('usb')),
  field('usbversion', int('usbversion')),
  field('usbdevice', onlyText('usbdevice')),
  field('vkb_device', flag('vkb_device')),
  field('soundhw', text('soundhw')),
  field('xen_platform_pci', flag('xen_platform_pci')),
  field('xen_platform_pci_bar_uc', flag('xen_platform_pci_bar_uc')),
  field('usbdevice_list', textsOfList('usbdevice')),
  field('vendor_device', word('vendor_device', 'none')),
  field('ms_vm_genid', genid),
  field('serial_list', textsOfList('serial')),
  field('rdm', rdm, { since: '4.6' }),
  field('rdm_mem_boundary_memkb', mebibytes('rdm_mem_boundary')),
  field('mca_caps', mcaCaps),
  field('pirq', flag('hvm_pirq')),
]);

const ownMap = flag('e820_host');

/** With a PCI device the guest has the host's memory map, whatever the file says. */
const e820Host: Source = (context) => {
  const [first] = context.specsOf(PCI);
  return first ? scalar(printedFlag(true), originOfItem(first)) : ownMap(context);
};

const PV = structure([
  field('kernel', kernel, { last: '4.4' }),
  field('bootloader', text('bootloader'), { last: '4.9' }),
  field('bootloader_args', bootloaderArguments, { last: '4.9' }),
  field('cmdline', commandLine, { last: '4.4' }),
  field('ramdisk', text('ramdisk'), { last: '4.4' }),
  field('e820_host', e820Host),
]);

const PVH = structure([
  field('pvshim', flag('pvshim')),
  field('pvshim_path', text('pvshim_path')),
  field('pvshim_cmdline', text('pvshim_cmdline')),
  field('pvshim_extra', text('pvshim_extra')),
]);

const MACHINES: Readonly<Record<GuestType, Source>> = { hvm: HVM, pv: PV, pvh: PVH };

export const machine =
  (type: GuestType): Source =>
  (context) =>
    context.guest.type === type ? MACHINES[type](context) : undefined;

const sciType: Source = (context) => {
  const [spec] = context.specsOf(ARM_SCI);
  const type = spec?.spec.fields.type;
  return spec && typeof type === 'string' && type !== 'none'
    ? scalar(type, originsOfSpec(context, spec))
    : undefined;
};

/** Options of Arm, which xl reads on every host. */
export const ARM = structure([
  field('gic_version', word('gic_version', 'default')),
  field('vuart', word('vuart', 'unknown')),
  field('sve_vl', word('sve', 'disabled')),
  field('nr_spis', unsigned('nr_spis', 0n), { last: '4.20' }),
  field('nr_spis', unsigned('nr_spis', UINT32_MAX), { since: '4.21' }),
  field('arm_sci', structure([field('type', sciType)]), { since: '4.21' }),
]);

export const X86 = structure([field('msr_relaxed', flag('msr_relaxed'))]);
