/** What a user does in the playground. */
import type { Locator, Page } from 'playwright-core';

/** The editor of the visible tab. */
export const editorOf = (page: Page): Locator => page.locator('#editors > :not([hidden]) .cm-content');

/** Waits until the language server answers. */
export const ready = (page: Page): Promise<void> =>
  page.locator('html[data-server=ready]').waitFor({ state: 'attached' });

/** Replaces the text of the visible file, as a paste does. */
export const paste = async (page: Page, text: string): Promise<void> => {
  await editorOf(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
};

/** Chooses an example by its title. */
export const chooseExample = async (page: Page, title: string): Promise<void> => {
  await page.getByLabel('Example').selectOption(title);
};

/** The text of the visible file, as the page downloads it. */
export const downloaded = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  const stream = await download.createReadStream();
  return (await stream.toArray()).join('');
};

/** The finding with a code, in the list. */
export const findingWith = (page: Page, code: string): Locator =>
  page.locator('#findings .finding', { hasText: code });
