/** Problems in VS Code: in the text, in the panel, and fixing them by mouse and keyboard. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixedGuest, oldGuest } from './support/guests.ts';
import { executeProvider, problemsOf } from './support/providers.ts';
import { until } from './support/until.ts';
import { useSession } from './support/useSession.ts';
import {
  askForFixes,
  chooseAction,
  chooseFromMenu,
  openFixes,
  openFromExplorer,
  pointAt,
  preview,
  revert,
  runByKeyboard,
  seen,
  showAt,
  textOf,
} from './support/workbench.ts';

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const current = useSession({
  files: Object.fromEntries(numbers.map((number) => [`web${number}.cfg`, oldGuest(number)])),
  settings: { 'editor.codeActionsOnSave': { 'source.fixAll.xlcfg': 'explicit' } },
});
const pathOf = (number: number): string => `${current().workspace}/web${number}.cfg`;

/** A guest after the first fix. */
const withoutTap = (number: number): string =>
  oldGuest(number).replace(/'tap:aio:(.*),xvda,w'/, "'$1,raw,xvda,rw'");

/** The text that is struck through. */
const struck = async (): Promise<string> => {
  const texts = await current().page.locator('.monaco-editor .squiggly-inline-deprecated').allInnerTexts();
  return texts.join('');
};
const DEPRECATED = 'buildertap:aio:phy:file:';

const becomes = (number: number, text: string): Promise<boolean> =>
  until(async () => (await textOf(current(), pathOf(number))) === text);

/** Applies a fix that needs no choice. Retries until the guest has the text. */
const fixBy = (act: () => Promise<void>, number: number, text: string): Promise<boolean> =>
  askForFixes(current().page, act, async () => (await textOf(current(), pathOf(number))) === text);

/** Opens a guest with the cursor in its first disk, and waits for its problems. */
const showFirstDisk = async (number: number): Promise<void> => {
  await showAt(current(), pathOf(number), 'aio:');
  await seen.squiggles(current().page, 'warning').first().waitFor();
};

test('problems are underlined', async () => {
  const { page } = current();
  await openFromExplorer(page, 'web1.cfg');
  await seen.squiggles(page, 'warning').first().waitFor();
  expect(await problemsOf(current(), pathOf(1))).toEqual([
    { severity: 'Information', code: 'deprecated-option', text: 'builder' },
    { severity: 'Information', code: 'disk-deprecated-prefix', text: 'tap:aio:' },
    { severity: 'Information', code: 'disk-deprecated-prefix', text: 'phy:' },
    { severity: 'Information', code: 'disk-deprecated-prefix', text: 'file:' },
    { severity: 'Warning', code: 'unknown-option', text: 'memroy' },
  ]);
  expect(await seen.squiggles(page, 'error').count()).toBe(0);
  expect(await seen.squiggles(page, 'warning').count()).toBe(1);
  expect(await seen.squiggles(page, 'info').count()).toBe(4);
  expect(await struck()).toBe(DEPRECATED);
});

test('the Problems panel lists problems and navigates to them', async () => {
  const { page, host, picture } = current();
  await showFirstDisk(1);
  await page.keyboard.press('Control+Shift+M');
  const rows = seen.problems(page);
  await rows.filter({ hasText: 'unknown-option' }).first().waitFor();
  // The guests that are not open come behind it, sooner or later.
  const texts = (await rows.allInnerTexts()).slice(0, 7).map((text) => text.replaceAll(/\s+/g, ' '));
  expect(texts).toHaveLength(7);
  expect(texts[0]).toBe('web1.cfg 5');
  expect(texts[1]).toContain('Unknown option `memroy`: xl silently ignores it.');
  expect(texts[1]).toContain('unknown-option [Ln 14, Col 1]');
  expect(texts[2]).toContain('`memory` is set here');
  expect(texts[4]).toContain('Prefix `tap:aio:` is deprecated');
  await picture('problems');
  await rows.filter({ hasText: 'Prefix `phy:`' }).first().click();
  const there = await until(() =>
    host((api) => api.window.activeTextEditor?.document.getText(api.window.activeTextEditor.selection)).then(
      (text) => text === 'phy:',
    ),
  );
  expect(there).toBe(true);
});

test('the code of a problem links to the section about its rule', async () => {
  const { page, host } = current();
  const link = await host((api, path) => {
    const [{ code } = {}] = api.languages.getDiagnostics(api.Uri.file(path));
    return typeof code === 'object' ? [code.value, code.target.scheme, code.target.query] : [];
  }, pathOf(1));
  const [code, scheme, query = ''] = link.map((part) => String(part));
  expect(scheme).toBe('command');
  expect(decodeURIComponent(query)).toContain(`/docs/rules.md#${code}`);
  await showFirstDisk(1);
  await page.keyboard.press('Control+Shift+M');
  await seen.problems(page).getByText('unknown-option').first().click();
  await page.locator('.tab', { hasText: 'Preview rules.md' }).waitFor();
  // Rendered, not as text.
  await preview(page).getByRole('heading', { name: 'unknown-option' }).waitFor();
});

test('one fix is applied by keyboard', async () => {
  const { page, picture } = current();
  await showFirstDisk(2);
  await openFixes(page, () => page.keyboard.press('Control+.'));
  expect(await seen.actions(page).first().innerText()).toBe('Change to /srv/xen/web2.img,raw,xvda,rw');
  await picture('quick-fix');
  await page.keyboard.press('Enter');
  expect(await becomes(2, withoutTap(2))).toBe(true);
  expect(await until(async () => (await problemsOf(current(), pathOf(2))).length === 4)).toBe(true);
});

test('one fix is applied by mouse', async () => {
  const { page } = current();
  await showFirstDisk(3);
  await pointAt(page, 'tap:');
  await openFixes(page, () => page.getByText('Quick Fix...').click());
  await chooseAction(page, 'Change to /srv/xen/web3.img,raw,xvda,rw');
  expect(await becomes(3, withoutTap(3))).toBe(true);
});

test('the preferred fix is applied with a single key', async () => {
  const { page } = current();
  await showFirstDisk(4);
  expect(await fixBy(() => page.keyboard.press('Shift+Alt+.'), 4, withoutTap(4))).toBe(true);
});

test('all fixes are applied from the menu', async () => {
  const { page, picture } = current();
  await showFirstDisk(5);
  await openFixes(page, async () => {
    await pointAt(page, 'xvdb', { button: 'right' });
    await chooseFromMenu(page, 'Source Action...');
  });
  await picture('fix-all');
  await chooseAction(page, 'Apply all safe fixes');
  expect(await becomes(5, fixedGuest(5))).toBe(true);
  const left = async () => (await problemsOf(current(), pathOf(5))).map(({ code }) => code);
  expect(await until(async () => (await left()).length === 1)).toBe(true);
  expect(await left()).toEqual(['unknown-option']);
});

test('all fixes are applied by keyboard', async () => {
  const { page } = current();
  await showFirstDisk(6);
  expect(await fixBy(() => runByKeyboard(page, 'Fix All'), 6, fixedGuest(6))).toBe(true);
});

test('all fixes are applied on save', async () => {
  const { page } = current();
  await showFirstDisk(7);
  await page.keyboard.press('Control+S');
  expect(await until(() => readFileSync(pathOf(7), 'utf8') === fixedGuest(7))).toBe(true);
});

test('underlines are correct after undoing a change', async () => {
  const { page } = current();
  await showAt(current(), pathOf(8), ' ]\n\nvif');
  await seen.squiggles(page, 'warning').first().waitFor();
  const asAtFirst = async () =>
    (await seen.squiggles(page, 'info').count()) === 4 && (await struck()) === DEPRECATED;
  expect(await until(asAtFirst)).toBe(true);
  await page.keyboard.type(', ');
  await revert(current(), pathOf(8));
  // The line that was written in is replaced as a whole, and what was under it is lost until the server has answered.
  expect(await becomes(8, oldGuest(8))).toBe(true);
  await executeProvider(current(), 'vscode.executeDocumentSymbolProvider', pathOf(8));
  expect(await until(asAtFirst)).toBe(true);
});

test('a rule is disabled by a comment, explained on its page, and set in a .xlcfg.json', async () => {
  const { page, picture } = current();
  const file = pathOf(9);
  await showAt(current(), file, 'memroy');
  const codes = async () => (await problemsOf(current(), file)).map(({ code }) => code);
  expect(await until(async () => (await codes()).includes('unknown-option'))).toBe(true);
  const open = () => openFixes(page, () => page.keyboard.press('Control+.'));
  await open();
  await picture('rule actions');
  await chooseAction(page, 'Disable unknown-option for this line');
  expect(await until(async () => !(await codes()).includes('unknown-option'))).toBe(true);
  expect(await textOf(current(), file)).toMatch(/memroy .*# xlcfg-disable-line unknown-option$/m);
  await revert(current(), file);

  await showAt(current(), file, 'memroy');
  await open();
  await chooseAction(page, 'Set severity of unknown-option in .xlcfg.json');
  await seen.picks(page).filter({ hasText: 'warning' }).waitFor();
  await page.locator('.quick-input-widget:visible input.input').fill('off');
  await seen.pick(page).filter({ hasText: 'off' }).waitFor();
  await page.keyboard.press('Enter');
  const config = `${current().workspace}/.xlcfg.json`;
  expect(
    await until(() => existsSync(config) && readFileSync(config, 'utf8').includes('unknown-option')),
  ).toBe(true);
  expect(JSON.parse(readFileSync(config, 'utf8'))).toEqual({ rules: { 'unknown-option': 'off' } });
  expect(await until(async () => !(await codes()).includes('unknown-option'))).toBe(true);
  rmSync(config);
  expect(await until(async () => (await codes()).includes('unknown-option'))).toBe(true);

  await showAt(current(), file, 'memroy');
  await open();
  await chooseAction(page, 'Open documentation of unknown-option');
  await page.locator('.tab', { hasText: 'Preview rules.md' }).waitFor();
  const heading = preview(page).getByRole('heading', { name: 'unknown-option' });
  const top = async () => (await heading.boundingBox())?.y ?? -1;
  // The section is in view.
  expect(await until(async () => (await top()) > 0 && (await top()) < 500)).toBe(true);
  await picture('rule page');
});
