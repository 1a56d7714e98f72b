import { foldingRanges } from '@xlcfg/shared';
import { type FoldingRange, type FoldingRangeParams, FoldingRangeRequest } from 'vscode-languageserver';
import { documentRequest } from './feature.ts';

export const foldingRangeHandler = documentRequest<FoldingRangeParams, FoldingRange[]>({
  listen: (connection, answer) => connection.onRequest(FoldingRangeRequest.type, answer),
  capability: { foldingRangeProvider: true },
  emptyAnswer: [],
  ifStale: 'answer',
  answer: (document, _, { client: { foldsWholeLines: foldsLines, foldingLimit } }) =>
    foldingRanges(document, {
      lines: foldsLines,
      ...(foldingLimit !== undefined && { limit: foldingLimit }),
    }),
});
