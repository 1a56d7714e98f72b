import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { useBrowser } from './support/browser.ts';
import { chooseExample, downloaded, findingWith, paste, ready } from './support/playground.ts';

const openPage = useBrowser();

const GUEST = 'name = "web1"\ntype = "hvm"\nmemory = 512\n';

describe('the editor', () => {
  it('shows the documentation of an option under the pointer, with a link to its page', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await paste(page, GUEST);
    await page.locator('.token-property', { hasText: 'memory' }).hover();
    const link = page.locator('.cm-tooltip-hover a', { hasText: 'Reference: memory' });
    expect(await link.getAttribute('href')).toBe('docs/options.html#memory');
  });

  it('shows the fields of a string while it is typed', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await paste(page, GUEST);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('disk = [ "/dev/vg0/a,');
    await page.locator('.cm-lsp-signature-tooltip', { hasText: 'format' }).waitFor();
  });

  it('formats a file, and shows inlay hints', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await paste(page, `${GUEST}disk=["/dev/vg0/a,raw,xvda,rw"]\n`);
    await page.locator('.hint', { hasText: 'backendtype' }).waitFor();
    await page.getByRole('button', { name: 'Format', exact: true }).click();
    await expect.poll(() => downloaded(page)).toContain('disk = [ "/dev/vg0/a,raw,xvda,rw" ]');
  });

  it('opens a menu of all code actions at the cursor', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await paste(page, `${GUEST}memroy = 1\n`);
    await findingWith(page, 'unknown-option').getByRole('button', { name: 'More actions' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Disable unknown-option for this line' })
      .click();
    await findingWith(page, 'unknown-option').waitFor({ state: 'detached' });
    expect(await downloaded(page)).toMatch(/memroy = 1 +# xlcfg-disable-line unknown-option/);
  });
});

describe('several files', () => {
  it('are checked against each other, and lead to each other', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await chooseExample(page, 'Driver domain and a guest of it');
    const conflict = page.locator('#findings .finding', { hasText: 'web2.cfg' });
    await conflict.locator('.related button').first().click();
    expect(await page.locator('#fileTabs [aria-selected=true]').innerText()).toContain('web2.cfg');
  });

  it('are opened, renamed and closed', async () => {
    using folder = makeFolder();
    const file = path.join(folder.path, 'old.cfg');
    writeFileSync(file, '\ufeffname = "old"\r\nmemory = 512\r\n');
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await page.locator('#files').setInputFiles(file);
    await findingWith(page, 'byte-order-mark').waitFor();
    await findingWith(page, 'carriage-return').first().waitFor();
    await page.getByRole('button', { name: 'Rename file' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('new.cfg');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await page.getByRole('tab', { name: 'new.cfg' }).waitFor();
    expect(await downloaded(page)).toBe('\ufeffname = "old"\r\nmemory = 512\r\n');
    await page.getByRole('button', { name: 'Close file' }).click();
    await page.getByRole('tab', { name: 'guest.cfg' }).waitFor();
  });
});

describe('next to the editor', () => {
  it('the effective configuration leads to the setting', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await paste(page, GUEST);
    await page.locator('#effective button', { hasText: '"max_memkb": 524288' }).click();
    expect(await page.evaluate('getSelection().toString()')).toContain('memory');
  });

  it('an upgrade says what changes between two versions', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await paste(page, `${GUEST}vpmu = 1\n`);
    await page.getByRole('tab', { name: 'Upgrade' }).click();
    await page.locator('#upgradeTo').selectOption('4.20');
    await page.locator('#upgrade', { hasText: 'Read for the first time' }).waitFor();
    await page.locator('#upgradeFrom').selectOption('4.19');
    await page.locator('#upgrade', { hasText: 'Read for the first time' }).waitFor({ state: 'detached' });
  });

  it('an error that xl printed is explained', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await page.getByRole('tab', { name: 'Explain' }).click();
    await page.getByLabel('Error that').fill('libxl: error: cannot run bootloader with no boot disk');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.locator('#explanation', { hasText: 'bootloader-without-disk' }).waitFor();
  });

  it('the Xen version and the architecture change what is found', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await paste(page, `${GUEST}vpmu = 1\n`);
    await page.locator('#findings', { hasText: 'No findings.' }).waitFor();
    await page.getByLabel('Xen version').selectOption('4.14');
    await findingWith(page, 'wrong-release').waitFor();
    await page.getByLabel('Architecture').selectOption('arm');
    await findingWith(page, 'unsupported-guest-type').waitFor();
  });
});

describe('a link', () => {
  it('holds all files and the platform', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await chooseExample(page, 'Driver domain and a guest of it');
    await page.getByLabel('Xen version').selectOption('4.17');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.waitForURL(/#files=/);
    const before = await downloaded(page);
    await using other = await openPage(page.url());
    await ready(other.page);
    expect(await other.page.getByRole('tab', { name: /\.cfg/ }).count()).toBe(2);
    expect(await other.page.getByLabel('Xen version').inputValue()).toBe('4.17');
    expect(await downloaded(other.page)).toBe(before);
    expect(other.complaints).toEqual([]);
  });

  it('that is damaged is reported', async () => {
    await using opened = await openPage('#files=AAAA');
    await opened.page.getByText('The link is damaged').waitFor();
  });

  it('runs nothing that it holds', async () => {
    const evil = `name = "<img src=x onerror=alert(1)>"\nmemory = 512\n# <script>alert(1)</script>\n'"><script>alert(1)</script>`;
    await using opened = await openPage('');
    const { page } = opened;
    let alerts = 0;
    page.on('dialog', async (dialog) => {
      alerts += 1;
      await dialog.dismiss();
    });
    await ready(page);
    await paste(page, evil);
    await page.locator('#findings .finding').first().waitFor();
    await page.getByRole('tab', { name: 'Upgrade' }).click();
    await page.locator('#upgrade h1').waitFor();
    expect(await page.locator('img, #upgrade script, #findings script').count()).toBe(0);
    expect(alerts).toBe(0);
  });
});

it('works from a folder on disk', async () => {
  const index = pathToFileURL(path.resolve(import.meta.dirname, '../../client/site/dist/index.html'));
  await using opened = await openPage(index.href);
  const { page } = opened;
  await ready(page);
  await paste(page, `${GUEST}memroy = 1\n`);
  await findingWith(page, 'unknown-option').waitFor();
  await page.getByRole('link', { name: 'Rules' }).click();
  await page.getByRole('searchbox').fill('bad-number');
  await page.locator('#searchResults a', { hasText: 'bad-number' }).first().waitFor();
  expect(opened.complaints).toEqual([]);
});
