import { inlayHints } from '@xlcfg/shared';
import { type InlayHint, type InlayHintParams, InlayHintRequest } from 'vscode-languageserver';
import { isRange } from '../params.ts';
import { documentRequest } from './feature.ts';

export const inlayHintHandler = documentRequest<InlayHintParams, InlayHint[]>({
  listen: (connection, answer) => connection.onRequest(InlayHintRequest.type, answer),
  capability: { inlayHintProvider: true },
  emptyAnswer: [],
  validate: ({ range }) => isRange(range),
  ifStale: 'answer',
  answer: (document, { range }) => inlayHints(document, range),
});
