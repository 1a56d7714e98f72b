/**
 * Programs from a newer Debian than the machine's. They are downloaded by apt with a separate list of sources, so that
 * nothing on the machine changes, unpacked into a folder, and started with the libraries in that folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { debianArchive } from '../../../support/debianArchive.ts';

const CACHE = path.resolve(import.meta.dirname, '../../../../node_modules/.cache/xlcfg');
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** Downloads a package and all that it needs, down to the C library, as `.deb` files. */
const download = (suite: string, name: string, folder: string): string[] => {
  for (const part of ['etc/preferences.d', 'lists/partial', 'cache/archives/partial'])
    mkdirSync(path.join(folder, part), { recursive: true });
  writeFileSync(
    path.join(folder, 'etc/sources.list'),
    `deb [signed-by=${KEYRING}] ${debianArchive()} ${suite} main\n`,
  );
  writeFileSync(path.join(folder, 'status'), '');
  const options = [
    `Dir::Etc=${folder}/etc`,
    `Dir::State=${folder}`,
    `Dir::State::status=${folder}/status`,
    `Dir::Cache=${folder}/cache`,
    'APT::Install-Recommends=false',
    'APT::Sandbox::User=',
    'Acquire::Languages=none',
  ].flatMap((option) => ['-o', option]);
  run('apt-get', ...options, '-qq', 'update');
  run('apt-get', ...options, '-qq', '-y', '--download-only', 'install', name);
  const archives = path.join(folder, 'cache/archives');
  return readdirSync(archives)
    .filter((file) => file.endsWith('.deb'))
    .map((file) => path.join(archives, file));
};

/** The one file of a folder's folders whose name fits. */
const find = (folder: string, fits: RegExp): string => {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => fits.test(name));
  if (found === undefined) throw new Error(`${folder} has no ${fits.source}.`);
  return path.join(folder, found);
};

/**
 * The folder that stands for `/` of a package of another suite; made once, good for every run.
 *
 * @param program the path of its program below that folder, not through a link
 */
export const installFromSuite = (suite: string, name: string, program: string): string => {
  const root = path.join(CACHE, `${suite}-${name}`);
  if (existsSync(root)) return root;
  const making = `${root}.part`;
  rmSync(making, { recursive: true, force: true });
  const unpacked = path.join(making, 'root');
  mkdirSync(unpacked, { recursive: true });
  for (const file of download(suite, name, making)) run('dpkg-deb', '-x', file, unpacked);
  const loader = find(path.join(unpacked, 'usr/lib'), /^[^/]+\/ld-linux[^/]*\.so\.\d+$/);
  const place = (file: string): string => path.join(root, path.relative(unpacked, file));
  run(
    'patchelf',
    ...['--set-interpreter', place(loader), '--force-rpath', '--set-rpath', place(path.dirname(loader))],
    path.join(unpacked, program),
  );
  renameSync(unpacked, root);
  rmSync(making, { recursive: true, force: true });
  return root;
};
