/**
 * The machine that a guest gets: its kernel, firmware, BIOS, device model, graphics card and disk controller. Facts:
 * parse_config_data of xl_parse.c, libxl__domain_build_info_setdefault of libxl_create.c.
 */
import { toKib } from '../cNumbers.ts';
import type { GuestMachine } from '../languages/language.ts';
import type { OptionValues } from './optionValues.ts';

/** Whether a path is that of hvmloader. xl ignores such a `kernel` on hvm: files for xm had it there. */
export const isHvmloader = (kernel: string): boolean => /(?:^|\/)hvmloader$/.test(kernel);

/** The kernel that the guest is started with; null where there is none. */
export function kernelOf(values: OptionValues): string | null {
  const kernel = values.text('kernel');
  return kernel !== null && values.guestType === 'hvm' && isHvmloader(kernel) ? null : kernel;
}

/** The file in Xen's firmware folder that `firmware` selects as the kernel on PV and PVH. */
export function firmwareKernelOf(values: OptionValues): string | null {
  if (values.guestType === 'hvm' || values.text('kernel') !== null || !values.word('firmware')) return null;
  return `${values.text('firmware')}.bin`;
}

/** What the `firmware` of an HVM guest selects. */
export type Firmware =
  | { readonly kind: 'bios'; readonly bios: string }
  | { readonly kind: 'path'; readonly path: string }
  /** The word `bios`, or a prefix of it: the option `bios` decides. */
  | { readonly kind: 'biosOption' }
  /** The word `unknown`: the BIOS is the default one, whatever the option `bios` says. */
  | { readonly kind: 'default' };

/** What `firmware` selects; null where the guest is not HVM or does not set it. */
export function firmwareOf(values: OptionValues): Firmware | null {
  const text = values.guestType === 'hvm' ? values.text('firmware') : null;
  if (text === null) return null;
  const word = values.word('firmware')?.name;
  switch (word) {
    case undefined:
      return { kind: 'path', path: text };
    case 'uefi':
      return { kind: 'bios', bios: 'ovmf' };
    case 'bios':
      return { kind: 'biosOption' };
    case 'unknown':
      return { kind: 'default' };
    default:
      return { kind: 'bios', bios: word };
  }
}

/** A part of the machine, and the option that chooses it. */
export interface Choice<Option extends string> {
  readonly name: string;
  readonly option: Option;
}

/** The firmware in place of hvmloader; null where hvmloader is used. */
export function firmwarePathOf(values: OptionValues): Choice<'firmware' | 'firmware_override'> | null {
  const firmware = firmwareOf(values);
  if (firmware?.kind === 'path') return { name: firmware.path, option: 'firmware' };
  const path = values.text('firmware_override');
  return path === null ? null : { name: path, option: 'firmware_override' };
}

/** The BIOS of an HVM guest; null where libxl chooses the one that goes with the device model. */
export function biosOf(values: OptionValues): Choice<'firmware' | 'bios'> | null {
  const firmware = firmwareOf(values);
  if (firmware?.kind === 'bios') return { name: firmware.bios, option: 'firmware' };
  if (firmware?.kind === 'default') return null;
  const bios = values.word('bios')?.name;
  return bios === undefined || bios === 'unknown' ? null : { name: bios, option: 'bios' };
}

/** Which QEMU the guest gets, on a host that has qemu-xen. */
export function deviceModelOf(values: OptionValues): GuestMachine['deviceModel'] {
  const version = values.word('device_model_version')?.name;
  if (version === 'qemu-xen' || version === 'qemu-xen-traditional') return version;
  if (values.guestType !== 'hvm') return 'qemu-xen';
  if (hasStubDomain(values)) return values.since('4.21') ? 'none' : 'qemu-xen-traditional';
  return values.since('4.3') ? 'qemu-xen' : 'qemu-xen-traditional';
}

/** Whether the QEMU of an HVM guest runs in a stub domain. */
export const hasStubDomain = (values: OptionValues): boolean =>
  values.guestType === 'hvm' && values.flag('device_model_stubdomain_override') === true;

/** The emulated graphics card of an HVM guest by `vga`, else by `stdvga`; null where it is the default, Cirrus. */
export function graphicsCardOf(values: OptionValues): Choice<'vga' | 'stdvga'> | null {
  const card = values.word('vga')?.name;
  if (card !== undefined) return { name: card, option: 'vga' };
  const standard = values.flag('stdvga');
  return standard === null ? null : { name: standard ? 'stdvga' : DEFAULT_CARD, option: 'stdvga' };
}

export const DEFAULT_CARD = 'cirrus';

/** The memory of the emulated graphics card in KiB, as libxl__domain_build_info_setdefault chooses it. */
const DEFAULT_VIDEO_KIB: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'qemu-xen': { cirrus: 8192, stdvga: 16384, qxl: 131072 },
  'qemu-xen-traditional': { cirrus: 4096, stdvga: 8192 },
};

/** How much of the memory of an HVM guest is that of its graphics card, in KiB. */
export function videoMemoryOf(values: OptionValues): bigint {
  const set = values.number('videoram');
  if (set !== null) return toKib(set);
  const card = graphicsCardOf(values)?.name ?? DEFAULT_CARD;
  return BigInt(DEFAULT_VIDEO_KIB[deviceModelOf(values)]?.[card] ?? 0);
}

/**
 * Whether libxl does not know which kind of graphics card `gfx_passthru` is about: without one it looks for one of
 * Intel among the devices of `pci`. Facts: libxl__detect_gfx_passthru_kind, since 4.7.
 */
export const lacksPassthroughCard = (values: OptionValues): boolean =>
  values.guestType === 'hvm' &&
  values.since('4.7') &&
  deviceModelOf(values) === 'qemu-xen' &&
  (values.word('gfx_passthru')?.name === 'default' || (values.number('gfx_passthru') ?? 0n) !== 0n) &&
  values.strings('pci').length === 0;

/** What the disks of an HVM guest are emulated on. */
export const diskControllerOf = (values: OptionValues): GuestMachine['diskController'] =>
  values.word('hdtype')?.name === 'ahci' ? 'ahci' : 'ide';

/** What the devices of the guest are emulated by and on. */
export const machineOf = (values: OptionValues): GuestMachine => ({
  deviceModel: deviceModelOf(values),
  diskController: diskControllerOf(values),
});
