/** The pages of the repository as HTML: anchors, links, and what the schema adds to each section. */

import { anchorOf } from '@xlcfg/shared/src/prose/anchors.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { keyAnchor, messageAnchor } from '../docs/anchors.ts';
import { encodeState } from '../playground/sharedState.ts';
import { type ExampleFile, REFERENCE, type SectionFacts } from './reference.ts';
import type { VersionTable } from './versionStatus.ts';

export interface Section {
  readonly anchor: string;
  readonly title: string;
  /** The plain text of the section, without its title and its examples. */
  readonly text: string;
  /** Whether the list of contents has it: headings are, keys and messages are not. */
  readonly isListed: boolean;
}

export interface RenderedPage {
  readonly title: string;
  /** The first sentence, as plain text. */
  readonly introduction: string;
  readonly html: string;
  /** In the order of the page; keys of strings are sections too. */
  readonly sections: readonly Section[];
}

const md = new MarkdownIt({ html: false });
const { escapeHtml } = md.utils;

const codeHtml = (text: string): string => `<code>${escapeHtml(text)}</code>`;

const badgeHtml = ({ badge }: SectionFacts): string => `<span class="badge">${escapeHtml(badge)}</span>`;

const versionsOf = ({ first, last }: VersionTable['ranges'][number]): string =>
  first === last ? first : `${first} to ${last}`;

/** Versions as columns; the option and its values as rows. */
const tableHtml = ({ rows, ranges }: VersionTable): string => {
  const head = ranges.map((range) => `<th scope="col">${versionsOf(range)}</th>`).join('');
  const body = rows.map((row, at) => {
    const cells = ranges.map(({ statuses }) => `<td class="${statuses[at]}">${statuses[at]}</td>`).join('');
    return `<tr><th scope="row">${codeHtml(row)}</th>${cells}</tr>`;
  });
  return `<table class="versions"><thead><tr><th scope="col">Xen</th>${head}</tr></thead><tbody>${body.join('')}</tbody></table>\n`;
};

const playgroundLink = async ({ name, text, xenVersion, architecture }: ExampleFile): Promise<string> => {
  const fragment = await encodeState({ files: [{ name, text }], xenVersion, architecture });
  return `<p class="try"><a href="../index.html#${fragment}">Open in the playground</a></p>\n`;
};

/** Whether a block is part of a config file: it has a setting, and is no output of a command. */
const isConfig = ({ info, content }: Token): boolean =>
  (info === '' || info === 'xlcfg') && !content.startsWith('$') && parseConfig(content).settings.length > 0;

/** Text without markup. */
const plainText = (tokens: readonly Token[]): string =>
  tokens
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : content))
    .join('')
    .trim();

/** `name` if a paragraph begins with the bold name of a key: `**name** *(key; since Xen 4.5)*`. */
const keyOf = ({ children }: Token): string | undefined => {
  const [, open, name, close] = children ?? [];
  return open?.type === 'strong_open' && name?.type === 'code_inline' && close?.type === 'strong_close'
    ? name.content
    : undefined;
};

/** Links between pages, and to other files of the repository at its home. */
const siteLink = (href: string, repository: string): string => {
  if (/^(?:[a-z]+:|#)/.test(href)) return href;
  const [, page, anchor = ''] = /^([\w.-]+)\.md(#.*)?$/.exec(href) ?? [];
  return page === undefined ? `${repository}/${href}` : `${page}.html${anchor}`;
};

/**
 * @param name of the page, without its extension
 * @param repository URL of the folder of the page, for links to files that the site does not have
 */
export const renderPage = async (
  name: string,
  markdown: string,
  repository: string,
): Promise<RenderedPage> => {
  const tokens = md.parse(markdown, {});
  for (const link of tokens.flatMap(({ children }) => children ?? []))
    if (link.type === 'link_open') link.attrSet('href', siteLink(link.attrGet('href') ?? '', repository));
  const facts = REFERENCE[name] ?? new Map<string, SectionFacts>();
  const sections: { anchor: string; title: string; isListed: boolean; parts: string[] }[] = [];
  const introduction: string[] = [];
  const html: string[] = [];
  let option = '';
  let title = name;
  const render = (from: number, to: number): string =>
    md.renderer.render(tokens.slice(from, to), md.options, {});

  const anchors = new Map<string, number>();

  /** An anchor that the page does not have yet, numbered as GitHub does. */
  const unique = (anchor: string): string => {
    const count = anchors.get(anchor) ?? 0;
    anchors.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  };

  const begin = (anchor: string, heading: string, isListed: boolean): SectionFacts | undefined => {
    sections.push({ anchor, title: heading, isListed, parts: [] });
    return facts.get(anchor);
  };

  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const inline = tokens[at + 1];
    if (token === undefined) break;
    if (token.type === 'heading_open' && inline) {
      const heading = plainText([inline]);
      if (token.tag === 'h1') title = heading;
      else {
        const anchor = unique(anchorOf(heading));
        token.attrSet('id', anchor);
        option = token.tag === 'h3' ? heading : '';
        const found = begin(anchor, heading, true);
        html.push(render(at, at + 2));
        html.push(` <a class="anchor" href="#${anchor}" aria-label="Link to ${escapeHtml(heading)}">#</a>`);
        if (found) html.push(badgeHtml(found));
        html.push(render(at + 2, at + 3));
        if (found?.table) html.push(tableHtml(found.table));
        at += 2;
        continue;
      }
    }
    const key = token.type === 'paragraph_open' && name === 'specs' && inline ? keyOf(inline) : undefined;
    if (key !== undefined) {
      const anchor = unique(keyAnchor(option, key));
      const found = begin(anchor, `${option}: ${key}`, false);
      token.attrSet('id', anchor);
      token.attrSet('class', 'key');
      html.push(render(at, at + 2), found ? ` ${badgeHtml(found)}` : '', render(at + 2, at + 3));
      at += 2;
      continue;
    }
    if (token.type === 'tr_open' && name === 'messages' && tokens[at + 1]?.type === 'td_open') {
      const message = plainText(tokens.slice(at + 2, at + 3));
      const anchor = unique(messageAnchor(message));
      token.attrSet('id', anchor);
      begin(anchor, message, false);
    }
    html.push(render(at, at + 1));
    if (token.type === 'inline') (sections.at(-1)?.parts ?? introduction).push(plainText([token]));
    if (token.type === 'fence' && isConfig(token)) {
      const found = facts.get(sections.at(-1)?.anchor ?? '');
      if (found) html.push(await playgroundLink(found.exampleFile(token.content.trimEnd())));
    }
  }
  return {
    title,
    introduction: /^.*?\.(?= |$)/.exec(introduction.join(' '))?.[0] ?? '',
    html: html.join(''),
    sections: sections.map(({ parts, ...section }) => ({ ...section, text: parts.join(' ') })),
  };
};
