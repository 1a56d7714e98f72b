/** A registry of npm packages that has xlcfg as it would be published, and nothing else. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { built } from '../../support/built.ts';

const SERVER = path.resolve(import.meta.dirname, '../../../server');
const PROGRAM = path.join(import.meta.dirname, 'serveRegistry.mjs');

export interface Registry {
  readonly url: string;
  readonly stop: () => void;
}

/**
 * Packs xlcfg, and starts the registry in its own process: tests wait for npm without handling events.
 *
 * @param folder where the package is put together
 */
export const startRegistry = async (folder: string): Promise<Registry> => {
  mkdirSync(folder);
  for (const name of ['bin', 'docs', 'man', 'package.json', 'README.md']) {
    cpSync(path.join(SERVER, name), path.join(folder, name), { recursive: true });
  }
  cpSync(built.folder, path.join(folder, 'dist'), { recursive: true });
  execFileSync('npm', ['pack', '--silent'], { cwd: folder, stdio: 'ignore' });
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${String(port).trim()}/`, stop: () => child.kill() };
};
