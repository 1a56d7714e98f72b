import { completion, resolveCompletion } from '@xlcfg/shared';
import {
  CompletionRequest,
  CompletionResolveRequest,
  ErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { isObject } from '../../guards.ts';
import { adaptCompletion, adaptResolvedItem } from '../adapt.ts';
import { isPosition } from '../params.ts';
import { documentRequest, type Handler, type RequestRegistration } from './handler.ts';

const resolveRequest: RequestRegistration = (connection, { client }, assertRunning) => {
  connection.onRequest(CompletionResolveRequest.type, (item) => {
    assertRunning();
    if (!isObject(item)) throw new ResponseError(ErrorCodes.InvalidParams, 'The item is missing.');
    return adaptResolvedItem(resolveCompletion(item), client);
  });
};

export const completionHandler: Handler<'completionProvider'> = {
  capability: () => ({ resolveProvider: true, triggerCharacters: ['"', "'", '=', ',', '[', ' '] }),
  requests: [
    documentRequest(CompletionRequest.type, {
      emptyAnswer: [],
      validate: ({ position }) => isPosition(position),
      ifStale: 'answer',
      answer: (document, { position }, { client }) => adaptCompletion(completion(document, position), client),
    }),
    resolveRequest,
  ],
};
