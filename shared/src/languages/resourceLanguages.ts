import { ARGUMENTS } from './arguments/arguments.ts';
import { BOOT } from './boot/boot.ts';
import { CPUID } from './cpuid/cpuid.ts';
import { CPUS, CPUS_SOFT } from './cpus/cpus.ts';
import { HOST_RANGES } from './hostRanges/hostRanges.ts';
import type { SpecLanguage } from './language.ts';
import { LIMITS } from './limits/limits.ts';
import { PCI } from './pci/pci.ts';
import { RDM } from './rdm/rdm.ts';
import { SMBIOS } from './smbios/smbios.ts';
import { VNUMA } from './vnuma/vnuma.ts';
import { VSND } from './vsnd/vsnd.ts';

/** Languages of strings that describe what a guest may use of the host, and its firmware. */
export const RESOURCE_LANGUAGES: readonly SpecLanguage[] = [
  PCI,
  RDM,
  CPUS,
  CPUS_SOFT,
  ...HOST_RANGES,
  CPUID,
  VNUMA,
  VSND,
  SMBIOS,
  ...LIMITS,
  ...ARGUMENTS,
  BOOT,
];
