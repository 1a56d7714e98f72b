/** Markdown of the server as HTML that is safe to show: links of others may hold any file, and files end up in hovers. */
import type { LSPPlugin } from '@codemirror/lsp-client';
import DOMPurify from 'dompurify';

/** The folder of the reference pages, as the server is told. */
export const DOCS_FOLDER = 'docs';

/** The page on the site that shows a reference page of the repository. */
export const sitePage = (href: string): string => href.replace(/\.md(?=#|$)/, '.html');

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (!(node instanceof HTMLAnchorElement)) return;
  node.setAttribute('href', sitePage(node.getAttribute('href') ?? ''));
  // The files in the editor would be lost.
  node.target = '_blank';
  node.rel = 'noopener';
});

export const sanitize = (html: string): string =>
  DOMPurify.sanitize(html, { USE_PROFILES: { html: true }, FORBID_TAGS: ['img', 'style', 'form'] });

/** Shows Markdown in an element. */
export const showMarkdown = (element: HTMLElement, plugin: LSPPlugin, markdown: string): void => {
  // The plugin sanitizes with the function above.
  element.innerHTML = plugin.docToHTML({ kind: 'markdown', value: markdown });
};
