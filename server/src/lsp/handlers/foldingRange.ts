import { foldingRanges } from '@xlcfg/shared';
import { type FoldingRange, type FoldingRangeParams, FoldingRangeRequest } from 'vscode-languageserver';
import { aboutDocument } from './handler.ts';

export const foldingRangeHandler = aboutDocument<FoldingRangeParams, FoldingRange[]>({
  listen: (connection, answer) => connection.onRequest(FoldingRangeRequest.type, answer),
  capability: { foldingRangeProvider: true },
  none: [],
  whenChanged: 'answer',
  answer: (document, _, { client: { foldsLines, foldingLimit } }) =>
    foldingRanges(document, {
      lines: foldsLines,
      ...(foldingLimit !== undefined && { limit: foldingLimit }),
    }),
});
