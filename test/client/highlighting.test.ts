/** The files that colour without a server are those that follow from the schema. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { highlightingFiles } from '../../client/scripts/highlighting/files.ts';

test.each(highlightingFiles())('$path is what `npm run sync -w client` writes', ({ path, text }) => {
  expect(readFileSync(new URL(`../../client/${path}`, import.meta.url), 'utf8')).toBe(text);
});
