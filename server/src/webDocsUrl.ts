import { homepage, version } from '../package.json';

/**
 * The folder of the reference pages on the web, as they were at this version; without a trailing slash. For reports that
 * other machines read, and for a server that doesn't come with the pages.
 */
export const WEB_DOCS_URL = `${homepage}/blob/v${version}/server/docs`;
