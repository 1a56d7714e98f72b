import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { editorOf, ready } from './support/playground.ts';

const openPage = useBrowser();

describe('the reference pages in a browser', () => {
  it.each([
    ['xl.conf autoballoon', 'autoballoon', 'xl.conf.html#autoballoon'],
    ['disk-deprecated-prefix', 'disk-deprecated-prefix', 'rules.html#disk-deprecated-prefix'],
    ['deprecated prefx', 'disk-deprecated-prefix', 'rules.html#disk-deprecated-prefix'],
    ['on_crash', 'on_crash', 'options.html#on_crash'],
    [
      'libxl: error: libxl_bootloader.c:448:bootloader_disk_attached_cb: Domain 3:cannot run bootloader with no boot disk',
      'bootloader-without-disk',
      'rules.html#bootloader-without-disk',
    ],
    ["xl: warning: parameter `vcpus' is not a valid number", 'bad-number', 'rules.html#bad-number'],
  ])('a search for %j finds %s', async (query, title, url) => {
    await using opened = await openPage('docs/index.html');
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.type(query);
    await page.locator(`#searchResults a[href="${url}"]`).filter({ hasText: title }).click();
    await page.waitForURL(`**/${url}`);
    expect(opened.complaints).toEqual([]);
  });

  it('says that a search found nothing', async () => {
    await using opened = await openPage('docs/rules.html');
    await opened.page.getByRole('searchbox').fill('qqqqzzzz');
    await opened.page.getByText('0 results').waitFor();
    expect(await opened.page.locator('#searchResults li').count()).toBe(0);
  });

  it('an example opens in the playground, with the version that it is about', async () => {
    await using opened = await openPage('docs/options.html#pvh');
    const { page } = opened;
    await page.locator('#pvh ~ .try a').first().click();
    await ready(page);
    await expect.poll(() => editorOf(page).innerText()).toContain('pvh = 1');
    expect(await page.getByLabel('Xen version').inputValue()).toBe('4.8');
  });
});
