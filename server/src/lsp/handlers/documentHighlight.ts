import { documentHighlights } from '@xlcfg/shared';
import {
  type DocumentHighlight,
  type DocumentHighlightParams,
  DocumentHighlightRequest,
  Position,
} from 'vscode-languageserver';
import { aboutDocument } from './handler.ts';

export const documentHighlightHandler = aboutDocument<DocumentHighlightParams, DocumentHighlight[]>({
  listen: (connection, answer) => connection.onRequest(DocumentHighlightRequest.type, answer),
  capability: { documentHighlightProvider: true },
  none: [],
  fits: ({ position }) => Position.is(position),
  whenChanged: 'answer',
  answer: (document, { position }) => documentHighlights(document, position),
});
