/**
 * Installs `code-server`, VS Code as a web page, from the npm registry into the cache. Its own install script downloads
 * from other hosts, so it is replaced here.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { CACHE } from './paths.ts';

const execute = promisify(execFile);

/** Contains VS Code 1.100.3, and runs on Node 20. */
const VERSION = '4.100.3';

const ENTRY = 'node_modules/code-server/out/node/entry.js';
const VSCODE = 'node_modules/code-server/lib/vscode';

/** Builds the native modules. The copy inside npm cannot be used from outside of it. */
const NODE_GYP = '11.5.0';

/** The native modules, with additional options for their build. */
const NATIVE: Readonly<Record<string, readonly string[]>> = {
  'node_modules/argon2': ['--module_name=argon2', '--module_path=../lib/binding/napi-v3'],
  [`${VSCODE}/node_modules/@vscode/spdlog`]: [],
  [`${VSCODE}/node_modules/native-watchdog`]: [],
  [`${VSCODE}/node_modules/node-pty`]: [],
};

/** The headers of this Node, if they are installed; otherwise they are downloaded. */
const headers = (): readonly string[] => {
  const folder = path.resolve(path.dirname(process.execPath), '..');
  return existsSync(path.join(folder, 'include/node/node.h')) ? [`--nodedir=${folder}`] : [];
};

const install = async (folder: string): Promise<void> => {
  // The environment may contain settings of the npm that runs the tests.
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = { ...Object.fromEntries(own), FORCE_NODE_VERSION: '' };
  const run = (program: string, args: readonly string[], cwd: string) =>
    execute(program, args, { cwd: path.join(folder, cwd), env, maxBuffer: 2 ** 26 });
  const npm = (cwd: string, ...args: readonly string[]) =>
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], cwd);
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }');
  await npm('.', `code-server@${VERSION}`, `node-gyp@${NODE_GYP}`);
  await npm(VSCODE, '--omit=dev');
  await npm(`${VSCODE}/extensions`, '--omit=dev');
  const gyp = path.join(folder, 'node_modules/node-gyp/bin/node-gyp.js');
  for (const [part, variables] of Object.entries(NATIVE)) {
    await run(process.execPath, [gyp, 'rebuild', ...headers(), ...variables], part);
  }
  const ripgrep = path.join(folder, VSCODE, 'node_modules/@vscode/ripgrep/bin');
  await mkdir(ripgrep, { recursive: true });
  await symlink('/usr/bin/rg', path.join(ripgrep, 'rg'));
};

/** The entry point of code-server. Installs it if necessary, which takes a minute and 320 MB. */
export const codeServerEntry = async (): Promise<string> => {
  const folder =
    process.env.XLCFG_CODE_SERVER ??
    path.join(CACHE, `code-server-${VERSION}-node${process.versions.modules}`);
  const entry = path.join(folder, ENTRY);
  if (existsSync(entry)) return entry;
  await mkdir(CACHE, { recursive: true });
  // Whole or not at all: a run that is stopped leaves no half installation behind under the name.
  const partial = await mkdtemp(path.join(CACHE, 'partial-'));
  try {
    await install(partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  return entry;
};
