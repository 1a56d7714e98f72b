import { selectionRanges } from '@xlcfg/shared';
import { type SelectionRange, type SelectionRangeParams, SelectionRangeRequest } from 'vscode-languageserver';
import { isPosition } from '../params.ts';
import { aboutDocument } from './handler.ts';

export const selectionRangeHandler = aboutDocument<SelectionRangeParams, SelectionRange[] | null>({
  listen: (connection, answer) => connection.onRequest(SelectionRangeRequest.type, answer),
  capability: { selectionRangeProvider: true },
  // One range for each position is wanted, or none at all.
  none: null,
  fits: ({ positions }) => Array.isArray(positions) && positions.every((one) => isPosition(one)),
  whenChanged: 'answer',
  answer: (document, { positions }) => selectionRanges(document, positions),
});
