/** The extension's commands and UI in VS Code, and that it ignores other files. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type * as vscode from 'vscode';
import { oldGuest, SETUP } from './support/guests.ts';
import { hoverAt, problemsOf } from './support/providers.ts';
import { until } from './support/until.ts';
import { useSession } from './support/useSession.ts';
import {
  closeStatus,
  openFromExplorer,
  openStatus,
  pickItem,
  runByKeyboard,
  seen,
  showAt,
} from './support/workbench.ts';

/** A guest that older versions of Xen reject. */
const GUEST = 'name = "db1"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 1024\n';

const current = useSession({
  files: { 'web1.cfg': oldGuest(1), 'db1.cfg': GUEST, 'setup.cfg': SETUP },
});
const at = (name: string): string => `${current().workspace}/${name}`;

/** Closes all editors without saving. */
const closeEditors = (): Promise<void> =>
  current().host(async (api) => {
    // Each as if it had changes: what has some, and is not known to have them yet, would ask whether to save them.
    for (const _ of api.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
      await api.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await api.commands.executeCommand('workbench.action.closeAllEditors');
  });

test('a file of another kind keeps its language mode', async () => {
  const { page, host, picture } = current();
  // The first one shows that the server is there and has had its say.
  await showAt(current(), at('web1.cfg'));
  await seen.squiggles(page, 'warning').first().waitFor();
  await openFromExplorer(page, 'setup.cfg');
  const language = () =>
    host((api) => {
      const document = api.window.activeTextEditor?.document;
      return document?.uri.path.endsWith('/setup.cfg') ? document.languageId : undefined;
    });
  expect(await until(async () => (await language()) === 'properties')).toBe(true);
  expect(await problemsOf(current(), at('setup.cfg'))).toEqual([]);
  expect(await hoverAt(current(), at('setup.cfg'), SETUP.indexOf('name'))).toBe('');
  await page.locator('#status\\.editor\\.mode', { hasText: 'Properties' }).waitFor();
  for (const severity of ['error', 'warning', 'info'] as const) {
    expect(await seen.squiggles(page, severity).count()).toBe(0);
  }
  await picture('setup');
});

test('the effective configuration opens to the side, and is updated', async () => {
  const { page, host, picture } = current();
  await closeEditors();
  await showAt(current(), at('web1.cfg'), '2048');
  await runByKeyboard(page, 'xlcfg: Show Effective Configuration');
  await page.locator('.tab', { hasText: 'web1.cfg (effective)' }).waitFor();
  const effective = () =>
    host((api) => {
      const document = api.workspace.textDocuments.find(({ uri }) => uri.scheme === 'xlcfg-effective');
      return document && { language: document.languageId, text: document.getText() };
    });
  expect(await until(async () => (await effective())?.language === 'jsonc')).toBe(true);
  const shown = (await effective())?.text;
  expect(shown).toContain('"type": "hvm", // line 3: builder = \'hvm\'');
  expect(shown).toContain('"max_memkb": 2097152, // line 4: memory = 2048');
  await picture('effective');
  await page.locator('.monaco-editor.focused[data-uri$="/web1.cfg"]').waitFor();
  await page.keyboard.type('1');
  const line = '"max_memkb": 12337152, // line 4: memory = 12048';
  expect(await until(async () => (await effective())?.text.includes(line) === true)).toBe(true);
});

test('the effective configuration and its source mark what belongs to the cursor of the other', async () => {
  const { page, picture } = current();
  await closeEditors();
  await showAt(current(), at('web1.cfg'), 'xvdb');
  await runByKeyboard(page, 'xlcfg: Show Effective Configuration');
  const effective = page.locator('.monaco-editor[data-uri^="xlcfg-effective:"]');
  const source = page.locator('.monaco-editor[data-uri$="/web1.cfg"]:not([data-uri^="xlcfg-effective:"])');
  /** The lines of an editor whose background is marked. */
  const marked = (shown: Locator): Promise<string[]> =>
    shown.evaluate((element) => {
      const tops = [...element.querySelectorAll('.view-overlays > div')]
        .filter((line) => line.querySelector('[class*="ced-"]'))
        .map((line) => line.getBoundingClientRect().top);
      return [...element.querySelectorAll('.view-line')]
        .filter((line) => tops.includes(line.getBoundingClientRect().top))
        .map((line) => line.textContent?.replaceAll('\u00a0', ' ').trim() ?? '');
    });
  expect(await until(async () => (await marked(effective)).some((line) => line.includes('"xvdb"')))).toBe(
    true,
  );
  expect((await marked(effective)).filter((line) => /xvda|max_vcpus/.test(line))).toEqual([]);
  await picture('effective marks');
  await effective.getByText('"hdc"').click();
  const disk = /^'file:.*,hdc:cdrom,r'/;
  expect(await until(async () => (await marked(source)).some((line) => disk.test(line)))).toBe(true);
  expect(await marked(source)).toHaveLength(1);
  expect(await until(async () => (await marked(effective)).length === 0)).toBe(true);
});

test('the button in the title bar opens the effective configuration', async () => {
  const { page } = current();
  await closeEditors();
  await showAt(current(), at('db1.cfg'));
  await page.locator('.editor-actions').getByRole('button', { name: 'Show Effective Configuration' }).click();
  await page.locator('.tab', { hasText: 'db1.cfg (effective)' }).waitFor();
});

test('a new guest is created from a template with tab stops', async () => {
  const { page, host, picture } = current();
  await closeEditors();
  await runByKeyboard(page, 'xlcfg: New Guest from Template…');
  const input = page.locator('.quick-input-widget:visible input.input');
  await page.locator('.quick-input-widget:visible').filter({ hasText: 'Name of the guest' }).waitFor();
  await input.fill('web9');
  await input.press('Enter');
  await seen.picks(page).filter({ hasText: 'Windows guest' }).waitFor();
  await seen.pick(page).filter({ hasText: 'PVH guest' }).waitFor();
  const labels = await seen.picks(page).locator('.label-name').allInnerTexts();
  expect(labels).toEqual(expect.arrayContaining(['PVH guest', 'PV guest', 'HVM guest']));
  await picture('new-guest');
  await page.keyboard.press('Enter');
  const guest = () =>
    host((api) => {
      const editor = api.window.activeTextEditor;
      const document = editor?.document;
      return (
        document && {
          language: document.languageId,
          text: document.getText(),
          selected: document.getText(editor.selection),
          refused: api.languages
            .getDiagnostics(document.uri)
            .filter(({ severity }) => severity === api.DiagnosticSeverity.Error).length,
        }
      );
    });
  expect(await until(async () => (await guest())?.text.includes('type = "pvh"') === true)).toBe(true);
  expect(await guest()).toMatchObject({ language: 'xlcfg', selected: 'web9' });
  // Saving proposes the guest's name, and its address stays.
  const proposed = await host((api) => api.window.activeTextEditor?.document.uri.toString());
  expect(proposed).toBe(`untitled:${at('web9.cfg')}`);
  expect((await guest())?.text).toMatch(/mac=00:16:3e:/);
  // The document was empty for a moment, and that is rejected.
  expect(await until(async () => (await guest())?.refused === 0)).toBe(true);
});

test('the status items show version and architecture and where they come from, and change the version', async () => {
  const { page, host, picture } = current();
  await closeEditors();
  await showAt(current(), at('db1.cfg'));
  const codes = async () => (await problemsOf(current(), at('db1.cfg'))).map(({ code }) => code);
  const problemsBefore = await codes();
  const status = await openStatus(page, 'newest known version');
  await status.filter({ hasText: 'assumed: no option is set that only Arm has' }).first().waitFor();
  await picture('status');
  await status.locator('.element', { hasText: 'Xen 4.' }).getByText('Change').click();
  await pickItem(page, '4.5');
  await pickItem(page, 'All files');
  const version = () => host((api) => api.workspace.getConfiguration('xlcfg').get('xenVersion'));
  expect(await until(async () => (await version()) === '4.5')).toBe(true);
  // This version reads no option named type.
  expect(problemsBefore).toEqual([]);
  expect(await until(async () => (await codes()).length > 0)).toBe(true);
  await openStatus(page, "set in the editor's settings");
  await closeStatus(page);
  await host((api) => api.workspace.getConfiguration('xlcfg').update('xenVersion', undefined, true));
  expect(await until(async () => (await codes()).length === 0)).toBe(true);
});

test('a version that a .xlcfg.json sets is shown, and changed there', async () => {
  const { page, picture } = current();
  const config = at('.xlcfg.json');
  await closeEditors();
  await showAt(current(), at('db1.cfg'));
  writeFileSync(config, '{\n  // For all of us.\n  "xenVersion": "4.5"\n}\n');
  const status = await openStatus(page, 'Xen 4.5');
  await status.filter({ hasText: 'set in .xlcfg.json' }).first().waitFor();
  await picture('status project');
  await status.locator('.element', { hasText: 'Xen 4.' }).getByText('Change').click();
  await pickItem(page, '4.17');
  expect(await until(() => readFileSync(config, 'utf8').includes('4.17'))).toBe(true);
  expect(readFileSync(config, 'utf8')).toBe('{\n  // For all of us.\n  "xenVersion": "4.17"\n}\n');
  await showAt(current(), at('db1.cfg'));
  await openStatus(page, 'Xen 4.17');
  await closeStatus(page);
  rmSync(config);
  await openStatus(page, 'newest known version');
  await closeStatus(page);
});

test('the setting disables and enables problems', async () => {
  const { host } = current();
  await showAt(current(), at('web1.cfg'));
  const some = async () => (await problemsOf(current(), at('web1.cfg'))).length > 0;
  expect(await until(some)).toBe(true);
  const enable = (value: boolean | undefined): Promise<void> =>
    host(
      (api, wanted) => api.workspace.getConfiguration('xlcfg').update('enable', wanted ?? undefined, true),
      value,
    );
  await enable(false);
  expect(await until(async () => !(await some()))).toBe(true);
  await enable(undefined);
  expect(await until(some)).toBe(true);
});

test('a file that changes on disk is checked again', async () => {
  const codes = async () => (await problemsOf(current(), at('db1.cfg'))).map(({ code }) => code);
  await showAt(current(), at('db1.cfg'));
  writeFileSync(at('db1.cfg'), `${GUEST}memroy = 1\n`);
  expect(await until(async () => (await codes()).includes('unknown-option'))).toBe(true);
});

test('the walkthrough opens, and every step is completed by what it is about', async () => {
  const { page, host, picture } = current();
  const steps = page.locator('.getting-started-step');
  const walkthrough = async (): Promise<void> => {
    await closeEditors();
    await host((api) =>
      api.commands.executeCommand<vscode.Command>(
        'workbench.action.openWalkthrough',
        'xlcfg.vscode-xlcfg#start',
      ),
    );
    await steps.first().waitFor();
  };
  await walkthrough();
  await page.getByText('Get started with xlcfg').first().waitFor();
  await page.getByText('Select your Xen version').first().waitFor();
  await closeEditors();
  await showAt(current(), at('web1.cfg'));
  for (const title of ['Select Xen Version…', 'Compare Xen Versions…']) {
    await runByKeyboard(page, `xlcfg: ${title}`);
    // The list of versions, not that of commands.
    await seen.picks(page).filter({ hasText: /^4\./ }).first().waitFor();
    await page.keyboard.press('Escape');
    await seen.picks(page).first().waitFor({ state: 'hidden' });
  }
  await runByKeyboard(page, 'xlcfg: Show Effective Configuration');
  await page.keyboard.press('Control+Shift+M');
  await walkthrough();
  const done = async () => [await steps.count(), await steps.locator('.codicon.complete').count()];
  expect(await until(async () => (await done()).join() === '5,5')).toBe(true);
  await picture('walkthrough');
});
