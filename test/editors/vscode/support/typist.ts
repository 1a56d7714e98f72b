/** Types into VS Code as a person does who looks at the screen after every key. */
import type { Page } from 'playwright-core';
import type * as vscode from 'vscode';
import { isLabel, type Key, type Stroke } from '../../typing/keys.ts';
import type { Session } from './session.ts';
import { until } from './until.ts';
import { seen } from './workbench.ts';

const PRESSED: Readonly<Record<Key, readonly string[]>> = {
  Enter: ['Enter'],
  Tab: ['Tab'],
  Escape: ['Escape'],
  Backspace: ['Backspace'],
  // VS Code has put the bracket on the next line already.
  CloseList: ['ArrowDown', 'End'],
  Suggest: ['Control+Space'],
};

/** More than VS Code shows at once; a person has stopped looking long before. */
const MOST_STEPS = 40;

/** In the page: two frames, so that everything that was to be drawn is drawn. */
const rendered = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

/** The label of the suggestion that Enter would accept; undefined where none is shown. */
const highlighted = async (page: Page): Promise<string | undefined> => {
  const row = page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name');
  return (await row.count()) === 0 ? undefined : await row.first().innerText();
};

/**
 * Waits until VS Code has done all that the last key leads to. The timers of the page fire in the order of their times,
 * so VS Code's own, which begin a request, have fired before this one. The extension host answers in order, so
 * that another request for suggestions is answered after the one that the key led to.
 */
const settle = async ({ page, host }: Session): Promise<void> => {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
  await host(async (api) => {
    const editor = api.window.activeTextEditor;
    if (!editor) throw new Error('No editor is active.');
    await api.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.selection.active,
    );
  });
  await rendered(page);
};

/** Goes to a suggestion that is shown, and accepts it. Throws with what is shown where it is not. */
const choose = async (page: Page, label: string): Promise<void> => {
  const shown = async (): Promise<string> => (await seen.suggestions(page).allInnerTexts()).join(' | ');
  if (!(await until(async () => (await highlighted(page)) !== undefined)))
    throw new Error(`No suggestions are shown, and ${label} is wanted.`);
  const all = await shown();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (isLabel((await highlighted(page)) ?? '', label)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
    await rendered(page);
  }
  throw new Error(`${label} is not among ${all}`);
};

/** Makes the strokes in the editor that has the focus. */
export const typeInto = async (session: Session, strokes: readonly Stroke[]): Promise<void> => {
  const { page } = session;
  for (const stroke of strokes) {
    // Within a word nothing is accepted.
    if (stroke.kind !== 'type' || !/\w/.test(stroke.text)) await settle(session);
    if (stroke.kind === 'type') await page.keyboard.type(stroke.text);
    else if (stroke.kind === 'press') for (const key of PRESSED[stroke.key]) await page.keyboard.press(key);
    else {
      await choose(page, stroke.label);
      await settle(session);
    }
  }
  await settle(session);
};
