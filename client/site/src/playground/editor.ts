/** One editor for one file. */
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import type { LSPClient } from '@codemirror/lsp-client';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { hints, tokens } from './decorations.ts';
import { highlighting, xlLanguage } from './grammar.ts';

/** Must be that of the Content-Security-Policy, for the styles that CodeMirror adds. */
const STYLE_NONCE = 'xlcfg';

/**
 * Carriage returns stay, because xl rejects them. Only the pasted text of a Windows clipboard loses them: there they say
 * nothing about the file.
 */
const lineEndings: Extension = [
  EditorState.lineSeparator.of('\n'),
  EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
];

const SETUP: Extension = [
  lineEndings,
  EditorView.cspNonce.of(STYLE_NONCE),
  placeholder('Paste an xl config file, or choose an example.'),
  lineNumbers(),
  lintGutter(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  bracketMatching(),
  closeBrackets(),
  EditorView.lineWrapping,
  xlLanguage,
  highlighting,
  tokens.field,
  hints.field,
  keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
];

export const createEditor = (
  client: LSPClient,
  uri: string,
  name: string,
  text: string,
  parent: HTMLElement,
  extensions: Extension,
): EditorView =>
  new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        extensions,
        SETUP,
        EditorView.contentAttributes.of({ 'aria-label': `Text of ${name}` }),
        client.plugin(uri, 'xlcfg'),
      ],
    }),
  });
