/**
 * Makes all packages of a release, their checksums and the files for registries in `dist`: `npm run dist [-- FOLDER]`. The same commit gives the
 * same bytes. Needs dpkg-deb, rpmbuild and GNU tar (on Debian, the package `rpm`), and what
 * `npm run dist:static` needs.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { version } from '../package.json';
import { ROOT } from './files.ts';
import { makeDeb } from './formats/deb.ts';
import { makeNpmPackage } from './formats/npm.ts';
import { makeRpm } from './formats/rpm.ts';
import { makeStatic } from './formats/static.ts';
import { makeTarball } from './formats/tarball.ts';
import { makeVsix } from './formats/vsix.ts';
import { registryFiles } from './registries/index.ts';
import { releaseUrl } from './registries/registry.ts';
import { epochOfRelease, type Release, run } from './release.ts';

// `vsce package` builds once more.
process.umask(0o022);

const output = path.resolve(ROOT, process.argv[2] ?? 'dist');
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

const release: Release = {
  output,
  work: mkdtempSync(path.join(tmpdir(), 'xlcfg-dist-')),
  epoch: epochOfRelease(),
};
try {
  run(release, 'npm', ['run', '--silent', 'build']);
  for (const make of [makeDeb, makeRpm, makeTarball, makeNpmPackage, makeVsix]) make(release);
  await makeStatic(release);
} finally {
  rmSync(release.work, { recursive: true, force: true });
}

const sumOf = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(path.join(output, name)))
    .digest('hex');

const names = readdirSync(output).sort();
writeFileSync(path.join(output, 'SHA256SUMS'), names.map((name) => `${sumOf(name)}  ${name}\n`).join(''));

const tarball = `xlcfg-${version}.tar.gz`;
for (const file of registryFiles({ url: releaseUrl(tarball), sha256: sumOf(tarball) })) {
  const target = path.join(output, 'registries', file.path);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, file.text);
}

for (const name of names) {
  process.stdout.write(`${name} ${(statSync(path.join(output, name)).size / 1024).toFixed(0)} KiB\n`);
}
