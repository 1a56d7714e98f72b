import type { SpecLanguage } from '../spec.ts';
import { CPUS, CPUS_SOFT } from './cpus.ts';
import { HOST_RANGES } from './hostRanges.ts';
import { PCI } from './pci.ts';
import { RDM } from './rdm.ts';

/** Languages of strings that describe what a guest may use of the host, and its firmware. */
export const RESOURCE_LANGUAGES: readonly SpecLanguage[] = [PCI, RDM, CPUS, CPUS_SOFT, ...HOST_RANGES];
