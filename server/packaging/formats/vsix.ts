/** The extension for VS Code and its relatives, by vsce. */
import path from 'node:path';
import { version } from '../../package.json';
import { ROOT } from '../files.ts';
import { type Release, run } from '../release.ts';

/** Makes `xlcfg-VERSION.vsix`. */
export const makeVsix = (release: Release): void => {
  const file = path.join(release.output, `xlcfg-${version}.vsix`);
  run(release, 'npx', ['vsce', 'package', '--out', file], path.join(ROOT, 'client'));
};
