/**
 * How fast the playground is: `npx tsx test/bench/site.ts`, after `npm run build -w server` and `npm run build -w client/site`.
 * Medians of 20 runs in Chromium, over a local server that compresses.
 */
import { chromium, type Page } from 'playwright-core';
import { createSiteServer } from '../../client/site/src/server/siteServer.ts';

const RUNS = 20;

/** A guest of about ten kilobytes: comments as administrators write them, and one deprecated disk for each block. */
const guestOf = (run: number): string => {
  const disks = Array.from(
    { length: 24 },
    (_, at) => `  'phy:/dev/vg${run}/disk-with-a-long-name-${at},xvd${String.fromCharCode(97 + at)},w',\n`,
  );
  const comments = '# Kept from the old host, see the wiki before changing anything in this file.\n'.repeat(
    100,
  );
  return `name = "web${run}"\ntype = "hvm"\nmemory = 2048\n${comments}disk = [\n${disks.join('')}]\n`;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const print = (what: string, value: number, unit: string): void => {
  process.stdout.write(`${what}: ${Math.round(value)} ${unit}\n`);
};

/** From the replacement of the text to the first finding of the new text in the list, in milliseconds. */
const PASTE = `(text) => new Promise((resolve) => {
  const list = document.getElementById('findings');
  list.replaceChildren();
  const start = performance.now();
  new MutationObserver((_, observer) => {
    if (list.querySelector('.finding') === null) return;
    observer.disconnect();
    resolve(performance.now() - start);
  }).observe(list, { childList: true });
  const editor = document.querySelector('#editors > :not([hidden]) .cm-content');
  editor.focus();
  document.execCommand('selectAll');
  const data = new DataTransfer();
  data.setData('text/plain', text);
  editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
})`;

const { address, close } = await createSiteServer();
const browser = await chromium.launch({
  executablePath: process.env.XLCFG_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

const openPage = async (): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.locator('html[data-server=ready]').waitFor({ state: 'attached' });
  return page;
};

const starts: { editor: number; server: number; bytes: number }[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const page = await openPage();
  starts.push(
    await page.evaluate(
      "({ editor: performance.getEntriesByName('editor')[0].startTime, server: performance.getEntriesByName('server')[0].startTime, bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, { transferSize }) => sum + transferSize, 0) })",
    ),
  );
  await page.context().close();
}
print('Navigation to usable editor', median(starts.map(({ editor }) => editor)), 'ms');
print('Navigation to language server ready', median(starts.map(({ server }) => server)), 'ms');
print('Transferred in all', median(starts.map(({ bytes }) => bytes)), 'bytes');

const page = await openPage();
const pastes: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const text = guestOf(run);
  if (run === 0) print('Size of the pasted file', text.length, 'bytes');
  pastes.push(await page.evaluate(`(${PASTE})(${JSON.stringify(text)})`));
}
print('Paste to findings', median(pastes), 'ms');

await browser.close();
await close();
