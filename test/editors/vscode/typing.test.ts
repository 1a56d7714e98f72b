/** Guests are written in VS Code key by key: nothing is in the file that was neither typed nor chosen. */
import { beforeAll, expect, test } from 'vitest';
import type * as vscode from 'vscode';
import { GUESTS, NEIGHBOURS, readable } from '../typing/guests.ts';
import { strokesOf } from '../typing/keys.ts';
import { typeInto } from './support/typist.ts';
import { until } from './support/until.ts';
import { useSession } from './support/useSession.ts';
import { revert, seen, showAt, textOf } from './support/workbench.ts';

const current = useSession({
  files: {
    ...NEIGHBOURS,
    'sketch.cfg': '',
    ...Object.fromEntries(GUESTS.map(({ name }) => [`${name}.cfg`, ''])),
  },
  settings: { 'editor.quickSuggestionsDelay': 0 },
});

const fileOf = (name: string): string => `${current().workspace}/${name}.cfg`;

/** The server is running, and has read the other files. */
beforeAll(async () => {
  await showAt(current(), fileOf('sketch'));
  const isRead = async (): Promise<boolean> => {
    const symbols = await current().host((api) =>
      api.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'store',
      ),
    );
    return symbols.some(({ name }) => name === 'store');
  };
  expect(await until(isRead)).toBe(true);
});

test.each(GUESTS)('$name', async ({ name, keys, text }) => {
  await showAt(current(), fileOf(name));
  await typeInto(current(), strokesOf(keys));
  expect(readable(await textOf(current(), fileOf(name)))).toBe(text);
  // What one guest has taken is free for the next one.
  await revert(current(), fileOf(name));
});

/** In pixels: a line of the signature or of the text below it, and what is around both. */
const LINE = 22;
const PADDING = 20;

test('signature help is three lines at most', async () => {
  const { page, picture } = current();
  await showAt(current(), fileOf('sketch'));
  for (const keys of ["disk = [ '/dev/vg0/a,", '⎋⎋raw,xvda,rw,backendtype=', "⎋⎋' ]\nvif = [ 'rate="]) {
    await typeInto(current(), strokesOf(keys));
    const box = await seen.signature(page).boundingBox();
    await picture(`signature ${keys.length}`);
    expect(box?.height).toBeGreaterThan(0);
    expect(box?.height).toBeLessThanOrEqual(3 * LINE + PADDING);
  }
  await revert(current(), fileOf('sketch'));
});
