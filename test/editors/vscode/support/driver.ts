/** Packages the driver extension, which runs functions of the tests in the extension host. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { DRIVER } from './paths.ts';

/** Writes the package into the folder. Returns its path. */
export const packDriver = async (folder: string): Promise<string> => {
  const source = path.join(folder, 'driver');
  const vsix = path.join(folder, 'driver.vsix');
  await mkdir(source);
  await build({
    entryPoints: [path.join(DRIVER, 'driver.ts')],
    outfile: path.join(source, 'driver.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  await copyFile(path.join(DRIVER, 'package.json'), path.join(source, 'package.json'));
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix];
  await promisify(execFile)(process.execPath, [vsce, 'package', ...options], { cwd: source });
  return vsix;
};
