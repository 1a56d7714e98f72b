import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { chooseExample, findingWith, ready } from './support/playground.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, one line for each element. */
const violations = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    `${AXE};axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target + ' ' + failureSummary)))`,
  );

const openPage = useBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['on a phone', PHONE],
];

describe.each(LOOKS)('%s', (_, options) => {
  it('axe finds nothing in the playground', async () => {
    await using opened = await openPage('', options);
    const { page } = opened;
    await ready(page);
    expect(await violations(page)).toEqual([]);
    await chooseExample(page, 'Broken guest');
    await findingWith(page, 'unclosed-string').getByRole('button', { name: 'Close the string' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Upgrade' }).click();
    await page.locator('#upgrade h1').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Explain' }).click();
    await page.locator('#explainText').fill('memory');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.locator('#explanation code').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await findingWith(page, 'unclosed-string').getByRole('button', { name: 'More actions' }).click();
    await page.locator('#actionList button').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each(['index', 'settings', 'disks', 'xl.conf', 'cpupool'])(
    'axe finds nothing in docs/%s',
    async (name) => {
      await using opened = await openPage(`docs/${name}.html`, options);
      const { page } = opened;
      await page.getByRole('searchbox').fill('memory');
      await page.locator('#searchResults a').first().waitFor();
      expect(await violations(page)).toEqual([]);
    },
  );
});

it.each(['', 'docs/options.html', 'docs/specs.html', 'docs/messages.html', 'docs/command-line.html'])(
  'nothing of /%s is wider than a phone',
  async (url) => {
    await using opened = await openPage(url, PHONE);
    if (url === '') await ready(opened.page);
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.viewport.width);
  },
);

it('the theme stays when the page is opened again', async () => {
  await using opened = await openPage('', { colorScheme: 'light' });
  const { page } = opened;
  const background = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await background();
  await page.getByRole('button', { name: 'Dark' }).click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto(new URL('docs/rules.html', page.url()).href);
  expect(await background()).toBe(dark);
});
