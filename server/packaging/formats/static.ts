/**
 * The programs for hosts without Node: one file that contains QuickJS, from the source package of Debian 13, and both
 * programs as its bytecode. The server is what runs under the name `xlcfg-language-server`.
 */
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import { ROOT } from '../files.ts';
import { type Release, run, runTogether } from '../release.ts';

/** The version of Debian's source package, which names the bytes: apt checks them against Debian's signature. */
const QUICKJS = '2025.04.26-1';
const ENGINE = '2025.04.26';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Architectures as `uname -m` names them, and the prefix of the compiler for each. */
const TARGETS = { x86_64: 'x86_64-linux-gnu-', aarch64: 'aarch64-linux-gnu-' };

/** The sources of the engine itself, without its command line. */
const SOURCES = ['quickjs.c', 'dtoa.c', 'libregexp.c', 'libunicode.c', 'cutils.c', 'quickjs-libc.c'];

/** The modules that `engine/main.c` adds. The second name of each is for the compiler's own main function, which is left out. */
const MODULES = ['qjs:std,std', 'qjs:os,os', 'xlcfg:native,native'];

/** The archive of Debian that the machine's own packages come from. */
const debianArchive = (release: Release): string => {
  const uris = run(release, 'apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages']);
  const found = uris.split('\n').find((uri) => /\/debian\/?$/.test(uri));
  if (found === undefined) throw new Error('None of the sources of apt is an archive of Debian.');
  return found;
};

/** Fetches the sources with an apt that knows nothing but Debian 13's, and returns their folder. */
const fetchEngine = (release: Release, work: string): string => {
  const sources = path.join(work, 'sources.list');
  mkdirSync(path.join(work, 'lists/partial'), { recursive: true });
  mkdirSync(path.join(work, 'cache/archives/partial'), { recursive: true });
  writeFileSync(sources, `deb-src [signed-by=${KEYRING}] ${debianArchive(release)} trixie main\n`);
  const options = {
    'APT::Sandbox::User': 'root',
    'Dir::Cache': path.join(work, 'cache'),
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': path.join(work, 'lists'),
  };
  const settings = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  run(release, 'apt-get', ['-qq', ...settings, 'update'], work);
  run(release, 'apt-get', ['-qq', ...settings, 'source', '--download-only', `quickjs=${QUICKJS}`], work);
  run(release, 'tar', ['-xf', `quickjs_${ENGINE}.orig.tar.xz`], work);
  return path.join(work, `quickjs-${ENGINE}`);
};

/** Makes `xlcfg-VERSION-linux-ARCHITECTURE` for each architecture. */
export const makeStatic = async (release: Release): Promise<void> => {
  const work = path.join(release.work, 'static');
  mkdirSync(work);
  const engine = fetchEngine(release, work);
  // The compiler to bytecode runs once: optimizing it takes far longer.
  run(release, 'make', ['-C', engine, 'qjsc', 'CFLAGS_OPT=$(CFLAGS) -O0'], work);
  run(release, process.execPath, [path.join(ROOT, 'server/buildEngine.mjs'), path.join(work, 'xlcfg.js')]);
  const modules = MODULES.flatMap((name) => ['-M', name]);
  run(
    release,
    path.join(engine, 'qjsc'),
    ['-c', '-m', '-N', 'program', ...modules, '-o', 'program.c', 'xlcfg.js'],
    work,
  );
  // Paths of this machine must not be in the result.
  const same = [`-ffile-prefix-map=${engine}=quickjs`, `-ffile-prefix-map=${ROOT}=xlcfg`];
  const defines = ['-D_GNU_SOURCE', `-DCONFIG_VERSION="${ENGINE}"`];
  const sources = [
    path.join(ROOT, 'server/engine/main.c'),
    'program.c',
    ...SOURCES.map((name) => path.join(engine, name)),
  ];
  // The engine contains a loader of shared libraries, which is never called.
  const quiet = ['-w', '-Wl,--no-warnings'];
  const link = ['-static', '-s', '-Wl,--build-id=none', '-lm', '-lpthread', '-ldl'];
  const options = ['-O2', '-fwrapv', ...quiet, ...same, ...defines, `-I${engine}`];
  const targets = Object.entries(TARGETS).map(([architecture, prefix]) => ({
    compiler: `${prefix}gcc`,
    file: path.join(release.output, `xlcfg-${version}-linux-${architecture}`),
  }));
  await runTogether(
    release,
    targets.map(({ compiler, file }) => [compiler, ...options, '-o', file, ...sources, ...link]),
    work,
  );
  for (const { file } of targets) chmodSync(file, 0o755);
};

/** The names of the programs in a folder. */
export const staticNames = (output: string): string[] =>
  readdirSync(output).filter((name) => /-linux-(?:x86_64|aarch64)$/.test(name));
