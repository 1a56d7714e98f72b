/** The features of the protocol: each capability has a row, so that a missing one doesn't compile. */
import { codeActionHandler } from './codeAction.ts';
import { completionHandler } from './completion.ts';
import { declarationHandler, definitionHandler } from './definition.ts';
import { diagnosticHandler } from './diagnostic.ts';
import { documentHighlightHandler } from './documentHighlight.ts';
import { documentLinkHandler } from './documentLink.ts';
import { documentSymbolHandler } from './documentSymbol.ts';
import { executeCommandHandler } from './executeCommand.ts';
import { foldingRangeHandler } from './foldingRange.ts';
import { documentFormattingHandler, onTypeFormattingHandler, rangeFormattingHandler } from './formatting.ts';
import type { Handler, ProviderName } from './handler.ts';
import { hoverHandler } from './hover.ts';
import { inlayHintHandler } from './inlayHint.ts';
import { referencesHandler } from './references.ts';
import { renameHandler } from './rename.ts';
import { selectionRangeHandler } from './selectionRange.ts';
import { semanticTokensHandler } from './semanticTokens.ts';
import { signatureHelpHandler } from './signatureHelp.ts';
import { workspaceSymbolHandler } from './workspaceSymbol.ts';

/** By capability; null for a feature that the server doesn't have. */
export const HANDLERS = {
  callHierarchyProvider: null,
  codeActionProvider: codeActionHandler,
  codeLensProvider: null,
  colorProvider: null,
  completionProvider: completionHandler,
  declarationProvider: declarationHandler,
  definitionProvider: definitionHandler,
  diagnosticProvider: diagnosticHandler,
  documentFormattingProvider: documentFormattingHandler,
  documentHighlightProvider: documentHighlightHandler,
  documentLinkProvider: documentLinkHandler,
  documentOnTypeFormattingProvider: onTypeFormattingHandler,
  documentRangeFormattingProvider: rangeFormattingHandler,
  documentSymbolProvider: documentSymbolHandler,
  executeCommandProvider: executeCommandHandler,
  foldingRangeProvider: foldingRangeHandler,
  hoverProvider: hoverHandler,
  implementationProvider: null,
  inlayHintProvider: inlayHintHandler,
  inlineCompletionProvider: null,
  inlineValueProvider: null,
  linkedEditingRangeProvider: null,
  monikerProvider: null,
  referencesProvider: referencesHandler,
  renameProvider: renameHandler,
  selectionRangeProvider: selectionRangeHandler,
  semanticTokensProvider: semanticTokensHandler,
  signatureHelpProvider: signatureHelpHandler,
  typeDefinitionProvider: null,
  typeHierarchyProvider: null,
  workspaceSymbolProvider: workspaceSymbolHandler,
} as const satisfies { readonly [Name in ProviderName]: Handler<Name> | null };

/** The capabilities that the server announces, at least to some clients. */
export type AnnouncedProvider = {
  [Name in ProviderName]: (typeof HANDLERS)[Name] extends null ? never : Name;
}[ProviderName];
