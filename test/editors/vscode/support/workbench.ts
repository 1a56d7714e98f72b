/** User actions in VS Code's window, and its contents. */
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Session } from './session.ts';
import { until } from './until.ts';

type Box = Awaited<ReturnType<Locator['boundingBox']>>;

/** Parts of the window by CSS selectors, which are undocumented internals of VS Code. */
export const seen = {
  squiggles: (page: Page, severity: 'error' | 'warning' | 'info'): Locator =>
    page.locator(`.monaco-editor .squiggly-${severity}`),
  problems: (page: Page): Locator => page.locator('.markers-panel .monaco-list-row'),
  hover: (page: Page): Locator => page.locator('.monaco-hover:visible .hover-contents'),
  suggestions: (page: Page): Locator => page.locator('.suggest-widget.visible .monaco-list-row'),
  signature: (page: Page): Locator => page.locator('.parameter-hints-widget.visible'),
  actions: (page: Page): Locator => page.locator('.action-widget .monaco-list-row.action'),
  menuItems: (page: Page): Locator => page.locator('.monaco-menu .action-item'),
  picks: (page: Page): Locator =>
    page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row'),
  /** The focused suggestion, which Enter accepts. */
  pick: (page: Page): Locator =>
    page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row.focused'),
  outline: (page: Page): Locator => page.locator('.outline-tree .monaco-list-row'),
  files: (page: Page): Locator => page.locator('.explorer-folders-view .monaco-list-row'),
  /** Messages at the cursor, such as that there are no suggestions. */
  message: (page: Page): Locator => page.locator('.monaco-editor-overlaymessage .message'),
  /** Notifications. */
  notices: (page: Page): Locator => page.locator('.notifications-toasts .notification-toast'),
} as const;

/** What a preview of Markdown shows: a page in a frame in a frame. */
export const preview = (page: Page): FrameLocator =>
  page.frameLocator('iframe.webview:visible').frameLocator('#active-frame');

/** A span of text in an editor. VS Code has one span for each run of one color. */
export const piece = (page: Page, text: string): Locator =>
  page.locator('.monaco-editor .view-line span span').filter({ hasText: text }).first();

/** Opens a file, like a click in the explorer. */
export const openFromExplorer = (page: Page, name: string): Promise<void> =>
  seen.files(page).filter({ hasText: name }).first().dblclick();

/**
 * Opens a document with the cursor before a text, and waits until the editor has the focus.
 *
 * @param mark a text in the document; by default the cursor is at the start
 * @returns the document's text
 */
export const showAt = async ({ host, page }: Session, file: string, mark = ''): Promise<string> => {
  const text = await host(
    async (vscode, name, before) => {
      const document = await vscode.workspace.openTextDocument(name);
      const offset = document.getText().indexOf(before);
      if (offset < 0) throw new Error(`There is no ${before} in ${name}`);
      const cursor = document.positionAt(offset);
      await vscode.window.showTextDocument(document, {
        selection: new vscode.Range(cursor, cursor),
        preview: false,
      });
      return document.getText();
    },
    file,
    mark,
  );
  await page.locator(`.monaco-editor.focused[data-uri$="/${path.basename(file)}"]`).waitFor();
  return text;
};

/** The current text of an open document. */
export const textOf = ({ host }: Session, file: string): Promise<string> =>
  host(async (vscode, name) => (await vscode.workspace.openTextDocument(name)).getText(), file);

/** Reverts a document to the text of its file. */
export const revert = async (session: Session, file: string): Promise<void> => {
  await showAt(session, file);
  await session.host((vscode) => vscode.commands.executeCommand('workbench.action.files.revert'));
};

/** Runs a command through the command palette. */
export const runByKeyboard = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget:visible input.input');
  await input.waitFor();
  await input.fill(`>${title}`);
  await seen.pick(page).filter({ hasText: title }).waitFor();
  await input.press('Enter');
};

/** Chooses an item of the open quick pick by its label, which is typed: the list draws only the rows that are in view. */
export const pickItem = async (page: Page, label: string): Promise<void> => {
  const input = page.locator('.quick-input-widget:visible input.input');
  await seen.picks(page).first().waitFor();
  await input.fill(label);
  await seen.pick(page).filter({ hasText: label }).waitFor();
  await input.press('Enter');
};

/** In the title bar, where a click does nothing. */
const NOWHERE = { x: 640, y: 14 } as const;

/**
 * Closes the language status items. They lie over the buttons of notifications, and over `{ }` itself when they have grown.
 * After a click on `{ }` they stay until another click: Escape would close the notifications first.
 */
export const closeStatus = async (page: Page): Promise<void> => {
  await page.mouse.click(NOWHERE.x, NOWHERE.y);
  await page.locator('.hover-language-status').first().waitFor({ state: 'hidden' });
};

/** Opens the language status items behind `{ }`, and waits for a text in them. Returns the rows. */
export const openStatus = async (page: Page, text: string): Promise<Locator> => {
  await closeStatus(page);
  await page.locator('#status\\.languageStatus').click();
  const rows = page.locator('.hover-language-status');
  await rows.filter({ hasText: text }).first().waitFor();
  return rows;
};

/** The bounding box of a text. Retries, because VS Code can replace the elements of a line at any time. */
const placeOf = async (page: Page, text: string): Promise<NonNullable<Box>> => {
  let box: Box = null;
  const isThere = await until(async () => {
    box = await piece(page, text).boundingBox();
    return box !== null;
  });
  if (box === null || !isThere) throw new Error(`${text} is not to be seen.`);
  return box;
};

/** Moves the mouse to a text, and clicks if a button is given. */
export const pointAt = async (
  page: Page,
  text: string,
  { button }: { readonly button?: 'left' | 'right' } = {},
): Promise<void> => {
  const box = await placeOf(page, text);
  // By its place: to click on the piece itself would scroll lines into view, and VS Code does its own scrolling.
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  // A hover opens when the mouse comes to rest over another place than before.
  await page.mouse.move(x - 20, y);
  await page.mouse.move(x, y, { steps: 4 });
  if (button !== undefined) await page.mouse.click(x, y, { button });
};

/** Fixes are requested again after this time, in milliseconds. */
const ANSWER_MS = 15_000;

/**
 * Requests fixes until they are shown. A quarter of a second after the cursor has moved or problems have changed, VS Code
 * requests them itself for its light bulb. This cancels a pending request of the user, with a message that there are no
 * fixes, so that the user must repeat it.
 *
 * @returns whether fixes were shown
 */
export const askForFixes = (
  page: Page,
  act: () => Promise<void>,
  cameTrue: () => Promise<boolean>,
): Promise<boolean> =>
  until(async () => {
    if (await seen.message(page).isVisible()) await page.keyboard.press('Escape');
    await seen.message(page).waitFor({ state: 'hidden' });
    await act();
    await until(async () => (await cameTrue()) || (await seen.message(page).isVisible()), {
      timeoutMs: ANSWER_MS,
    });
    return cameTrue();
  });

/** Opens the menu of fixes. */
export const openFixes = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const open = () => seen.actions(page).first().isVisible();
  if (!(await askForFixes(page, act, open))) throw new Error('There is no menu of fixes.');
};

/** Clicks an entry of the menu of fixes. */
export const chooseAction = async (page: Page, title: string): Promise<void> => {
  // Something invisible lies over a menu that has just opened, until the mouse moves.
  await seen.actions(page).filter({ hasText: title }).click({ force: true });
};

/** Clicks an entry of the context menu. */
export const chooseFromMenu = async (page: Page, title: string): Promise<void> => {
  const entry = seen.menuItems(page).filter({ hasText: title });
  await entry.hover();
  // A menu that has just opened ignores the button of the mouse.
  await page.keyboard.press('Enter');
};
