/** Where the reference pages are: on the web, as a single file comes without them. */
export { WEB_DOCS_URL as DOCS_URL } from '../webDocsUrl.ts';
