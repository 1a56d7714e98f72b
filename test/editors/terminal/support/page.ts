/** The pages of `client/editors`, and the lines on them that people paste. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../../../client/editors');

export interface Block {
  /** The heading that it stands under. */
  readonly heading: string;
  /** The language behind the fence. */
  readonly language: string;
  readonly text: string;
}

/** All blocks of a page that are fenced with a language, in order. */
export const blocksOf = (page: string): readonly Block[] => {
  const text = readFileSync(path.join(FOLDER, page), 'utf8');
  const parts = text.matchAll(/^#+ (.*)$|^```([a-z]+)\n([\s\S]*?)^```$/gm);
  let heading = '';
  return [...parts].flatMap(([, title, language, lines]) => {
    if (title !== undefined) heading = title;
    return language === undefined || lines === undefined ? [] : [{ heading, language, text: lines }];
  });
};

/**
 * The lines to paste, as they stand.
 *
 * @throws where the page has no such block, or several
 */
export const findBlock = (page: string, heading: string, language: string): string => {
  const found = blocksOf(page).filter((one) => one.heading === heading && one.language === language);
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${page} has ${found.length} blocks of ${language} under "${heading}".`);
  return only.text;
};
