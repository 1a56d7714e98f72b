/** Where the reference pages are: in the package. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const DOCS_URL = pathToFileURL(path.join(__dirname, '..', 'docs')).href;
