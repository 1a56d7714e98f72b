/** Reading a guest in VS Code: hovers, outline, hints, folding, links, definitions, colors. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type * as vscode from 'vscode';
import { oldGuest } from './support/guests.ts';
import { executeProvider, hoverAt, problemsOf } from './support/providers.ts';
import { until } from './support/until.ts';
import { useSession } from './support/useSession.ts';
import { openFromExplorer, piece, pointAt, runByKeyboard, seen, showAt } from './support/workbench.ts';

/** A guest whose disk has another guest as backend. */
const DATABASE = `# See xl.cfg(5).
name = "db1"
type = "pvh"
kernel = "/boot/vmlinuz-db1"
memory = 1024
disk = [ 'format=raw, vdev=xvda, access=rw, backend=storage, target=/dev/vg0/db1' ]
vif = [ 'mac=00:16:3e:00:00:02, bridge=xenbr0', 'mac=00:16:3e:00:00:01, bridge=xenbr0' ]
`;

const STORAGE = 'type = "pvh"\nname = "storage"\nkernel = "/boot/vmlinuz-storage"\n';

const current = useSession({
  files: {
    'web1.cfg': oldGuest(1),
    'db1.cfg': DATABASE,
    'storage.cfg': STORAGE,
    // Nothing but its first lines says what it is.
    mail: "name = 'mail'\nmemory = 512\nbuilder = 'hvm'\n",
    // Never opened.
    'more/web3.cfg': oldGuest(3),
  },
});
const at = (name: string): string => `${current().workspace}/${name}`;

/** Opens the guest from 2009, and waits for the server. */
const showOldGuest = async (mark?: string): Promise<void> => {
  await showAt(current(), at('web1.cfg'), mark);
  await seen.squiggles(current().page, 'info').first().waitFor();
};

test('a folder with guests needs no settings', async () => {
  const { page, host } = current();
  await openFromExplorer(page, 'web1.cfg');
  await seen.squiggles(page, 'warning').first().waitFor();
  await openFromExplorer(page, 'mail');
  await page.locator('#status\\.editor\\.mode', { hasText: 'Xen xl configuration' }).waitFor();
  const mail = async () => (await problemsOf(current(), at('mail'))).map(({ code }) => code);
  expect(await until(async () => (await mail()).length > 0)).toBe(true);
  expect(await mail()).toEqual(['deprecated-option']);
  const unopened = () =>
    host(
      (api, file) =>
        api.languages
          .getDiagnostics(api.Uri.file(file))
          .map(({ code }) =>
            typeof code === 'object'
              ? `${code.value} ${decodeURIComponent(code.target.query).match(/rules\.md#[\w-]+/)?.[0]}`
              : '',
          ),
      at('more/web3.cfg'),
    );
  expect(await until(async () => (await unopened()).length > 0)).toBe(true);
  // Each with a link that shows the section about its rule.
  expect(await unopened()).toEqual([
    'deprecated-option rules.md#deprecated-option',
    'disk-deprecated-prefix rules.md#disk-deprecated-prefix',
    'disk-deprecated-prefix rules.md#disk-deprecated-prefix',
    'disk-deprecated-prefix rules.md#disk-deprecated-prefix',
    'unknown-option rules.md#unknown-option',
  ]);
  // Nobody was asked anything, and nothing was set.
  expect(await seen.notices(page).count()).toBe(0);
  const set = await host((api) =>
    ['enable', 'xenVersion', 'rules', 'folders'].filter((name) => {
      const found = api.workspace.getConfiguration('xlcfg').inspect(name);
      return (found?.globalValue ?? found?.workspaceValue) !== undefined;
    }),
  );
  expect(set).toEqual([]);
});

test('a hover describes the text under the mouse', async () => {
  const { page, picture } = current();
  await showOldGuest();
  await pointAt(page, 'xvda');
  await seen.hover(page).filter({ hasText: 'xvda (vdev of the disk)' }).first().waitFor();
  const shown = (await seen.hover(page).allInnerTexts()).join('\n');
  expect(shown).toContain('xvda (vdev of the disk)');
  expect(shown).toContain('Number in xenstore: 51712, 0xca00');
  await picture('hover');
  await page.keyboard.press('Escape');
});

test('a hover links to the reference pages', async () => {
  const text = await hoverAt(current(), at('web1.cfg'), oldGuest(1).indexOf('memory'));
  expect(text).toMatch(/\]\(command:xlcfg\.openDocumentation\?\S*options\.md%23memory\S*\)/);
});

test('the outline shows settings, disks and network interfaces', async () => {
  const { page, picture } = current();
  await showOldGuest();
  const symbols = await current().host(async (api, path) => {
    const found = await api.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      api.Uri.file(path),
    );
    return found.map(({ name, detail, kind, children }) => [
      `${name}: ${detail} (${api.SymbolKind[kind]})`,
      ...children.map((child) => `${child.name}: ${child.detail}`),
    ]);
  }, at('web1.cfg'));
  expect(symbols).toEqual([
    ['name: web1 (String)'],
    ['builder: hvm (String)'],
    ['memory: 2048 MiB (Number)'],
    ['vcpus: 2 (Number)'],
    [
      'disk: 3 items (Array)',
      'xvda: /srv/xen/web1.img, raw, rw',
      'xvdb: /dev/vg0/web1-data, raw, rw',
      'hdc: /srv/iso/debian-12.iso, raw, cdrom',
    ],
    ['vif: 1 item (Array)', '00:16:3e:00:00:01: xenbr0'],
    ['on_crash: restart (String)'],
    ['memroy: 4096 (Number)'],
  ]);
  await runByKeyboard(page, 'Explorer: Focus on Outline View');
  await seen.outline(page).filter({ hasText: 'disk3 items' }).waitFor();
  await picture('outline');
  await page.keyboard.press('End');
  await seen.outline(page).filter({ hasText: 'memroy4096' }).waitFor();
});

test('inlay hints show backends', async () => {
  const { page } = current();
  await showOldGuest();
  const hints = await current().host(async (api, path) => {
    const found = await api.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      api.Uri.file(path),
      new api.Range(0, 0, 7, 0),
    );
    return found.map(({ position, label }) => [
      position.line,
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    ]);
  }, at('web1.cfg'));
  expect(hints).toEqual([[6, 'backendtype: phy']]);
  await piece(page, 'backendtype: qdisk').waitFor();
});

test('field names are shown in full if the setting asks for them', async () => {
  const { page, host, picture } = current();
  await showAt(current(), at('web1.cfg'));
  const fieldNames = (value?: boolean): Promise<void> =>
    host(
      (api, wanted) =>
        api.workspace.getConfiguration('xlcfg').update('inlayHints.fieldNames', wanted ?? undefined, true),
      value,
    );
  await fieldNames(true);
  await piece(page, 'access:').waitFor();
  await picture('hints');
  // Nothing stands between a prefix and its target, and VS Code cuts off no hint.
  const line = page.locator('.monaco-editor .view-line').filter({ hasText: 'web1-data' });
  const shown = (await line.innerText()).replaceAll(/\s/g, ' ');
  expect(shown).toContain("'phy:/dev/vg0/web1-data,vdev: xvdb,access: w' backendtype: phy");
  await fieldNames(undefined);
  await piece(page, 'access:').waitFor({ state: 'detached' });
});

test('a list can be folded', async () => {
  const { page } = current();
  await showOldGuest('tap:');
  const ranges = await executeProvider<vscode.FoldingRange[]>(
    current(),
    'vscode.executeFoldingRangeProvider',
    at('web1.cfg'),
  );
  expect(ranges).toEqual([expect.objectContaining({ start: 6, end: 8 })]);
  await runByKeyboard(page, 'Fold All');
  await piece(page, 'debian-12.iso').waitFor({ state: 'detached' });
  await runByKeyboard(page, 'Unfold All');
  await piece(page, 'debian-12.iso').waitFor();
});

test('links open existing files and the manual', async () => {
  const kernel = at('vmlinuz');
  writeFileSync(kernel, '');
  writeFileSync(at('linked.cfg'), DATABASE.replace('/boot/vmlinuz-db1', kernel));
  const links = await current().host(async (api, path) => {
    const document = await api.workspace.openTextDocument(path);
    const found = await api.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    return found.map(({ range, target }) => [document.getText(range), target?.toString()]);
  }, at('linked.cfg'));
  expect(links).toEqual([
    ['xl.cfg(5)', expect.stringMatching(/^https:\/\/xenbits\.xen\.org\/.*xl\.cfg/)],
    [kernel, `file://${kernel}`],
  ]);
});

test('the definition of a backend is in another file', async () => {
  const { page, host } = current();
  await showAt(current(), at('db1.cfg'), 'storage');
  await seen.squiggles(page, 'warning').first().waitFor();
  await page.keyboard.press('F12');
  const there = () =>
    host((api) => {
      const editor = api.window.activeTextEditor;
      return [editor?.document.uri.path, editor?.document.lineAt(editor.selection.active.line).text];
    });
  const expected = JSON.stringify([at('storage.cfg'), 'name = "storage"']);
  expect(await until(async () => JSON.stringify(await there()) === expected)).toBe(true);
});

test('all references to a name are found', async () => {
  const places = await executeProvider<vscode.Location[]>(
    current(),
    'vscode.executeReferenceProvider',
    at('storage.cfg'),
    STORAGE.indexOf('storage"'),
  );
  expect(places.map(({ uri }) => uri.path).toSorted()).toEqual([
    at('db1.cfg'),
    at('linked.cfg'),
    at('storage.cfg'),
  ]);
});

test('a guest is found as a workspace symbol', async () => {
  const names = await current().host(async (api) => {
    const found = await api.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'storage',
    );
    return found.map(({ name, location }) => [name, location.uri.path]);
  });
  expect(names).toContainEqual(['storage', at('storage.cfg')]);
});

test('guests with the same MAC address are reported', async () => {
  const mac = async () =>
    (await problemsOf(current(), at('db1.cfg'))).filter(({ code }) => code === 'duplicate-mac');
  await showAt(current(), at('db1.cfg'));
  expect(await until(async () => (await mac()).some(({ text }) => text.includes('00:16:3e:00:00:01')))).toBe(
    true,
  );
});

test('signature help names the field at the cursor', async () => {
  const active = await current().host(
    async (api, path, offset) => {
      const document = await api.workspace.openTextDocument(path);
      const help = await api.commands.executeCommand<vscode.SignatureHelp>(
        'vscode.executeSignatureHelpProvider',
        document.uri,
        document.positionAt(offset),
      );
      const [signature] = help.signatures;
      const label = signature?.parameters[help.activeParameter]?.label;
      return typeof label === 'object' ? signature?.label.slice(...label) : label;
    },
    at('web1.cfg'),
    oldGuest(1).indexOf('xvda,'),
  );
  expect(active).toBe('vdev');
});

test('the selection expands from the field to the string', async () => {
  const text = oldGuest(1);
  const grown = await current().host(
    async (api, path, offset) => {
      const document = await api.workspace.openTextDocument(path);
      const [range] = await api.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [document.positionAt(offset)],
      );
      const texts: string[] = [];
      for (let one = range; one !== undefined; one = one.parent) texts.push(document.getText(one.range));
      return texts;
    },
    at('web1.cfg'),
    text.indexOf('xvda,') + 1,
  );
  expect(grown).toEqual(expect.arrayContaining(['xvda', 'tap:aio:/srv/xen/web1.img,xvda,w', text]));
});

/** The computed color of a text in the browser. */
const colourOf = (page: Page, text: string): Promise<string> =>
  piece(page, text).evaluate((element) => {
    const computed: { color: string } = Reflect.get(globalThis, 'getComputedStyle')(element);
    return computed.color;
  });

const setting = (section: string, name: string, value: unknown): Promise<void> =>
  current().host(
    (api, ...[of, key, wanted]) => api.workspace.getConfiguration(of).update(key, wanted ?? undefined, true),
    section,
    name,
    value,
  );

/** The class of VS Code's window with a theme of a kind. */
const WINDOWS = { light: 'vs', dark: 'vs-dark', contrast: 'hc-black', contrastLight: 'hc-light' } as const;

const useTheme = async (theme: string, kind: keyof typeof WINDOWS): Promise<void> => {
  await setting('workbench', 'colorTheme', theme);
  await current().page.locator(`.monaco-workbench.${WINDOWS[kind]}`).waitFor();
};

/** The colors of these texts once all of them differ from each other. */
const distinctColours = async (words: readonly string[]): Promise<boolean> => {
  const colours = () => Promise.all(words.map((word) => colourOf(current().page, word)));
  return until(async () => new Set(await colours()).size === words.length);
};

test.each([
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
] as const)('what a word means has a color, in a %s theme', async (kind, theme) => {
  const { page } = current();
  await showOldGuest();
  await useTheme(theme, kind);
  // A value of an option is a string to the grammar; only the server knows better.
  const words = ['memory', '2048', '/srv/xen/web1.img', 'xvda', 'hvm', '='];
  expect(await distinctColours(words)).toBe(true);
  await setting('editor', 'semanticHighlighting.enabled', false);
  expect(await until(async () => (await colourOf(page, 'hvm')) === (await colourOf(page, 'web1')))).toBe(
    true,
  );
  await setting('editor', 'semanticHighlighting.enabled', undefined);
  expect(await distinctColours(words)).toBe(true);
});

test.each([
  ['Default Light Modern', 'light'],
  ['Default Dark Modern', 'dark'],
  ['Default Light+', 'light'],
  ['Default Dark+', 'dark'],
  ['Visual Studio Light', 'light'],
  ['Visual Studio Dark', 'dark'],
  ['Default High Contrast', 'contrast'],
  ['Default High Contrast Light', 'contrastLight'],
] as const)('unknown names stand out, in %s', async (theme, kind) => {
  const { page, picture } = current();
  await showOldGuest();
  await useTheme(theme, kind);
  await page.mouse.move(5, 5);
  // With the colors of the server, and with those of the grammar only.
  for (const semantic of [undefined, false]) {
    await setting('editor', 'semanticHighlighting.enabled', semantic);
    expect(await distinctColours(['memory', 'memroy', '2048', '/srv/xen/web1.img'])).toBe(true);
    if (semantic === undefined) await picture(`colors ${theme}`);
  }
  await setting('editor', 'semanticHighlighting.enabled', undefined);
});
