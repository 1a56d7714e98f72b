import { documentHighlights } from '@xlcfg/shared';
import {
  type DocumentHighlight,
  type DocumentHighlightParams,
  DocumentHighlightRequest,
} from 'vscode-languageserver';
import { isPosition } from '../params.ts';
import { aboutDocument } from './handler.ts';

export const documentHighlightHandler = aboutDocument<DocumentHighlightParams, DocumentHighlight[]>({
  listen: (connection, answer) => connection.onRequest(DocumentHighlightRequest.type, answer),
  capability: { documentHighlightProvider: true },
  none: [],
  fits: ({ position }) => isPosition(position),
  whenChanged: 'answer',
  answer: (document, { position }) => documentHighlights(document, position),
});
