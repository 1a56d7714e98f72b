/** The strings of every option that has its own language, disks left out: they are in diskSpecs.ts. */
import { DEVICE_STRINGS } from './devices.ts';
import type { StringLanguage } from './language.ts';
import { GROUP_STRINGS, RESOURCE_STRINGS } from './resources.ts';

/** Options that share a language with another. */
const ALIKE: Readonly<Record<string, string>> = {
  vif2: 'vif',
  cpus_soft: 'cpus',
  device_model_args_pv: 'device_model_args',
  device_model_args_hvm: 'device_model_args',
};

const LANGUAGES: Readonly<Record<string, StringLanguage>> = {
  ...DEVICE_STRINGS,
  ...RESOURCE_STRINGS,
  ...GROUP_STRINGS,
};

/** Undefined where the option's strings are plain text. */
export const stringsOf = (option: string): StringLanguage | undefined => LANGUAGES[ALIKE[option] ?? option];

export const isGrouped = (option: string): boolean => option in GROUP_STRINGS;
