/** How sections are indexed. Building and loading an index must use the same options. */
import type { Options } from 'minisearch';

export interface Entry {
  /** Relative to the folder of the pages. */
  readonly url: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
  readonly summary: string;
}

/** Names are found whole and by their parts: `disk-deprecated-prefix`, `on_crash`. */
const tokenize = (text: string): string[] => {
  const names = text.match(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu) ?? [];
  return names.flatMap((name) => {
    const parts = name.split(/[-_.]/);
    return parts.length > 1 ? [name, ...parts] : [name];
  });
};

export const INDEX_OPTIONS: Options<Entry> = {
  idField: 'url',
  fields: ['title', 'text', 'page'],
  storeFields: ['url', 'page', 'title', 'summary'],
  tokenize,
  searchOptions: { boost: { title: 4 }, prefix: true, fuzzy: 0.2 },
};
