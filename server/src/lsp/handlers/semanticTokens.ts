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
import { aboutDocument } from './handler.ts';

const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;

/** The tokens, kept for the next request unless the document was closed meanwhile. */
const fullAnswer = ({ text }: XlDocument, data: number[], { documents, tokens }: Session): SemanticTokens =>
  documents.get(text.uri) === undefined ? { data } : { resultId: tokens.keep(text.uri, data), data };

export const semanticTokensHandler = aboutDocument<SemanticTokensParams, SemanticTokens>({
  listen: (connection, answer) => connection.onRequest(SemanticTokensRequest.type, answer),
  capability: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  },
  none: { data: [] },
  whenChanged: 'answer',
  answer: (document, _, session) => fullAnswer(document, semanticTokens(document), session),
});

export const semanticTokensDeltaHandler = aboutDocument<
  SemanticTokensDeltaParams,
  SemanticTokens | SemanticTokensDelta
>({
  listen: (connection, answer) => connection.onRequest(SemanticTokensDeltaRequest.type, answer),
  capability: {},
  none: { data: [] },
  fits: ({ previousResultId }) => typeof previousResultId === 'string',
  whenChanged: 'answer',
  answer: (document, { previousResultId }, session) => {
    const before = session.tokens.kept(document.text.uri, previousResultId);
    const data = semanticTokens(document);
    const { resultId } = fullAnswer(document, data, session);
    if (before === undefined || resultId === undefined) {
      return { data, ...(resultId !== undefined && { resultId }) };
    }
    return { resultId, edits: semanticTokensEdits(before, data) };
  },
});

export const semanticTokensRangeHandler = aboutDocument<SemanticTokensRangeParams, SemanticTokens>({
  listen: (connection, answer) => connection.onRequest(SemanticTokensRangeRequest.type, answer),
  capability: {},
  none: { data: [] },
  fits: ({ range }) => isRange(range),
  whenChanged: 'answer',
  answer: (document, { range }) => ({ data: semanticTokensIn(document, range) }),
});
