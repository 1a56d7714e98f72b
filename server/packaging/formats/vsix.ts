/** The extension for VS Code and its relatives, by vsce. */
import path from 'node:path';
import { version } from '../../package.json';
import { ROOT } from '../files.ts';
import { setModes } from '../modes.ts';
import { type Release, run } from '../release.ts';

const CLIENT = path.join(ROOT, 'client');

/** Makes `xlcfg-VERSION.vsix`. */
export const makeVsix = (release: Release): void => {
  setModes(CLIENT, run(release, 'npx', ['vsce', 'ls', '--no-dependencies'], CLIENT).trim().split('\n'));
  const file = path.join(release.output, `xlcfg-${version}.vsix`);
  run(release, 'npx', ['vsce', 'package', '--out', file], CLIENT);
};
