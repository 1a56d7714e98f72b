/** What a package installs: one table, from which all packages of systems are made. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { COMMANDS } from '../src/cli/commands.ts';
import { COMPLETION_SCRIPTS } from '../src/cli/completions/shells.ts';
import { debianChangelog } from './debian/changelog.ts';
import { debianCopyright } from './debian/copyright.ts';
import type { Layout } from './layout.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A file or a symbolic link, by its path below the root of the file system. */
export type InstalledFile =
  | { readonly path: string; readonly content: Buffer | string; readonly executable?: boolean }
  | { readonly path: string; readonly link: string };

const read = (name: string): Buffer => readFileSync(path.join(ROOT, name));

/** The file of the repository, at a path of the package. */
const copied = (to: string, from: string): InstalledFile => ({ path: to, content: read(from) });

/** All files of a folder of the repository, at any depth. */
const folder = (to: string, from: string): InstalledFile[] =>
  readdirSync(path.join(ROOT, from), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(ROOT, from), path.join(entry.parentPath, entry.name)))
    .map((name) => copied(path.posix.join(to, name), path.join(from, name)));

const gzipped = (to: string, content: Buffer | string): InstalledFile => ({
  path: `${to}.gz`,
  content: gzipSync(content, { level: 9 }),
});

const PROGRAMS = ['xlcfg', 'xlcfg-language-server'];
const HOME = 'usr/share/xlcfg';
const DOCS = 'usr/share/doc/xlcfg';

const programFiles = (name: string, { shebang }: Layout): InstalledFile[] => [
  {
    path: `${HOME}/bin/${name}.cjs`,
    content: read(`server/bin/${name}.cjs`).toString().replace(/^#!.*/, shebang),
    executable: true,
  },
  { path: `usr/bin/${name}`, link: `../share/xlcfg/bin/${name}.cjs` },
  gzipped(`usr/share/man/man1/${name}.1`, read(`server/man/${name}.1`)),
];

const completions = ({ zsh }: Layout): InstalledFile[] => [
  { path: 'usr/share/bash-completion/completions/xlcfg', content: COMPLETION_SCRIPTS.bash(COMMANDS) },
  { path: `${zsh}/_xlcfg`, content: COMPLETION_SCRIPTS.zsh(COMMANDS) },
  { path: 'usr/share/fish/vendor_completions.d/xlcfg.fish', content: COMPLETION_SCRIPTS.fish(COMMANDS) },
];

const VIM = 'client/editors/vim';

/** Vim doesn't read what is for Neovim alone, and the other way round. */
const isFor =
  (editor: 'vim' | 'nvim') =>
  ({ path: name }: InstalledFile): boolean =>
    editor === 'nvim' || !name.endsWith('.lua');

const editorFiles = ({ emacsStart }: Layout): InstalledFile[] => [
  ...folder('usr/share/vim/vimfiles', VIM).filter(isFor('vim')),
  ...folder('usr/share/nvim/site', VIM).filter(isFor('nvim')),
  copied('usr/share/emacs/site-lisp/xlcfg-mode.el', 'client/editors/emacs/xlcfg-mode.el'),
  ...(emacsStart === undefined ? [] : [copied(emacsStart, 'client/editors/emacs/site-start.el')]),
  copied('usr/share/nano/xlcfg.nanorc', 'client/editors/nano/xlcfg.nanorc'),
  copied(`${HOME}/xlcfg.tmLanguage.json`, 'client/syntaxes/xlcfg.tmLanguage.json'),
];

const documentation = ({ changelog }: Layout, epoch: number): InstalledFile[] => {
  const markdown = read('CHANGELOG.md').toString();
  return [
    ...folder(`${HOME}/docs`, 'server/docs'),
    // The programs read the pages, so they are not in the folder that an administrator may leave out.
    { path: `${DOCS}/docs`, link: '../../xlcfg/docs' },
    copied(`${DOCS}/README.md`, 'server/README.md'),
    copied(`${DOCS}/examples/web1.cfg`, 'server/examples/web1.cfg'),
    changelog === 'changelog.gz'
      ? gzipped(`${DOCS}/changelog`, debianChangelog(markdown, epoch))
      : { path: `${DOCS}/${changelog}`, content: markdown },
    {
      path: `${DOCS}/copyright`,
      content: debianCopyright(
        read('LICENSE').toString(),
        read('server/dist/THIRD_PARTY_NOTICES.txt').toString(),
      ),
    },
  ];
};

/**
 * The files of a package. The bundles must be built.
 *
 * @param epoch when the version was made, in seconds since 1970
 */
export const installedFiles = (layout: Layout, epoch: number): InstalledFile[] => [
  ...PROGRAMS.flatMap((name) => programFiles(name, layout)),
  copied(`${HOME}/package.json`, 'server/package.json'),
  copied(`${HOME}/bin/start.cjs`, 'server/bin/start.cjs'),
  ...['cli', 'server', 'language'].map((name) =>
    copied(`${HOME}/dist/${name}.cjs`, `server/dist/${name}.cjs`),
  ),
  ...completions(layout),
  ...editorFiles(layout),
  ...documentation(layout, epoch),
];
