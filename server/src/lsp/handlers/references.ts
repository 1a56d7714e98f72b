import { references } from '@xlcfg/shared';
import { type Location, type ReferenceParams, ReferencesRequest } from 'vscode-languageserver';
import { isPosition } from '../params.ts';
import { aboutDocument } from './handler.ts';
import { filesBeside } from './otherFiles.ts';

export const referencesHandler = aboutDocument<ReferenceParams, Location[]>({
  listen: (connection, answer) => connection.onRequest(ReferencesRequest.type, answer),
  capability: { referencesProvider: true },
  none: [],
  fits: ({ position, context }) => isPosition(position) && typeof context?.includeDeclaration === 'boolean',
  whenChanged: 'answer',
  answer: async (document, { position, context }, session) =>
    references(document, position, context.includeDeclaration, await filesBeside(document, session)),
});
