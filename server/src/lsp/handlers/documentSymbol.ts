import { documentSymbols } from '@xlcfg/shared';
import { DocumentSymbolRequest } from 'vscode-languageserver';
import { adaptSymbols } from '../adapt.ts';
import { documentRequest, type Handler } from './handler.ts';

export const documentSymbolHandler: Handler<'documentSymbolProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(DocumentSymbolRequest.type, {
      emptyAnswer: [],
      ifStale: 'answer',
      answer: (document, { textDocument }, { client }) =>
        adaptSymbols(documentSymbols(document), textDocument.uri, client),
    }),
  ],
};
