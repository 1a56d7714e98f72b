/** The files for `/usr/local` or any other prefix, by tar. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { version } from '../../package.json';
import { installedFiles } from '../files.ts';
import { TARBALL } from '../layout.ts';
import { type Release, run } from '../release.ts';
import { stage } from '../stage.ts';

/** Makes `xlcfg-VERSION.tar.gz`, with everything in the folder `xlcfg-VERSION`. */
export const makeTarball = (release: Release): void => {
  const name = `xlcfg-${version}`;
  const root = path.join(release.work, 'tarball');
  stage(root, installedFiles(TARBALL, release.epoch), release.epoch);
  renameSync(path.join(root, 'usr'), path.join(root, name));
  const tar = path.join(release.work, `${name}.tar`);
  const same = [
    '--sort=name',
    `--mtime=@${release.epoch}`,
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--format=ustar',
  ];
  run(release, 'tar', [...same, '-C', root, '-cf', tar, name]);
  writeFileSync(path.join(release.output, `${name}.tar.gz`), gzipSync(readFileSync(tar), { level: 9 }));
};
