import type { SpecLanguage } from '../spec.ts';
import { PCI } from './pci.ts';

/** Languages of strings that describe what a guest may use of the host, and its firmware. */
export const RESOURCE_LANGUAGES: readonly SpecLanguage[] = [PCI];
