/** How much the playground loads. Time is measured by `test/bench/site.ts`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';

const openPage = useBrowser();

const DIST = path.resolve(import.meta.dirname, '../../client/site/dist');

/** As a web host sends it, in bytes. */
const compressed = (file: string): number => gzipSync(readFileSync(path.join(DIST, file))).length;

it('loads at most 200 KB of script before the editor can be used', async () => {
  await using opened = await openPage('');
  await opened.page.locator('html[data-editor=ready]').waitFor({ state: 'attached' });
  const before: readonly string[] = await opened.page.evaluate(
    "performance.getEntriesByType('resource').filter(({ startTime, initiatorType }) => initiatorType === 'script' && startTime < performance.getEntriesByName('editor')[0].startTime).map(({ name }) => new URL(name).pathname)",
  );
  expect(before).toEqual(['/playground.js']);
  expect(before.reduce((sum, file) => sum + compressed(file), 0)).toBeLessThan(200_000);
});
