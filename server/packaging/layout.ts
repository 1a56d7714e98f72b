/** Where files go in the packages of each kind of system, below the root of the file system. */

export interface Layout {
  /** The interpreter of the programs. */
  readonly shebang: string;
  /** The folder of completions for zsh. */
  readonly zsh: string;
  /** A file that Emacs loads when it starts; undefined if there is none that a package may add. */
  readonly emacsStart?: string;
  /** The name of the changelog in the folder of documentation, and how it is written. */
  readonly changelog: 'CHANGELOG.md' | 'changelog.gz';
}

export const DEBIAN: Layout = {
  shebang: '#!/usr/bin/node',
  zsh: 'usr/share/zsh/vendor-completions',
  emacsStart: 'etc/emacs/site-start.d/50xlcfg.el',
  changelog: 'changelog.gz',
};

export const FEDORA: Layout = {
  shebang: '#!/usr/bin/node',
  zsh: 'usr/share/zsh/site-functions',
  emacsStart: 'usr/share/emacs/site-lisp/site-start.d/xlcfg-init.el',
  changelog: 'CHANGELOG.md',
};

/** For `/usr/local`, whatever the system. */
export const TARBALL: Layout = {
  shebang: '#!/usr/bin/env node',
  zsh: 'usr/share/zsh/site-functions',
  changelog: 'CHANGELOG.md',
};
