import { completion, resolveCompletion } from '@xlcfg/shared';
import {
  type CompletionItem,
  type CompletionParams,
  CompletionRequest,
  CompletionResolveRequest,
  ErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { adaptCompletion, adaptResolved } from '../adapt.ts';
import { isObject, isPosition } from '../params.ts';
import { documentRequest, type Handler } from './feature.ts';

export const completionHandler = documentRequest<CompletionParams, CompletionItem[]>({
  listen: (connection, answer) => connection.onRequest(CompletionRequest.type, answer),
  capability: {
    completionProvider: { resolveProvider: true, triggerCharacters: ['"', "'", '=', ',', '[', ' '] },
  },
  emptyAnswer: [],
  validate: ({ position }) => isPosition(position),
  ifStale: 'answer',
  answer: (document, { position }, { client }) => adaptCompletion(completion(document, position), client),
});

export const completionResolveHandler: Handler = {
  capability: () => ({}),
  register: (connection, { client }, guard) => {
    connection.onRequest(CompletionResolveRequest.type, (item) => {
      guard();
      if (!isObject(item)) throw new ResponseError(ErrorCodes.InvalidParams, 'The item is missing.');
      return adaptResolved(resolveCompletion(item), client);
    });
  },
};
