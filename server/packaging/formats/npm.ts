/** The package for npm, by npm itself, which gives all files the same time. */
import path from 'node:path';
import { ROOT } from '../files.ts';
import { setModes } from '../modes.ts';
import { type Release, run } from '../release.ts';

const SERVER = path.join(ROOT, 'server');

/** Makes `xlcfg-VERSION.tgz`. */
export const makeNpmPackage = (release: Release): void => {
  const pack = (...options: readonly string[]): string => run(release, 'npm', ['pack', ...options], SERVER);
  const [packed]: readonly { readonly files: readonly { readonly path: string }[] }[] = JSON.parse(
    pack('--dry-run', '--json'),
  );
  setModes(SERVER, packed?.files.map((file) => file.path) ?? []);
  pack('--silent', '--pack-destination', release.output);
};
