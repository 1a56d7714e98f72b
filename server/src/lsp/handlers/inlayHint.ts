import { inlayHints } from '@xlcfg/shared';
import { type InlayHint, type InlayHintParams, InlayHintRequest } from 'vscode-languageserver';
import { isRange } from '../params.ts';
import { aboutDocument } from './handler.ts';

export const inlayHintHandler = aboutDocument<InlayHintParams, InlayHint[]>({
  listen: (connection, answer) => connection.onRequest(InlayHintRequest.type, answer),
  capability: { inlayHintProvider: true },
  none: [],
  fits: ({ range }) => isRange(range),
  whenChanged: 'answer',
  answer: (document, { range }) => inlayHints(document, range),
});
