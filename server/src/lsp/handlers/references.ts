import { references } from '@xlcfg/shared';
import { ReferencesRequest } from 'vscode-languageserver';
import { isPosition } from '../params.ts';
import { documentRequest, type Handler } from './handler.ts';
import { otherFilesOf } from './otherFiles.ts';

export const referencesHandler: Handler<'referencesProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(ReferencesRequest.type, {
      emptyAnswer: [],
      validate: ({ position, context }) =>
        isPosition(position) && typeof context?.includeDeclaration === 'boolean',
      ifStale: 'answer',
      answer: async (document, { position, context }, session) =>
        references(document, position, context.includeDeclaration, await otherFilesOf(document, session)),
    }),
  ],
};
