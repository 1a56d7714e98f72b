import { selectionRanges } from '@xlcfg/shared';
import { type SelectionRange, type SelectionRangeParams, SelectionRangeRequest } from 'vscode-languageserver';
import { isPosition } from '../params.ts';
import { documentRequest } from './feature.ts';

export const selectionRangeHandler = documentRequest<SelectionRangeParams, SelectionRange[] | null>({
  listen: (connection, answer) => connection.onRequest(SelectionRangeRequest.type, answer),
  capability: { selectionRangeProvider: true },
  // One range for each position is wanted, or none at all.
  emptyAnswer: null,
  validate: ({ positions }) => Array.isArray(positions) && positions.every((one) => isPosition(one)),
  ifStale: 'answer',
  answer: (document, { positions }) => selectionRanges(document, positions),
});
