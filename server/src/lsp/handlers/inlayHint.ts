import { inlayHints } from '@xlcfg/shared';
import { InlayHintRequest } from 'vscode-languageserver';
import { isRange } from '../params.ts';
import { documentRequest, type Handler } from './handler.ts';

export const inlayHintHandler: Handler<'inlayHintProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(InlayHintRequest.type, {
      emptyAnswer: [],
      validate: ({ range }) => isRange(range),
      ifStale: 'answer',
      answer: (document, { range }) => inlayHints(document, range),
    }),
  ],
};
