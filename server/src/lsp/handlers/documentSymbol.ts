import { documentSymbols } from '@xlcfg/shared';
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  DocumentSymbolRequest,
  type SymbolInformation,
} from 'vscode-languageserver';
import { adaptSymbols } from '../adapt.ts';
import { documentRequest } from './feature.ts';

export const documentSymbolHandler = documentRequest<
  DocumentSymbolParams,
  DocumentSymbol[] | SymbolInformation[]
>({
  listen: (connection, answer) => connection.onRequest(DocumentSymbolRequest.type, answer),
  capability: { documentSymbolProvider: true },
  emptyAnswer: [],
  ifStale: 'answer',
  answer: (document, { textDocument }, { client }) =>
    adaptSymbols(documentSymbols(document), textDocument.uri, client),
});
