import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SITE, useBrowser } from './support/browser.ts';
import { chooseExample, downloaded, editorOf, findingWith, paste, ready } from './support/playground.ts';

const EXAMPLE = readFileSync(new URL('../../server/examples/web1.cfg', import.meta.url), 'utf8');

/** The example as `xlcfg fix` leaves it. */
const FIXED = EXAMPLE.replace("'tap:aio:/srv/web1.img,xvda,w'", "'/srv/web1.img,raw,xvda,rw'").replace(
  "'file:/srv/debian.iso,hdc:cdrom,r'",
  "'/srv/debian.iso,raw,hdc,ro,cdrom'",
);

const openPage = useBrowser();

describe('the playground', () => {
  it('finds the deprecated disk of a pasted file, and fixes it', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await paste(page, EXAMPLE);
    const finding = findingWith(page, 'disk-deprecated-prefix').first();
    await finding.getByRole('button', { name: 'Change to' }).click();
    await expect.poll(() => downloaded(page)).toContain("'/srv/web1.img,raw,xvda,rw'");
    expect(opened.complaints).toEqual([]);
  });

  it('fixes all of a file at once, and gives it back for download', async () => {
    await using opened = await openPage('');
    const { page } = opened;
    await ready(page);
    await paste(page, EXAMPLE);
    await findingWith(page, 'unknown-option').waitFor();
    await page.getByRole('button', { name: 'Fix all' }).click();
    await findingWith(page, 'disk-deprecated-prefix').first().waitFor({ state: 'detached' });
    expect(await downloaded(page)).toBe(FIXED);
  });

  it('makes no request after it has loaded, and none to another site', async () => {
    await using opened = await openPage('');
    const { page, requests, complaints } = opened;
    await ready(page);
    expect(requests.filter((url) => !url.startsWith(SITE) && !url.startsWith('blob:'))).toEqual([]);
    const loaded = requests.length;
    await chooseExample(page, 'Broken guest');
    await findingWith(page, 'unclosed-string').waitFor();
    await editorOf(page).press('ControlOrMeta+End');
    await page.keyboard.type('vif = [ "br');
    await page.getByRole('tab', { name: 'Upgrade' }).click();
    await page.getByRole('button', { name: 'Fix all' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await downloaded(page);
    expect(requests.slice(loaded).filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
