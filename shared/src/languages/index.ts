/** All languages, by the option whose strings they describe. A new language is a room beside the others, and a line here. */
import { DEVICE_LANGUAGES } from './deviceLanguages.ts';
import { DISK } from './disk/disk.ts';
import type { SpecLanguage } from './language.ts';
import { RESOURCE_LANGUAGES } from './resourceLanguages.ts';

export const SPEC_LANGUAGES: readonly SpecLanguage[] = [DISK, ...DEVICE_LANGUAGES, ...RESOURCE_LANGUAGES];

const byOption: ReadonlyMap<string, SpecLanguage> = new Map(
  SPEC_LANGUAGES.flatMap((language) => language.options.map((option) => [option, language] as const)),
);

/** The language of the strings of an option; undefined where they are plain text. */
export const languageOf = (option: string): SpecLanguage | undefined => byOption.get(option);
