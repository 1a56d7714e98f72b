/** The package for Debian and its relatives, by dpkg-deb. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { engines, homepage, version } from '../../package.json';
import { wrap } from '../../src/cli/command/wrap.ts';
import { type InstalledFile, installedFiles } from '../files.ts';
import { DEBIAN } from '../layout.ts';
import { MAINTAINER } from '../maintainer.ts';
import { type Release, run } from '../release.ts';
import { stage } from '../stage.ts';
import { LONG_DESCRIPTION, SUMMARY } from '../texts.ts';

const sizeOf = (file: InstalledFile): number => ('link' in file ? 0 : Buffer.byteLength(file.content));

/** In KiB: each file in whole blocks of 1 KiB, as dpkg counts. */
const installedSize = (files: readonly InstalledFile[]): number =>
  files.reduce((total, file) => total + Math.ceil(sizeOf(file) / 1024), 0);

const control = (files: readonly InstalledFile[]): string => `Package: xlcfg
Version: ${version}
Architecture: all
Maintainer: ${MAINTAINER}
Installed-Size: ${installedSize(files)}
Depends: nodejs (>= ${/\d+/.exec(engines.node)?.[0]})
Suggests: vim | neovim | emacs
Enhances: xen-utils-common, vim, neovim, emacs, nano
Section: utils
Priority: optional
Homepage: ${homepage}
Description: ${SUMMARY}
${LONG_DESCRIPTION.map((paragraph) => wrap(paragraph, 78).replace(/^/gm, ' ')).join('\n .\n')}
`;

const md5sums = (files: readonly InstalledFile[]): string =>
  files
    .flatMap((file) =>
      'link' in file ? [] : [`${createHash('md5').update(file.content).digest('hex')}  ${file.path}\n`],
    )
    .join('');

/** Files in /etc, which dpkg doesn't overwrite if the administrator has changed them. */
const conffiles = (files: readonly InstalledFile[]): string =>
  files
    .filter((file) => file.path.startsWith('etc/'))
    .map((file) => `/${file.path}\n`)
    .join('');

/** Makes `xlcfg_VERSION_all.deb`. */
export const makeDeb = (release: Release): void => {
  const files = installedFiles(DEBIAN, release.epoch);
  const root = path.join(release.work, 'deb');
  const metadata: InstalledFile[] = [
    { path: 'DEBIAN/control', content: control(files) },
    { path: 'DEBIAN/md5sums', content: md5sums(files) },
    { path: 'DEBIAN/conffiles', content: conffiles(files) },
  ];
  stage(root, [...files, ...metadata], release.epoch);
  const deb = path.join(release.output, `xlcfg_${version}_all.deb`);
  // xz, which every version of dpkg since 2010 can unpack; one thread, as the bytes depend on their number.
  run(release, 'dpkg-deb', ['--root-owner-group', '-Zxz', '--threads-max=1', '--build', root, deb]);
};
