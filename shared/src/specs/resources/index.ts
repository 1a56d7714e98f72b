import type { SpecLanguage } from '../spec.ts';
import { ARGUMENTS } from './arguments.ts';
import { BOOT } from './boot.ts';
import { CPUID } from './cpuid.ts';
import { CPUS, CPUS_SOFT } from './cpus.ts';
import { HOST_RANGES } from './hostRanges.ts';
import { LIMITS } from './limits.ts';
import { PCI } from './pci.ts';
import { RDM } from './rdm.ts';
import { SMBIOS } from './smbios.ts';
import { VNUMA } from './vnuma.ts';
import { VSND } from './vsnd.ts';

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
