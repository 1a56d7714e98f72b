/** The search: messages of xl that the query contains, and sections that have its words. */
import { findMessages } from '@xlcfg/shared/src/messages/findMessages.ts';
import MiniSearch from 'minisearch';
import { create } from '../common/dom.ts';
import { messageAnchor } from './anchors.ts';
import { type Entry, INDEX_OPTIONS } from './searchOptions.ts';

declare global {
  /** What `searchIndex.js` sets: the index as JSON. */
  var xlcfgSearchIndex: string | undefined;
}

export interface SearchProgram {
  /** Shows the results of a query. */
  readonly show: (query: string, results: HTMLElement, status: HTMLElement) => void;
}

const MAX_RESULTS = 20;

const index = MiniSearch.loadJSON<Entry>(globalThis.xlcfgSearchIndex ?? '', INDEX_OPTIONS);

type Result = Pick<Entry, 'url' | 'page' | 'title' | 'summary'>;

/** What xl printed, with or without a prefix: causes before what follows from them. */
const messageResults = (query: string): readonly Result[] =>
  findMessages(query)
    .toSorted(
      (one, other) =>
        Number(one.message.isConsequence ?? false) - Number(other.message.isConsequence ?? false),
    )
    .map(({ message, printed }) => ({
      url: `messages.html#${messageAnchor(message.text)}`,
      page: `Message of ${message.program}`,
      title: printed.trim(),
      summary: [message.means, ...(message.rules ?? [])].filter((part) => part !== undefined).join(' · '),
    }));

/** Sections with all words; where there are none, those with some. */
const wordResults = (query: string): readonly Result[] => {
  const withAll = index.search(query, { combineWith: 'AND' });
  return (withAll.length > 0 ? withAll : index.search(query)).map(({ url, page, title, summary }) => ({
    url,
    page,
    title,
    summary,
  }));
};

/** Words of a message say less than the message. */
const resultsOf = (query: string): readonly Result[] => {
  const messages = messageResults(query);
  return messages.length > 0 ? messages : wordResults(query);
};

const resultItem = ({ url, page, title, summary }: Result): HTMLLIElement =>
  create(
    'li',
    {},
    create('a', { href: url }, title),
    create('span', { class: 'page' }, ` ${page}`),
    create('p', {}, summary),
  );

const withoutRepeats = (results: readonly Result[]): readonly Result[] =>
  results.filter(({ url }, at) => results.findIndex((one) => one.url === url) === at);

globalThis.xlcfgSearch = {
  show: (query, results, status) => {
    const found = query.trim() === '' ? [] : withoutRepeats(resultsOf(query));
    const shown = found.slice(0, MAX_RESULTS);
    results.replaceChildren(...shown.map(resultItem));
    status.textContent =
      query.trim() === ''
        ? ''
        : `${found.length} ${found.length === 1 ? 'result' : 'results'}${shown.length < found.length ? `, the first ${shown.length}` : ''}`;
  },
};
