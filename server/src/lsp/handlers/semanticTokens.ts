import { semanticTokens, semanticTokensEdits, semanticTokensIn, type XlDocument } from '@xlcfg/shared';
import { SEMANTIC_TOKENS_LEGEND } from '@xlcfg/shared/start';
import {
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  SemanticTokensDeltaRequest,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { isRange } from '../params.ts';
import type { Session } from '../session.ts';
import { documentRequest } from './feature.ts';

const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;

/** The tokens, kept for the next request unless the document was closed meanwhile. */
const fullAnswer = (
  { text }: XlDocument,
  data: number[],
  { documents, semanticTokens: tokens }: Session,
): SemanticTokens =>
  documents.get(text.uri) === undefined ? { data } : { resultId: tokens.store(text.uri, data), data };

export const semanticTokensHandler = documentRequest<SemanticTokensParams, SemanticTokens>({
  listen: (connection, answer) => connection.onRequest(SemanticTokensRequest.type, answer),
  capability: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  },
  emptyAnswer: { data: [] },
  ifStale: 'answer',
  answer: (document, _, session) => fullAnswer(document, semanticTokens(document), session),
});

export const semanticTokensDeltaHandler = documentRequest<
  SemanticTokensDeltaParams,
  SemanticTokens | SemanticTokensDelta
>({
  listen: (connection, answer) => connection.onRequest(SemanticTokensDeltaRequest.type, answer),
  capability: {},
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
});

export const semanticTokensRangeHandler = documentRequest<SemanticTokensRangeParams, SemanticTokens>({
  listen: (connection, answer) => connection.onRequest(SemanticTokensRangeRequest.type, answer),
  capability: {},
  emptyAnswer: { data: [] },
  validate: ({ range }) => isRange(range),
  ifStale: 'answer',
  answer: (document, { range }) => ({ data: semanticTokensIn(document, range) }),
});
