import { selectionRanges } from '@xlcfg/shared';
import { SelectionRangeRequest } from 'vscode-languageserver';
import { isPosition } from '../params.ts';
import { documentRequest, type Handler } from './handler.ts';

export const selectionRangeHandler: Handler<'selectionRangeProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(SelectionRangeRequest.type, {
      // Not an empty list: the protocol wants one range for each position, or null.
      emptyAnswer: null,
      validate: ({ positions }) => Array.isArray(positions) && positions.every((one) => isPosition(one)),
      ifStale: 'answer',
      answer: (document, { positions }) => selectionRanges(document, positions),
    }),
  ],
};
