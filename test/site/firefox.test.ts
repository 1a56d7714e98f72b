/** The site in Debian's Firefox. Playwright drives only its own build of Firefox, so Puppeteer does it here. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WAIT_MS } from '../support/limits.ts';
import { SITE } from './support/browser.ts';

/** Debian's, unless the environment names another. */
const FIREFOX = process.env.XLCFG_FIREFOX ?? '/usr/bin/firefox-esr';

let browser: Browser;
beforeAll(async () => {
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    timeout: WAIT_MS,
  });
});
afterAll(() => browser?.close());

const openPage = async (url: string): Promise<{ page: Page; complaints: string[] }> => {
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(new URL(url, SITE).href);
  return { page, complaints };
};

it('finds and fixes the deprecated disks of an example', async () => {
  const { page, complaints } = await openPage('');
  await page.waitForSelector('html[data-server=ready]');
  await page.select('#example', '0');
  await page.waitForSelector('#findings .finding .primary');
  await page.click('#fixAll');
  const text = () => page.$eval('#editors > :not([hidden]) .cm-content', ({ textContent }) => textContent);
  await expect.poll(text, { timeout: WAIT_MS }).toContain('/srv/xen/web1.img,raw,xvda,rw');
  await expect
    .poll(() => page.$eval('#effective', ({ textContent }) => textContent), { timeout: WAIT_MS })
    .toContain('"name": "web1"');
  expect(complaints).toEqual([]);
});

it('searches the reference pages', async () => {
  const { page, complaints } = await openPage('docs/index.html');
  await page.type('#query', 'cannot run bootloader with no boot disk');
  await page.waitForSelector('#searchResults a[href="rules.html#bootloader-without-disk"]');
  expect(complaints).toEqual([]);
});
