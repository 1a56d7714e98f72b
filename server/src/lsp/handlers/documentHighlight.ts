import { documentHighlights } from '@xlcfg/shared';
import { DocumentHighlightRequest } from 'vscode-languageserver';
import { isPosition } from '../params.ts';
import { documentRequest, type Handler } from './handler.ts';

export const documentHighlightHandler: Handler<'documentHighlightProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(DocumentHighlightRequest.type, {
      emptyAnswer: [],
      validate: ({ position }) => isPosition(position),
      ifStale: 'answer',
      answer: (document, { position }) => documentHighlights(document, position),
    }),
  ],
};
