/** The extension for VS Code and its relatives, by vsce. */
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import { ROOT } from '../files.ts';
import { type Release, run } from '../release.ts';

const CLIENT = path.join(ROOT, 'client');

/** Makes `xlcfg-VERSION.vsix`. */
export const makeVsix = (release: Release): void => {
  // The archive has the modes of the files, which depend on the umask of whoever cloned and built.
  for (const name of run(release, 'npx', ['vsce', 'ls'], CLIENT).trim().split('\n')) {
    chmodSync(path.join(CLIENT, name), 0o644);
  }
  const file = path.join(release.output, `xlcfg-${version}.vsix`);
  run(release, 'npx', ['vsce', 'package', '--out', file], CLIENT);
};
