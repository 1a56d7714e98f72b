/** Writes the reference pages, their start page and the index of the search. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { docsPage, type SiteFacts } from './layout.ts';
import { type RenderedPage, renderPage } from './markdown.ts';
import { scriptWith } from './scriptWith.ts';
import { searchIndex } from './searchIndex.ts';

const { escapeHtml } = new MarkdownIt().utils;

/** The start page: what there is to read. */
const startPage = (pages: ReadonlyMap<string, RenderedPage>): string => {
  const items = [...pages].map(
    ([name, { title, introduction }]) =>
      `<li><a href="${name}.html">${escapeHtml(title)}</a> <p>${escapeHtml(introduction)}</p></li>`,
  );
  return `<h1>Documentation</h1>
<p>What <code>xl</code> reads, what xlcfg reports, and what to write instead. Most examples open in the
<a href="../index.html">playground</a>.</p>
<ul class="pages">${items.join('\n')}</ul>`;
};

/**
 * @param source the folder of the Markdown pages
 * @param target the folder of the HTML pages
 */
export const writePages = async (source: string, target: string, facts: SiteFacts): Promise<void> => {
  const repository = `${facts.homepage}/blob/main/server/docs`;
  const names = readdirSync(source)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/, ''))
    .sort();
  const pages = new Map<string, RenderedPage>();
  for (const name of names)
    pages.set(
      name,
      await renderPage(name, readFileSync(path.join(source, `${name}.md`), 'utf8'), repository),
    );

  mkdirSync(target, { recursive: true });
  const write = (file: string, content: string): void => writeFileSync(path.join(target, file), content);
  for (const [name, { title, html, sections }] of pages)
    write(
      `${name}.html`,
      docsPage(
        { name, title, html, contents: sections.filter(({ isListed }) => isListed) },
        facts,
        escapeHtml,
      ),
    );
  write(
    'index.html',
    docsPage(
      { name: 'index', title: 'Documentation', html: startPage(pages), contents: [] },
      facts,
      escapeHtml,
    ),
  );
  write('searchIndex.js', scriptWith('xlcfgSearchIndex', searchIndex(pages)));
};
