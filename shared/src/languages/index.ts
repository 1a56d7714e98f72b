/** All languages, by the option whose strings they describe. A new language is a room beside the others, and a line here. */
import { ARM_SCI } from './armSci/armSci.ts';
import { BOOT } from './boot/boot.ts';
import { BOOTLOADER_ARGS } from './bootloaderArgs/bootloaderArgs.ts';
import { CHANNEL } from './channel/channel.ts';
import { CPUID } from './cpuid/cpuid.ts';
import { CPUS, CPUS_SOFT } from './cpus/cpus.ts';
import { QEMU_ARGUMENTS } from './deviceModelArgs/deviceModelArgs.ts';
import { DISK } from './disk/disk.ts';
import { DTDEV } from './dtdev/dtdev.ts';
import { IOMEM } from './iomem/iomem.ts';
import { IOPORTS } from './ioports/ioports.ts';
import { IRQS } from './irqs/irqs.ts';
import type { SpecLanguage } from './language.ts';
import { LLC_COLORS } from './llcColors/llcColors.ts';
import { P9 } from './p9/p9.ts';
import { PCI } from './pci/pci.ts';
import { PVCALLS } from './pvcalls/pvcalls.ts';
import { RDM } from './rdm/rdm.ts';
import { SMBIOS } from './smbios/smbios.ts';
import { USBCTRL } from './usbctrl/usbctrl.ts';
import { USBDEV } from './usbdev/usbdev.ts';
import { VDISPL } from './vdispl/vdispl.ts';
import { VFB } from './vfb/vfb.ts';
import { VIF } from './vif/vif.ts';
import { VIRTIO } from './virtio/virtio.ts';
import { VKB } from './vkb/vkb.ts';
import { VNUMA } from './vnuma/vnuma.ts';
import { VSND } from './vsnd/vsnd.ts';
import { VTPM } from './vtpm/vtpm.ts';
import { OPTION_WORDS, QEMU_DEVICES } from './words/words.ts';
import { XENSTORE_QUOTA } from './xenstoreQuota/xenstoreQuota.ts';

/** Devices first, then what a guest may use of the host, and its firmware: the order of the reference page. */
export const SPEC_LANGUAGES: readonly SpecLanguage[] = [
  DISK,
  VIF,
  VFB,
  VKB,
  USBCTRL,
  USBDEV,
  CHANNEL,
  P9,
  VTPM,
  VDISPL,
  VIRTIO,
  PVCALLS,
  PCI,
  RDM,
  CPUS,
  CPUS_SOFT,
  IOPORTS,
  IRQS,
  IOMEM,
  DTDEV,
  CPUID,
  VNUMA,
  VSND,
  SMBIOS,
  LLC_COLORS,
  XENSTORE_QUOTA,
  ARM_SCI,
  BOOTLOADER_ARGS,
  QEMU_ARGUMENTS,
  QEMU_DEVICES,
  OPTION_WORDS,
  BOOT,
];

const byOption: ReadonlyMap<string, SpecLanguage> = new Map(
  SPEC_LANGUAGES.flatMap((language) => language.options.map((option) => [option, language] as const)),
);

/** The language of the strings of an option; undefined where they are plain text. */
export const languageOf = (option: string): SpecLanguage | undefined => byOption.get(option);
