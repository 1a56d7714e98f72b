/** Document links: the files of dom0 that a setting names, and the manual pages that comments mention. */

import type { DocumentLink } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { rangeOf, spanInFile } from '../document/positions.ts';
import { contentOf, type SpecString, specStrings } from '../document/specStrings.ts';
import type { Piece } from '../languages/pieces.ts';
import { isHost } from '../languages/toolkit/domains.ts';
import { MANUAL_PAGES, manualUrl, versionOfPage } from '../schema/manuals.ts';
import type { Span } from '../span.ts';
import { type Comment, type Setting, sourceSpan } from '../syntax/index.ts';

export interface FoundLink {
  /** Its target is a URI. */
  readonly link: DocumentLink & { readonly target: string };
  /** True for a file, which may not be there. */
  readonly toFile: boolean;
}

/**
 * The links of a document, in the order of the text. Which of the files are there is for the caller to find out. A path
 * that is not absolute is relative to nothing: no link.
 */
export function documentLinks(doc: XlDocument): FoundLink[] {
  const links = [
    ...doc.file.settings.flatMap((setting) => linksOfOption(doc, setting)),
    ...specStrings(doc).flatMap((string) => linksOfSpec(doc, string)),
    ...doc.file.comments.flatMap((comment) => linksOfComment(doc, comment)),
  ];
  return links.sort((a, b) => a.place.start - b.place.start).map(({ found }) => found);
}

interface Placed {
  readonly place: Span;
  readonly found: FoundLink;
}

const fileLink = (doc: XlDocument, place: Span, path: string): Placed[] => {
  const target = fileUri(path);
  if (target === undefined || place.end <= place.start) return [];
  return [{ place, found: { link: { range: rangeOf(doc, place), target }, toFile: true } }];
};

/**
 * URI of an absolute path; undefined for any other text. What ends a path for xl, or is not a character, is not part of a path.
 * Several slashes at the beginning are one to xl's host. In a URI they would name a server to an editor on Windows, and
 * to look whether the file is there would be to connect to it.
 */
function fileUri(path: string): string | undefined {
  if (!path.startsWith('/') || !/^[^\0\p{Surrogate}]+$/u.test(path)) return undefined;
  return `file://${path.replace(/^\/+/, '/').split('/').map(encodeURIComponent).join('/')}`;
}

function linksOfOption(doc: XlDocument, { name, value }: Setting): Placed[] {
  if (doc.kind.optionByName.get(name.text)?.content !== 'file' || value?.kind !== 'string') return [];
  // A text that `+=` put together is a path in no single place.
  if (doc.guest.settings.get(name.text)?.parts.length !== 1) return [];
  const { content } = value;
  return fileLink(doc, sourceSpan(content, 0, content.text.length), content.text);
}

function linksOfSpec(doc: XlDocument, string: SpecString): Placed[] {
  const named = string.pieces.map((piece) => ({ piece, content: contentOf(string, piece) }));
  // What another domain serves is looked up there, not here.
  if (named.some(({ piece, content }) => content === 'domain' && !isHost(piece.text))) return [];
  return named.flatMap(({ piece, content }) =>
    content === 'file' && isPath(string, piece)
      ? fileLink(doc, spanInFile(string.node, piece), piece.text)
      : [],
  );
}

const isPath = ({ language, spec }: SpecString, { parameter }: Piece): boolean =>
  parameter === undefined || (language.isPath?.(spec, parameter) ?? true);

const NAMES = [...MANUAL_PAGES.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('.', '\\.'));

/** `xl.cfg(5)`, `man xl.cfg`, `man 5 xl.cfg`. */
const MENTION = new RegExp(
  `(?<![\\w./-])(man(?: [1578])? )?(${NAMES.join('|')})(?:\\(([1578])\\)|(?![\\w(-]|\\.\\w))`,
  'g',
);

function linksOfComment(doc: XlDocument, { start, text }: Comment): Placed[] {
  return [...text.matchAll(MENTION)].flatMap(({ index, 1: man = '', 2: name = '', 3: section }) => {
    const page = MANUAL_PAGES.get(name);
    if (!page || (man === '' && section !== `${page.section}`)) return [];
    const from = start + index + man.length;
    const place = { start: from, end: from + name.length + (section === undefined ? 0 : 3) };
    const xenVersion = versionOfPage(page, doc.settings.xenVersion);
    const link = {
      range: rangeOf(doc, place),
      target: manualUrl(page, xenVersion),
      tooltip: `${name}(${page.section}) of Xen ${xenVersion}`,
    };
    return [{ place, found: { link, toFile: false } }];
  });
}
