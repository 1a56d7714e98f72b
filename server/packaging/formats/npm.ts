/** The package for npm, by npm itself, which gives all files the same time. */
import path from 'node:path';
import { ROOT } from '../files.ts';
import { type Release, run } from '../release.ts';

/** Makes `xlcfg-VERSION.tgz`. */
export const makeNpmPackage = (release: Release): void => {
  run(release, 'npm', ['pack', '--silent', '--pack-destination', release.output], path.join(ROOT, 'server'));
};
