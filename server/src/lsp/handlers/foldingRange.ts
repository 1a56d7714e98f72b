import { foldingRanges } from '@xlcfg/shared';
import { FoldingRangeRequest } from 'vscode-languageserver';
import { documentRequest, type Handler } from './handler.ts';

export const foldingRangeHandler: Handler<'foldingRangeProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(FoldingRangeRequest.type, {
      emptyAnswer: [],
      ifStale: 'answer',
      answer: (document, _, { client: { foldsWholeLines, foldingLimit } }) =>
        foldingRanges(document, {
          lines: foldsWholeLines,
          ...(foldingLimit !== undefined && { limit: foldingLimit }),
        }),
    }),
  ],
};
