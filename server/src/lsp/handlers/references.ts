import { references } from '@xlcfg/shared';
import { type Location, type ReferenceParams, ReferencesRequest } from 'vscode-languageserver';
import { isPosition } from '../params.ts';
import { documentRequest } from './feature.ts';
import { otherFilesOf } from './otherFiles.ts';

export const referencesHandler = documentRequest<ReferenceParams, Location[]>({
  listen: (connection, answer) => connection.onRequest(ReferencesRequest.type, answer),
  capability: { referencesProvider: true },
  emptyAnswer: [],
  validate: ({ position, context }) =>
    isPosition(position) && typeof context?.includeDeclaration === 'boolean',
  ifStale: 'answer',
  answer: async (document, { position, context }, session) =>
    references(document, position, context.includeDeclaration, await otherFilesOf(document, session)),
});
