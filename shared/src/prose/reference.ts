/** Links into the reference pages. */
import type { SpecLanguage } from '../languages/language.ts';
import type { FileKindName } from '../schema/kinds/index.ts';
import { capitalized } from '../text/sentences.ts';
import { anchorOf } from './anchors.ts';

/** A section of a page: the file and the heading. */
export interface Section {
  readonly page: 'options.md' | 'specs.md' | 'disks.md' | 'xl.conf.md' | 'cpupool.md';
  readonly heading: string;
}

const OPTION_PAGES: Readonly<Record<FileKindName, Section['page']>> = {
  guest: 'options.md',
  'xl.conf': 'xl.conf.md',
  cpupool: 'cpupool.md',
};

/** The section on an option of a file of this kind. */
export const optionSection = (file: FileKindName, option: string): Section => ({
  page: OPTION_PAGES[file],
  heading: option,
});

/** The heading over the prefixes of a language on its page. */
export const PREFIXES_HEADING = 'Deprecated prefixes';

/**
 * The section on the strings of a language, or, where the language has its own page, on a part of them.
 *
 * @param heading the name of a parameter, or PREFIXES_HEADING; absent: the whole
 */
export const specSection = ({ page, options, noun }: SpecLanguage, heading?: string): Section =>
  page === undefined
    ? { page: 'specs.md', heading: options[0] ?? noun }
    : { page, heading: heading ?? `${capitalized(noun)}s` };

/** URL of the section. `docsUrl`: the folder of the pages; a round bracket in it would end a Markdown link. */
export const sectionUrl = (docsUrl: string, { page, heading }: Section): string => {
  const folder = docsUrl.replace(/\/$/, '').replace(/\(/g, '%28').replace(/\)/g, '%29');
  return `${folder}/${page}#${anchorOf(heading)}`;
};

/** A link to the section, as Markdown. */
export const sectionLink = (docsUrl: string, section: Section): string =>
  `[Reference: ${section.heading.replace(/_/g, '\\_')}](${sectionUrl(docsUrl, section)})`;
