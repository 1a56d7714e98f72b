/** All languages but that of disks, by the option whose strings they describe. */
import { DEVICE_LANGUAGES } from './deviceLanguages.ts';
import type { SpecLanguage } from './language.ts';
import { RESOURCE_LANGUAGES } from './resourceLanguages.ts';

export const SPEC_LANGUAGES: readonly SpecLanguage[] = [...DEVICE_LANGUAGES, ...RESOURCE_LANGUAGES];

const byOption: ReadonlyMap<string, SpecLanguage> = new Map(
  SPEC_LANGUAGES.flatMap((language) => language.options.map((option) => [option, language] as const)),
);

/** The language of the strings of an option; undefined where they are plain text, or disks. */
export const languageOf = (option: string): SpecLanguage | undefined => byOption.get(option);
