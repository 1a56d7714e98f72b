import { semanticTokens, semanticTokensEdits, semanticTokensIn, type XlDocument } from '@xlcfg/shared';
import { SEMANTIC_TOKENS_LEGEND } from '@xlcfg/shared/start';
import {
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { isRange } from '../params.ts';
import type { Session } from '../session.ts';
import { documentRequest, type Handler } from './handler.ts';

const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;

/** Caches the tokens for a later delta request, unless the document was closed meanwhile. */
const fullAnswer = (
  { text }: XlDocument,
  data: number[],
  { documents, semanticTokens: cache }: Session,
): SemanticTokens =>
  documents.get(text.uri) === undefined ? { data } : { resultId: cache.store(text.uri, data), data };

export const semanticTokensHandler: Handler<'semanticTokensProvider'> = {
  capability: () => ({
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: { delta: true },
    range: true,
  }),
  requests: [
    documentRequest(SemanticTokensRequest.type, {
      emptyAnswer: { data: [] },
      ifStale: 'answer',
      answer: (document, _, session) => fullAnswer(document, semanticTokens(document), session),
    }),
    documentRequest(SemanticTokensDeltaRequest.type, {
      emptyAnswer: { data: [] },
      validate: ({ previousResultId }) => typeof previousResultId === 'string',
      ifStale: 'answer',
      answer: (document, { previousResultId }, session) => {
        const before = session.semanticTokens.get(document.text.uri, previousResultId);
        const data = semanticTokens(document);
        const { resultId } = fullAnswer(document, data, session);
        if (before === undefined || resultId === undefined) {
          return { data, ...(resultId !== undefined && { resultId }) };
        }
        return { resultId, edits: semanticTokensEdits(before, data) };
      },
    }),
    documentRequest(SemanticTokensRangeRequest.type, {
      emptyAnswer: { data: [] },
      validate: ({ range }) => isRange(range),
      ifStale: 'answer',
      answer: (document, { range }) => ({ data: semanticTokensIn(document, range) }),
    }),
  ],
};
