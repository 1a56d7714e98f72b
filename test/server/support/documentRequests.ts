/** Requests that are answered from the text of a document. */
import type { Position } from 'vscode-languageserver-protocol';
import type { AnnouncedProvider } from '../../../server/src/lsp/handlers/index.ts';

export interface DocumentRequest {
  readonly method: string;
  readonly params: (uri: string, position: Position, end: Position) => object;
}

const START: Position = { line: 0, character: 0 };

const positionParams = (uri: string, position: Position): object => ({ textDocument: { uri }, position });

const OPTIONS = { tabSize: 4, insertSpaces: true };

/** By the capability that announces them. A capability without a row doesn't compile. */
export const DOCUMENT_REQUESTS: Readonly<
  Record<Exclude<AnnouncedProvider, 'executeCommandProvider'>, readonly DocumentRequest[]>
> = {
  hoverProvider: [{ method: 'textDocument/hover', params: positionParams }],
  completionProvider: [{ method: 'textDocument/completion', params: positionParams }],
  signatureHelpProvider: [{ method: 'textDocument/signatureHelp', params: positionParams }],
  declarationProvider: [{ method: 'textDocument/declaration', params: positionParams }],
  definitionProvider: [{ method: 'textDocument/definition', params: positionParams }],
  referencesProvider: [
    {
      method: 'textDocument/references',
      params: (uri, position) => ({
        ...positionParams(uri, position),
        context: { includeDeclaration: true },
      }),
    },
  ],
  documentHighlightProvider: [{ method: 'textDocument/documentHighlight', params: positionParams }],
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
        // No refactorings: some of them generate random numbers, so that their answers differ.
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
      params: (uri, position) => ({ ...positionParams(uri, position), ch: '\n', options: OPTIONS }),
    },
  ],
  renameProvider: [{ method: 'textDocument/prepareRename', params: positionParams }],
  diagnosticProvider: [{ method: 'textDocument/diagnostic', params: (uri) => ({ textDocument: { uri } }) }],
  workspaceSymbolProvider: [{ method: 'workspace/symbol', params: () => ({ query: '' }) }],
};
