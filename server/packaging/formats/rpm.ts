/** The package for Fedora, its relatives and openSUSE, by rpmbuild. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { engines, homepage, version } from '../../package.json';
import { wrap } from '../../src/cli/command/wrap.ts';
import { installedFiles, ROOT } from '../files.ts';
import { FEDORA } from '../layout.ts';
import { MAINTAINER } from '../maintainer.ts';
import { type Release, run } from '../release.ts';
import { stage } from '../stage.ts';
import { LONG_DESCRIPTION, SUMMARY } from '../texts.ts';

const TEMPLATE = path.join(ROOT, 'server/packaging/rpm/xlcfg.spec.in');

/** The folders above a file, from `usr` on. */
const foldersAbove = (file: string): string[] =>
  file
    .split('/')
    .slice(0, -1)
    .map((_, index, names) => names.slice(0, index + 1).join('/'));

/** The folders that no package of the system has, whatever is installed. */
const isOwn = (folder: string): boolean => /xlcfg|nvim|ale_linters/.test(folder);

/** The files of the package, and its own folders: an erased package leaves no other ones. */
const listed = (paths: readonly string[]): string =>
  [
    ...new Set(
      paths
        .flatMap(foldersAbove)
        .filter(isOwn)
        .map((folder) => `%dir /${folder}`),
    ),
    ...paths.map((file) => `${file.startsWith('usr/share/doc/') ? '%doc ' : ''}/${file}`),
  ].join('\n');

/** Makes `xlcfg-VERSION-1.noarch.rpm`. */
export const makeRpm = (release: Release): void => {
  const files = installedFiles(FEDORA, release.epoch);
  const top = path.join(release.work, 'rpm');
  const root = path.join(release.work, 'rpm-root');
  stage(root, files, release.epoch);
  mkdirSync(top, { recursive: true });
  const values: Readonly<Record<string, string>> = {
    VERSION: version,
    SUMMARY,
    HOMEPAGE: homepage,
    NODE: /\d+/.exec(engines.node)?.[0] ?? '',
    MAINTAINER,
    DESCRIPTION: LONG_DESCRIPTION.map((paragraph) => wrap(paragraph, 78)).join('\n\n'),
    STAGE: root,
    FILES: listed(files.map((file) => file.path)),
  };
  const spec = path.join(top, 'xlcfg.spec');
  const template = readFileSync(TEMPLATE, 'utf8');
  writeFileSync(
    spec,
    template.replace(/@([A-Z]+)@/g, (_, name: string) => values[name] ?? ''),
  );
  run(release, 'rpmbuild', ['-bb', '--quiet', '--define', `_topdir ${top}`, spec]);
  const name = `xlcfg-${version}-1.noarch.rpm`;
  copyFileSync(path.join(top, 'RPMS/noarch', name), path.join(release.output, name));
};
