/** The index of the search, built with the pages: the browser only loads it. */
import MiniSearch from 'minisearch';
import { type Entry, INDEX_OPTIONS } from '../docs/searchOptions.ts';
import type { RenderedPage } from './markdown.ts';

/** A result shows this much of its section, in UTF-16 code units. */
const SUMMARY_LENGTH = 160;

/** Sections have tables of values as well; the words of these count, up to this many code units. */
const TEXT_LENGTH = 600;

const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')}…`;

/** @param pages by their names without extension */
export const searchIndex = (pages: ReadonlyMap<string, RenderedPage>): string => {
  const index = new MiniSearch<Entry>(INDEX_OPTIONS);
  index.addAll(
    [...pages].flatMap(([name, { title, sections }]) =>
      sections.map(
        (section): Entry => ({
          url: `${name}.html#${section.anchor}`,
          page: title,
          title: section.title,
          text: shorten(section.text, TEXT_LENGTH),
          summary: shorten(section.text, SUMMARY_LENGTH),
        }),
      ),
    ),
  );
  return JSON.stringify(index);
};
