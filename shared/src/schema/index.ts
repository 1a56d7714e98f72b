/** What is known of the options, their values and the releases. */
export { OPTION_AREAS, OPTIONS, type OptionArea, optionByName } from './options/index.ts';
export * from './options/matching.ts';
export { type Synonym, synonymOf, wordOf } from './options/synonyms.ts';
export { XEND_OPTIONS, xendOptionByName } from './options/xend.ts';
export * from './platform.ts';
export * from './types.ts';
export * from './xenVersions.ts';
