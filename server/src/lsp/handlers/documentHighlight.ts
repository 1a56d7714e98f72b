import { documentHighlights } from '@xlcfg/shared';
import {
  type DocumentHighlight,
  type DocumentHighlightParams,
  DocumentHighlightRequest,
} from 'vscode-languageserver';
import { isPosition } from '../params.ts';
import { documentRequest } from './feature.ts';

export const documentHighlightHandler = documentRequest<DocumentHighlightParams, DocumentHighlight[]>({
  listen: (connection, answer) => connection.onRequest(DocumentHighlightRequest.type, answer),
  capability: { documentHighlightProvider: true },
  emptyAnswer: [],
  validate: ({ position }) => isPosition(position),
  ifStale: 'answer',
  answer: (document, { position }) => documentHighlights(document, position),
});
