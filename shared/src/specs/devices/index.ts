import type { SpecLanguage } from '../spec.ts';

/** Languages of strings that describe devices. */
export const DEVICE_LANGUAGES: readonly SpecLanguage[] = [];
