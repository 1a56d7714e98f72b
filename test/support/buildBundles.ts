/** Builds the server and the command line into a temporary folder. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const BUILD = path.resolve(import.meta.dirname, '../../server/build.mjs');

export interface Bundles {
  /** The folder of the bundles, as deep below `root` as `dist` is in the package. */
  readonly folder: string;
  readonly server: string;
  readonly cli: string;
  /** What the build printed. */
  readonly output: string;
  readonly remove: () => void;
}

/** Builds the bundles, readable by every user. Takes a fraction of a second. */
export const buildBundles = (): Bundles => {
  const root = mkdtempSync(path.join(tmpdir(), 'xlcfg-bundles-'));
  const folder = path.join(root, 'dist');
  const output = execFileSync(process.execPath, [BUILD, folder], { encoding: 'utf8' });
  chmodSync(root, 0o755);
  return {
    folder,
    server: path.join(folder, 'server.cjs'),
    cli: path.join(folder, 'cli.cjs'),
    output,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};
