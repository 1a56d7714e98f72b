/** How the packages are described. */
import { NEWEST_XEN_VERSION, OLDEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';

/** One line, a noun phrase, without a full stop. */
export const SUMMARY = 'checker and language server for xl config files';

/** Paragraphs. */
export const LONG_DESCRIPTION: readonly string[] = [
  `xlcfg predicts what xl makes of a guest's config file: which settings it rejects, silently ignores or reads in another way than the file says. It knows every option and device string of Xen ${OLDEST_XEN_VERSION} to ${NEWEST_XEN_VERSION}, and rewrites deprecated ones without changing what xl reads.`,
  'The package contains the command xlcfg, a language server for editors, and syntax highlighting for Vim, Neovim, Emacs and nano. It needs neither Xen nor a network connection.',
];
