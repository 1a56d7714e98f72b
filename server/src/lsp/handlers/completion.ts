import { completion, resolveCompletion } from '@xlcfg/shared';
import { COMPLETION_TRIGGERS } from '@xlcfg/shared/start';
import {
  type CompletionContext,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
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

/** The typed character, where it alone made the client ask. Nothing in the context is relied on: clients may leave it out. */
const triggerOf = (context: unknown): string | undefined => {
  if (!isObject(context)) return undefined;
  const { triggerKind, triggerCharacter } = context as Partial<CompletionContext>;
  return triggerKind === CompletionTriggerKind.TriggerCharacter ? triggerCharacter : undefined;
};

export const completionHandler: Handler<'completionProvider'> = {
  capability: () => ({ resolveProvider: true, triggerCharacters: [...COMPLETION_TRIGGERS] }),
  requests: [
    documentRequest(CompletionRequest.type, {
      emptyAnswer: [],
      validate: ({ position }) => isPosition(position),
      ifStale: 'answer',
      answer: (document, { position, context }, { client, host, workspace, folderContents }) => {
        const trigger = triggerOf(context);
        const list = completion(document, position, {
          ...(trigger !== undefined && { trigger }),
          insertsSnippets: client.insertsSnippets,
          ...(client.suggestCommand !== undefined && { suggestCommand: client.suggestCommand }),
          random: host.randomBytes,
          // Without waiting for a scan: the user is typing.
          workspace: () => workspace.current,
          folderContents,
        });
        return adaptCompletion(list, client);
      },
    }),
    resolveRequest,
  ],
};
