/** What libxl makes of the options of QEMU and of the firmware. Facts: libxl__domain_build_info_setdefault. */
import type { OptionValues } from '../../model/optionValues.ts';

/** `none`: libxl finds no QEMU for the guest and gives up. */
export type DeviceModel = 'qemu-xen' | 'qemu-xen-traditional' | 'none';

/** Which QEMU the guest gets, on a host that has qemu-xen. */
export function deviceModelOf(values: OptionValues): DeviceModel {
  const word = values.text('device_model_version');
  if (word === 'qemu-xen') return word;
  if (word === 'qemu-xen-traditional' && !values.since('4.21')) return word;
  if (values.guestType !== 'hvm') return 'qemu-xen';
  if (values.flag('device_model_stubdomain_override') === true)
    return values.since('4.21') ? 'none' : 'qemu-xen-traditional';
  return values.since('4.3') ? 'qemu-xen' : 'qemu-xen-traditional';
}

const BIOSES = ['seabios', 'ovmf', 'rombios'];

/** The BIOS of an hvm guest and the option that says so; null where libxl takes the one that fits. */
export function chosenBios(
  values: OptionValues,
): { readonly word: string; readonly option: 'firmware' | 'bios' } | null {
  const firmware = firmwareOf(values);
  if (firmware?.kind === 'bios') return { word: firmware.word, option: 'firmware' };
  // `unknown` is a word of the same list: it makes `bios` void.
  if (firmware?.kind === 'unknown') return null;
  const bios = values.text('bios')?.toLowerCase();
  return bios !== undefined && BIOSES.includes(bios) ? { word: bios, option: 'bios' } : null;
}

export type Firmware =
  | { readonly kind: 'bios'; readonly word: string }
  | { readonly kind: 'path'; readonly path: string }
  /** The word `unknown`. */
  | { readonly kind: 'unknown' }
  /** `bios` or a beginning of it: nothing changes. */
  | { readonly kind: 'bios-as-set' };

/** What the `firmware` of an hvm guest stands for. Beginnings of `uefi`, even none, come before those of `bios`. */
export function firmwareOf(values: OptionValues): Firmware | null {
  const text = values.guestType === 'hvm' ? values.text('firmware') : null;
  if (text === null) return null;
  const word = text.toLowerCase();
  if (BIOSES.includes(word)) return { kind: 'bios', word };
  if (word === 'unknown') return { kind: 'unknown' };
  if ('uefi'.startsWith(text)) return { kind: 'bios', word: 'ovmf' };
  return 'bios'.startsWith(text) ? { kind: 'bios-as-set' } : { kind: 'path', path: text };
}

/** The emulated card: `vga`, else `stdvga`, else Cirrus. */
export function cardOf(values: OptionValues): string {
  return values.text('vga') ?? (values.flag('stdvga') === true ? 'stdvga' : 'cirrus');
}
