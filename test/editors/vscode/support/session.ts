/** A session of VS Code: a server, a page that shows it, and a way into its extension host. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { startCodeServer } from './codeServer.ts';
import { packDriver } from './driver.ts';
import { hostAt, type RunInHost } from './host.ts';
import { SCREENSHOTS, VSIX } from './paths.ts';
import { SETTINGS } from './settings.ts';
import { until } from './until.ts';

export interface Session {
  readonly page: Page;
  /** The folder that is open. */
  readonly workspace: string;
  /** Process of the editor's server, the ancestor of all it started. */
  readonly pid: number;
  readonly host: RunInHost;
  /** Writes a picture of the page. */
  readonly picture: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface Wishes {
  /** The files of the workspace, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Settings of the person beside those of the suite. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

const writeFiles = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
};

/** Starts a session in folders of its own, with the package under test installed. Whoever starts it stops it. */
export const startSession = async ({ files, settings = {} }: Wishes): Promise<Session> => {
  if (!existsSync(VSIX)) throw new Error(`${VSIX} is not there: npm run build && npm run package`);
  const root = await mkdtemp(path.join(tmpdir(), 'xlcfg-vscode-'));
  const at = (name: string): string => path.join(root, name);
  const folders = { root, workspace: at('guests'), userData: at('data'), home: at('home') };
  const undo: (() => Promise<unknown>)[] = [() => rm(root, { recursive: true, force: true, maxRetries: 10 })];
  const stop = async (): Promise<void> => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    await writeFiles(folders.workspace, files);
    await writeFiles(root, {
      'config.yaml': 'auth: none\ncert: false\n',
      'data/User/settings.json': JSON.stringify({ ...SETTINGS, ...settings }),
      'home/.keep': '',
    });
    const socket = at('driver.sock');
    const server = await startCodeServer(folders, [VSIX, await packDriver(root)], {
      XLCFG_TEST_SOCKET: socket,
    });
    undo.push(server.stop);
    const browser = await startBrowser(root);
    undo.push(() => browser.close());
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(server.url, { waitUntil: 'domcontentloaded' });
    if (!(await until(() => existsSync(socket)))) throw new Error('The extension host did not start.');
    return {
      page,
      workspace: folders.workspace,
      pid: server.pid,
      host: hostAt(socket),
      picture: async (name) => {
        await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
