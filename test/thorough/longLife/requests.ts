/** Every request about a document, with the capability that announces it. */
import type { Position, ServerCapabilities } from 'vscode-languageserver-protocol';

export interface Asked {
  readonly method: string;
  readonly params: (uri: string, position: Position, end: Position) => object;
}

const START: Position = { line: 0, character: 0 };

const whole = (uri: string, position: Position): object => ({ textDocument: { uri }, position });

const OPTIONS = { tabSize: 4, insertSpaces: true };

/** What a client asks about a document, by the capability. */
export const REQUESTS: Readonly<Partial<Record<keyof ServerCapabilities, readonly Asked[]>>> = {
  hoverProvider: [{ method: 'textDocument/hover', params: whole }],
  completionProvider: [{ method: 'textDocument/completion', params: whole }],
  signatureHelpProvider: [{ method: 'textDocument/signatureHelp', params: whole }],
  declarationProvider: [{ method: 'textDocument/declaration', params: whole }],
  definitionProvider: [{ method: 'textDocument/definition', params: whole }],
  referencesProvider: [
    {
      method: 'textDocument/references',
      params: (uri, position) => ({ ...whole(uri, position), context: { includeDeclaration: true } }),
    },
  ],
  documentHighlightProvider: [{ method: 'textDocument/documentHighlight', params: whole }],
  documentSymbolProvider: [
    { method: 'textDocument/documentSymbol', params: (uri) => ({ textDocument: { uri } }) },
  ],
  documentLinkProvider: [
    { method: 'textDocument/documentLink', params: (uri) => ({ textDocument: { uri } }) },
  ],
  foldingRangeProvider: [
    { method: 'textDocument/foldingRange', params: (uri) => ({ textDocument: { uri } }) },
  ],
  selectionRangeProvider: [
    {
      method: 'textDocument/selectionRange',
      params: (uri, position) => ({ textDocument: { uri }, positions: [START, position] }),
    },
  ],
  inlayHintProvider: [
    {
      method: 'textDocument/inlayHint',
      params: (uri, _, end) => ({ textDocument: { uri }, range: { start: START, end } }),
    },
  ],
  semanticTokensProvider: [
    { method: 'textDocument/semanticTokens/full', params: (uri) => ({ textDocument: { uri } }) },
    {
      method: 'textDocument/semanticTokens/range',
      params: (uri, position) => ({ textDocument: { uri }, range: { start: START, end: position } }),
    },
  ],
  codeActionProvider: [
    {
      method: 'textDocument/codeAction',
      params: (uri, position) => ({
        textDocument: { uri },
        range: { start: position, end: position },
        // What is made with random numbers is never the same.
        context: { diagnostics: [], only: ['quickfix', 'source.fixAll'] },
      }),
    },
  ],
  documentFormattingProvider: [
    {
      method: 'textDocument/formatting',
      params: (uri) => ({ textDocument: { uri }, options: OPTIONS }),
    },
  ],
  documentRangeFormattingProvider: [
    {
      method: 'textDocument/rangeFormatting',
      params: (uri, position) => ({
        textDocument: { uri },
        range: { start: START, end: position },
        options: OPTIONS,
      }),
    },
  ],
  documentOnTypeFormattingProvider: [
    {
      method: 'textDocument/onTypeFormatting',
      params: (uri, position) => ({ ...whole(uri, position), ch: '\n', options: OPTIONS }),
    },
  ],
  renameProvider: [{ method: 'textDocument/prepareRename', params: whole }],
  diagnosticProvider: [{ method: 'textDocument/diagnostic', params: (uri) => ({ textDocument: { uri } }) }],
  workspaceSymbolProvider: [{ method: 'workspace/symbol', params: () => ({ query: '' }) }],
};

/** Announced, and not about what a document says. */
export const NOT_ASKED: readonly (keyof ServerCapabilities)[] = [
  'positionEncoding',
  'textDocumentSync',
  'workspace',
  'executeCommandProvider',
];
