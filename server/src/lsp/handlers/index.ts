/** The requests that the server answers. One file and one line a feature. */
import { codeActionHandler } from './codeAction.ts';
import { completionHandler, completionResolveHandler } from './completion.ts';
import { declarationHandler, definitionHandler } from './definition.ts';
import { pullDiagnosticsHandler } from './diagnostic.ts';
import { documentHighlightHandler } from './documentHighlight.ts';
import { documentLinkHandler } from './documentLink.ts';
import { documentSymbolHandler } from './documentSymbol.ts';
import { executeCommandHandler } from './executeCommand.ts';
import type { Handler } from './feature.ts';
import { foldingRangeHandler } from './foldingRange.ts';
import {
  documentFormattingHandler,
  onTypeFormattingHandler,
  rangeFormattingHandler,
  rangesFormattingHandler,
} from './formatting.ts';
import { hoverHandler } from './hover.ts';
import { inlayHintHandler } from './inlayHint.ts';
import { referencesHandler } from './references.ts';
import { prepareRenameHandler, renameHandler } from './rename.ts';
import { selectionRangeHandler } from './selectionRange.ts';
import {
  semanticTokensDeltaHandler,
  semanticTokensHandler,
  semanticTokensRangeHandler,
} from './semanticTokens.ts';
import { signatureHelpHandler } from './signatureHelp.ts';
import { workspaceSymbolHandler } from './workspaceSymbol.ts';

export const HANDLERS: readonly Handler[] = [
  codeActionHandler,
  completionHandler,
  completionResolveHandler,
  declarationHandler,
  definitionHandler,
  documentFormattingHandler,
  documentHighlightHandler,
  documentLinkHandler,
  documentSymbolHandler,
  executeCommandHandler,
  foldingRangeHandler,
  hoverHandler,
  inlayHintHandler,
  onTypeFormattingHandler,
  prepareRenameHandler,
  pullDiagnosticsHandler,
  rangeFormattingHandler,
  rangesFormattingHandler,
  referencesHandler,
  renameHandler,
  semanticTokensDeltaHandler,
  semanticTokensHandler,
  semanticTokensRangeHandler,
  signatureHelpHandler,
  selectionRangeHandler,
  workspaceSymbolHandler,
];
