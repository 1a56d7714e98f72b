/** Editing a guest in VS Code: completion, formatting, renaming, refactoring. */
import { expect, test } from 'vitest';
import type * as vscode from 'vscode';
import { oldGuest } from './support/guests.ts';
import { executeProvider } from './support/providers.ts';
import { until } from './support/until.ts';
import { useSession } from './support/useSession.ts';
import { chooseFromMenu, openFixes, pointAt, seen, showAt, textOf } from './support/workbench.ts';

const UNTIDY = `name='db1'
type   =   "pvh"
kernel = "/boot/vmlinuz-db1"
disk=['/dev/vg0/db1,raw,xvda,rw','/dev/vg0/db1-data,raw,xvdb,rw']
vif   = [ 'bridge=xenbr0' ]
`;

/** Columns are kept by the formatter. */
const TIDY = `name = 'db1'
type   = "pvh"
kernel = "/boot/vmlinuz-db1"
disk = [ '/dev/vg0/db1,raw,xvda,rw', '/dev/vg0/db1-data,raw,xvdb,rw' ]
vif = [ 'bridge=xenbr0' ]
`;

/** A guest that is the backend of two others. */
const storage = 'name = "storage"\ntype = "pvh"\nkernel = "/boot/vmlinuz-storage"\n';
const served = (number: number): string => `name = "served${number}"
type = "pvh"
kernel = "/boot/vmlinuz"
disk = [ 'format=raw, vdev=xvda, access=rw, backend=storage, target=/dev/vg0/served${number}' ]
`;

const current = useSession({
  files: {
    // With a place for another disk.
    'web1.cfg': oldGuest(1).replace(' ]\n\nvif', ',\n          ]\n\nvif'),
    'web2.cfg': oldGuest(2),
    'web3.cfg': oldGuest(3),
    'web4.cfg': oldGuest(4),
    'db1.cfg': UNTIDY,
    'storage.cfg': storage,
    'served1.cfg': served(1),
    'served2.cfg': served(2),
  },
});
const at = (name: string): string => `${current().workspace}/${name}`;
const becomes = (name: string, text: string): Promise<boolean> =>
  until(async () => (await textOf(current(), at(name))) === text);

test('Enter completes the next free vdev', async () => {
  const { page, picture } = current();
  const before = await showAt(current(), at('web1.cfg'), ' ]\n\nvif');
  await seen.squiggles(page, 'info').first().waitFor();
  await page.keyboard.type("'/srv/xen/swap.img,raw,");
  const first = seen.suggestions(page).first();
  // xvdc is taken: on an hvm guest it is the same disk as hdc.
  await first.filter({ hasText: 'xvdd' }).waitFor();
  expect(await first.innerText()).toContain('the next free one');
  await picture('completion');
  await page.keyboard.press('Enter');
  const after = before.replace(' ]\n\nvif', "'/srv/xen/swap.img,raw,xvdd' ]\n\nvif");
  expect(await becomes('web1.cfg', after)).toBe(true);
});

test('an option is completed with the start of its value', async () => {
  const { page } = current();
  const before = await showAt(current(), at('web2.cfg'));
  await page.keyboard.press('Control+End');
  await page.keyboard.type('on_reb');
  await seen.suggestions(page).first().filter({ hasText: 'on_reboot' }).waitFor();
  await page.keyboard.press('Enter');
  const added = async () => (await textOf(current(), at('web2.cfg'))).slice(before.length);
  expect(await until(async () => /^on_reboot = "[a-z-]*"$/.test(await added()))).toBe(true);
});

test('a shortcut formats the document, and a second time changes nothing', async () => {
  const { page } = current();
  await showAt(current(), at('db1.cfg'));
  await page.keyboard.press('Control+Shift+I');
  expect(await becomes('db1.cfg', TIDY)).toBe(true);
  const more = await executeProvider<vscode.TextEdit[] | undefined>(
    current(),
    'vscode.executeFormatDocumentProvider',
    at('db1.cfg'),
    { tabSize: 2, insertSpaces: true },
  );
  expect(more ?? []).toEqual([]);
});

test('F2 renames a vdev', async () => {
  const { page } = current();
  const before = await showAt(current(), at('web3.cfg'), 'xvdb');
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await input.waitFor();
  expect(await input.inputValue()).toBe('xvdb');
  await input.fill('xvde');
  await input.press('Enter');
  expect(await becomes('web3.cfg', before.replace('xvdb', 'xvde'))).toBe(true);
});

test('a guest is renamed in all files', async () => {
  const changed = await current().host(
    async (api, path, offset) => {
      const document = await api.workspace.openTextDocument(path);
      const edit = await api.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        document.positionAt(offset),
        'store',
      );
      await api.workspace.applyEdit(edit);
      return edit.entries().map(([uri]) => uri.path);
    },
    at('storage.cfg'),
    storage.indexOf('storage'),
  );
  expect(changed.toSorted()).toEqual([at('served1.cfg'), at('served2.cfg'), at('storage.cfg')]);
  expect(await textOf(current(), at('served1.cfg'))).toBe(served(1).replace('=storage', '=store'));
  expect(await textOf(current(), at('storage.cfg'))).toBe(storage.replace('"storage"', '"store"'));
});

test('the menu rewrites a disk with named parameters', async () => {
  const { page } = current();
  const before = await showAt(current(), at('web4.cfg'), 'tap:');
  await seen.squiggles(page, 'info').first().waitFor();
  await openFixes(page, async () => {
    await pointAt(page, 'xvda', { button: 'right' });
    await chooseFromMenu(page, 'Refactor...');
  });
  await seen.actions(page).filter({ hasText: 'Convert disk to named parameters' }).click({ force: true });
  const rewritten = "'format=raw,vdev=xvda,access=rw,target=/srv/xen/web4.img'";
  expect(await becomes('web4.cfg', before.replace(/'tap:.*,w'(?=,\n)/, rewritten))).toBe(true);
});

test('a line is commented and uncommented', async () => {
  const { page } = current();
  const before = await showAt(current(), at('served2.cfg'), 'kernel');
  await page.keyboard.press('Control+/');
  expect(await becomes('served2.cfg', before.replace('kernel', '# kernel'))).toBe(true);
  await page.keyboard.press('Control+/');
  expect(await becomes('served2.cfg', before)).toBe(true);
});
