/** A session of VS Code: code-server, a browser page, and access to the extension host. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type CodeServer, startCodeServer } from './codeServer.ts';
import { packDriver } from './driver.ts';
import { hostAt, type RunInHost } from './host.ts';
import { pictureOf, VSIX } from './paths.ts';
import { SETTINGS } from './settings.ts';
import { until } from './until.ts';

export interface Session {
  readonly page: Page;
  /** The workspace folder. */
  readonly workspace: string;
  /** The folder of the installed extension under test. */
  readonly extension: string;
  /** Process id of code-server, the ancestor of all other processes. */
  readonly pid: number;
  readonly host: RunInHost;
  /** Takes a screenshot of the page. */
  readonly picture: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface Wishes {
  /** The files of the workspace, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** User settings in addition to those of the suite. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

const writeFiles = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
};

/** The folder of the extension under test among all installed extensions. */
const installed = async (folder: string): Promise<string> => {
  const name = (await readdir(folder)).find((one) => one.startsWith('xlcfg.vscode-xlcfg-'));
  if (name === undefined) throw new Error(`The package was not installed into ${folder}.`);
  return path.join(folder, name);
};

/** Starts a session in its own folders, with the extension under test installed. The caller stops it. */
export const startSession = async ({ files, settings = {} }: Wishes): Promise<Session> => {
  if (!existsSync(VSIX)) throw new Error(`${VSIX} is not there: npm run build && npm run package`);
  const root = await mkdtemp(path.join(tmpdir(), 'xlcfg-vscode-'));
  const at = (name: string): string => path.join(root, name);
  const folders = { root, workspace: at('guests'), userData: at('data'), home: at('home') };
  const socket = at('driver.sock');
  const serve = async (): Promise<CodeServer> => {
    await writeFiles(folders.workspace, files);
    await writeFiles(root, {
      'config.yaml': 'auth: none\ncert: false\n',
      'data/User/settings.json': JSON.stringify({ ...SETTINGS, ...settings }),
      'home/.keep': '',
    });
    return startCodeServer(folders, [VSIX, await packDriver(root)], { XLCFG_TEST_SOCKET: socket });
  };
  const starting = [startBrowser(root), serve()] as const;
  const stop = async (): Promise<void> => {
    // A failed start has been reported by the caller that waited for it.
    await starting[0].then((browser) => browser.close()).catch(() => {});
    await starting[1].then((server) => server.stop()).catch(() => {});
    await rm(root, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const [browser, server] = await Promise.all(starting);
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(server.url, { waitUntil: 'domcontentloaded' });
    if (!(await until(() => existsSync(socket)))) throw new Error('The extension host did not start.');
    return {
      page,
      workspace: folders.workspace,
      extension: await installed(at('extensions')),
      pid: server.pid,
      host: hostAt(socket),
      picture: async (name) => {
        await page.screenshot({ path: pictureOf(name) });
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
