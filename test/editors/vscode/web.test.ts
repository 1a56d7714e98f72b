/**
 * The extension in the browser's extension host, where its server is a web worker. The tests' driver runs in another
 * extension host, in Node, and gets problems, hovers and completions through the editor.
 */
import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { Worker } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { descendants } from './support/processes.ts';
import { until } from './support/until.ts';
import { useSession } from './support/useSession.ts';
import { seen } from './support/workbench.ts';

const GUEST = `name = "web1"
builder = 'hvm'
memory = 2048
disk = [ 'tap:aio:/srv/xen/web1.img,xvda,w',
         '/srv/iso/debian.iso,raw,xv' ]
vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0' ]
memroy = 4096
`;

const FILES = {
  'web1.cfg': GUEST,
  // Never opened: its MAC address is known only to who reads the folder.
  'more/web2.cfg': `name = "web2"\nmemory = 512\nvif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0' ]\n`,
};

const NOT_STARTED = 'The xlcfg language server did not start, so files are not checked.';

/** The name of the worker, which follows the name of its extension host. */
const WORKER_NAME = /^ExtensionHostWorker -> xlcfg-language-server$/;

const current = useSession({
  files: FILES,
  settings: { 'remote.extensionKind': { 'xlcfg.vscode-xlcfg': ['web'] } },
});
const guest = (): string => `${current().workspace}/web1.cfg`;
beforeAll(() =>
  current().host(async (vscode, file) => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  }, guest()),
);

const codes = (file = guest()): Promise<readonly string[]> =>
  current().host(
    (vscode, path) => vscode.languages.getDiagnostics(vscode.Uri.file(path)).map(({ code }) => String(code)),
    file,
  );

const problemsHave = (code: string): Promise<boolean> => until(async () => (await codes()).includes(code));

/** The hover of the option on a line, by default of `memory`. */
const hover = (line = 2): Promise<string> =>
  current().host(
    async (vscode, file, row) => {
      const hovers = await vscode.commands.executeCommand<import('vscode').Hover[]>(
        'vscode.executeHoverProvider',
        vscode.Uri.file(file),
        new vscode.Position(row, 2),
      );
      return hovers
        .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
        .join('\n');
    },
    guest(),
    line,
  );

/** A worker can end during the evaluation. */
const nameOf = (worker: Worker): Promise<string> =>
  worker.evaluate(() => String(Reflect.get(globalThis, 'name'))).catch(() => '');

/** The workers of the server. */
const servers = async (): Promise<readonly Worker[]> => {
  const workers = current().page.workers();
  const names = await Promise.all(workers.map(nameOf));
  return workers.filter((_, index) => WORKER_NAME.test(names[index] ?? ''));
};

const theServer = async (): Promise<Worker> => {
  const [server, ...others] = await servers();
  if (server === undefined || others.length > 0) throw new Error(`There are ${others.length} more servers.`);
  return server;
};

describe('in the browser', () => {
  test('problems are shown', async () => {
    expect(await problemsHave('unknown-option')).toBe(true);
    expect(await codes()).toEqual(expect.arrayContaining(['deprecated-option', 'disk-deprecated-prefix']));
  });

  test('the server reads the other files of the folder', async () => {
    expect(await problemsHave('duplicate-mac')).toBe(true);
  });

  test('a vdev is completed', async () => {
    const labels = await current().host(async (vscode, file) => {
      const list = await vscode.commands.executeCommand<import('vscode').CompletionList>(
        'vscode.executeCompletionItemProvider',
        vscode.Uri.file(file),
        new vscode.Position(4, 35),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    }, guest());
    expect(labels).toContain('xvdb');
    expect(labels).not.toContain('xvda');
  });

  test('the hover comes from the worker', async () => {
    const server = await theServer();
    await server.evaluate(() => {
      const sent: string[] = [];
      const send: (message: unknown) => void = Reflect.get(globalThis, 'postMessage').bind(globalThis);
      Reflect.set(globalThis, 'postMessage', (message: unknown) => {
        sent.push(JSON.stringify(message));
        send(message);
      });
      Reflect.set(globalThis, 'sentByTest', sent);
    });
    const shown = await hover();
    const sent = await server.evaluate((): string[] => Reflect.get(globalThis, 'sentByTest'));
    const [first = ''] = /.*\S.*/.exec(shown) ?? [];
    expect(first).toContain('memory');
    expect(sent.filter((message) => message.includes(JSON.stringify(first).slice(1, -1)))).toHaveLength(1);
  });

  test('a link in the hover shows the section of the page, rendered', async () => {
    const [, target = ''] = /\]\((command:xlcfg\.openDocumentation\?\S*?)\)/.exec(await hover(1)) ?? [];
    expect(decodeURIComponent(target)).toMatch(/vscode-remote:\S*\/docs\/options\.md#/);
    await current().page.getByText('builder', { exact: true }).first().hover();
    await current().page.getByRole('link', { name: 'Reference: builder' }).click();
    await current().page.locator('.tab', { hasText: 'Preview options.md' }).waitFor();
    await current().host((vscode) => vscode.commands.executeCommand('workbench.action.closeActiveEditor'));
  });

  test('there is no server process, and the extension does not run in Node', async () => {
    const commands = (await descendants(current().pid)).map(({ command }) => command);
    expect(commands.filter((command) => command.includes('--type=extensionHost'))).toHaveLength(1);
    expect(commands.filter((command) => /server\.cjs|language-server/.test(command))).toEqual([]);
    const present = await current().host((vscode) =>
      ['xlcfg.vscode-xlcfg', 'xlcfg-test.xlcfg-test-driver'].map(
        (id) => !!vscode.extensions.getExtension(id),
      ),
    );
    expect(present).toEqual([false, true]);
  });

  test('a restart replaces the worker', async () => {
    const before = await theServer();
    await current().host((vscode) => vscode.commands.executeCommand('xlcfg.restartServer'));
    expect(
      await until(async () => {
        const now = await servers();
        return now.length === 1 && now[0] !== before;
      }),
    ).toBe(true);
    expect(await until(async () => (await hover()).includes('memory'))).toBe(true);
  });

  test('a crashed worker is restarted', async () => {
    const before = await theServer();
    await before.evaluate(() => {
      setTimeout(() => {
        throw new Error('The test ends it.');
      });
    });
    expect(
      await until(async () => {
        const now = await servers();
        return now.length === 1 && now[0] !== before;
      }),
    ).toBe(true);
    expect(await until(async () => (await hover()).includes('memory'))).toBe(true);
    await current().picture('web');
  });

  test('a missing server is reported in one sentence, with a button', async () => {
    const { page, host, extension } = current();
    const program = path.join(extension, 'dist/browserServer.js');
    await rename(program, `${program}.away`);
    await host((vscode) => vscode.commands.executeCommand('xlcfg.restartServer'));
    const notice = seen.notices(page).filter({ hasText: NOT_STARTED });
    await notice.waitFor();
    expect(await seen.notices(page).count()).toBe(1);
    await rename(`${program}.away`, program);
    await notice.getByRole('button', { name: 'Restart' }).click();
    expect(await until(async () => (await hover()).includes('memory'))).toBe(true);
  });
});
