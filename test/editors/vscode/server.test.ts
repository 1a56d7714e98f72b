/** The server process in VS Code: activation, restarts, and the messages about failures. */
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { oldGuest } from './support/guests.ts';
import { descendants } from './support/processes.ts';
import { hoverAt } from './support/providers.ts';
import { until } from './support/until.ts';
import { useSession } from './support/useSession.ts';
import {
  closeStatus,
  openFromExplorer,
  openStatus,
  piece,
  runByKeyboard,
  seen,
  showAt,
} from './support/workbench.ts';

const NOT_STARTED = 'The xlcfg language server did not start, so files are not checked.';
const GIVEN_UP = 'The xlcfg language server crashed several times, so files are not checked.';

const current = useSession({ files: { 'web1.cfg': oldGuest(1) } });
const guest = (): string => `${current().workspace}/web1.cfg`;
const program = (): string => path.join(current().extension, 'dist/server.cjs');

const notice = (sentence: string) => seen.notices(current().page).filter({ hasText: sentence });

const answers = async (): Promise<boolean> =>
  (await hoverAt(current(), guest(), oldGuest(1).indexOf('memory'))).includes('memory');

/** The text in the Output panel. */
const output = (): Promise<string> =>
  current().host((api) => {
    const shown = api.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'output');
    return shown?.document.getText() ?? '';
  });

/** The server's processes. */
const servers = async (): Promise<readonly number[]> => {
  const all = await descendants(current().pid);
  return all.filter(({ command }) => command.includes(program())).map(({ pid }) => pid);
};

test('the extension is not activated before a guest is opened', async () => {
  const active = await current().host((api) => api.extensions.getExtension('xlcfg.vscode-xlcfg')?.isActive);
  expect(active).toBe(false);
  expect(await servers()).toEqual([]);
});

test('a missing server is reported in one sentence, with a button', async () => {
  const { page, picture } = current();
  await rename(program(), `${program()}.away`);
  await openFromExplorer(page, 'web1.cfg');
  await notice(NOT_STARTED).waitFor();
  expect(await seen.notices(page).count()).toBe(1);
  expect(
    await notice(NOT_STARTED)
      .getByRole('button', { name: /^(Restart|Show Output)$/ })
      .count(),
  ).toBe(2);
  const rows = await openStatus(page, 'The language server is not running');
  expect(await rows.count()).toBe(1);
  await picture('server-missing');
  await closeStatus(page);
  // What needs no server is there.
  await piece(page, 'memory').waitFor();
  await rename(`${program()}.away`, program());
  await notice(NOT_STARTED).getByRole('button', { name: 'Restart' }).click();
  await seen.squiggles(page, 'warning').first().waitFor();
  await notice(NOT_STARTED).waitFor({ state: 'detached' });
  expect(await servers()).toHaveLength(1);
});

test('a broken server is reported, and the status item restarts it', async () => {
  const { page } = current();
  await rename(program(), `${program()}.away`);
  await writeFile(program(), 'throw new Error("This one is broken.");\n');
  await showAt(current(), guest());
  await runByKeyboard(page, 'xlcfg: Restart Language Server');
  await notice(NOT_STARTED).waitFor();
  expect(await seen.notices(page).count()).toBe(1);
  await notice(NOT_STARTED).getByRole('button', { name: 'Show Output' }).click();
  expect(await until(async () => (await output()).includes('This one is broken.'))).toBe(true);
  await rm(program());
  await rename(`${program()}.away`, program());
  await showAt(current(), guest());
  await (await openStatus(page, 'The language server is not running')).getByText('Restart').click();
  expect(await until(answers)).toBe(true);
});

test('the server is restarted by a command', async () => {
  const { page } = current();
  const before = await servers();
  await showAt(current(), guest());
  await runByKeyboard(page, 'xlcfg: Restart Language Server');
  const another = async () => {
    const now = await servers();
    return now.length === 1 && now[0] !== before[0];
  };
  expect(await until(another)).toBe(true);
  expect(await until(answers)).toBe(true);
});

test('a crashed server is restarted, until it has crashed too often', async () => {
  const { page } = current();
  for (const time of [1, 2, 3, 4, 5]) {
    expect(await until(answers), `before the end number ${time}`).toBe(true);
    for (const pid of await servers()) process.kill(pid, 'SIGKILL');
  }
  await notice(GIVEN_UP).waitFor();
  expect(await seen.notices(page).count()).toBe(1);
  expect(await servers()).toEqual([]);
  await notice(GIVEN_UP).getByRole('button', { name: 'Restart' }).click();
  expect(await until(answers)).toBe(true);
});
