/** The generated files for highlighting without a server are up to date. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { highlightingFiles } from '../../../client/scripts/highlighting/files.ts';

test.each(highlightingFiles())('$path is what `npm run sync` generates', ({ path, text }) => {
  expect(readFileSync(new URL(`../../../client/${path}`, import.meta.url), 'utf8')).toBe(text);
});
