/** Links to the reference pages. The server links to the Markdown pages, as in the repository. */

/** The folder of the reference pages, as the server is told. */
export const DOCS_FOLDER = 'docs';

/** The page on the site that shows a reference page of the repository. */
export const sitePage = (href: string): string => href.replace(/\.md(?=#|$)/, '.html');
