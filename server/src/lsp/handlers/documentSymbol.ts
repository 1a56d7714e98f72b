import { documentSymbols } from '@xlcfg/shared';
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  DocumentSymbolRequest,
  type SymbolInformation,
} from 'vscode-languageserver';
import { adaptSymbols } from '../adapt.ts';
import { aboutDocument } from './handler.ts';

export const documentSymbolHandler = aboutDocument<
  DocumentSymbolParams,
  DocumentSymbol[] | SymbolInformation[]
>({
  listen: (connection, answer) => connection.onRequest(DocumentSymbolRequest.type, answer),
  capability: { documentSymbolProvider: true },
  none: [],
  whenChanged: 'answer',
  answer: (document, { textDocument }, { client }) =>
    adaptSymbols(documentSymbols(document), textDocument.uri, client),
});
