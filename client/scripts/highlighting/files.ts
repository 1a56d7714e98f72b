/** The generated files for highlighting without a server. */
import { emacsMode } from './emacs.ts';
import { emacsStart } from './emacsStart.ts';
import { nanoSyntax } from './nano.ts';
import { textMateGrammar } from './textMate.ts';
import { vimFtdetect, vimFtplugin } from './vimFiletype.ts';
import { vimSyntax } from './vimSyntax.ts';
import { vocabulary } from './vocabulary.ts';

export interface GeneratedFile {
  /** Relative to the client's folder. */
  readonly path: string;
  readonly text: string;
}

export const highlightingFiles = (): readonly GeneratedFile[] => {
  const words = vocabulary();
  return [
    { path: 'syntaxes/xlcfg.tmLanguage.json', text: textMateGrammar(words) },
    { path: 'editors/vim/syntax/xlcfg.vim', text: vimSyntax(words) },
    { path: 'editors/vim/ftdetect/xlcfg.vim', text: vimFtdetect() },
    { path: 'editors/emacs/xlcfg-mode.el', text: emacsMode(words) },
    { path: 'editors/emacs/site-start.el', text: emacsStart() },
    { path: 'editors/nano/xlcfg.nanorc', text: nanoSyntax(words) },
    { path: 'editors/vim/ftplugin/xlcfg.vim', text: vimFtplugin() },
  ];
};
