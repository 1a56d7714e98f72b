import { definition } from '@xlcfg/shared';
import {
  type DeclarationParams,
  DeclarationRequest,
  type DefinitionParams,
  DefinitionRequest,
  type Location,
  type LocationLink,
} from 'vscode-languageserver';
import { adaptLinks } from '../adapt.ts';
import { isPosition } from '../params.ts';
import { aboutDocument } from './handler.ts';
import { filesBeside } from './otherFiles.ts';

type Found = Location[] | LocationLink[];

export const definitionHandler = aboutDocument<DefinitionParams, Found>({
  listen: (connection, answer) => connection.onRequest(DefinitionRequest.type, answer),
  capability: { definitionProvider: true },
  none: [],
  fits: ({ position }) => isPosition(position),
  whenChanged: 'answer',
  answer: async (document, { position }, session) =>
    adaptLinks(
      definition(document, position, await filesBeside(document, session)),
      session.client.definitionLinks,
    ),
});

/** What is defined is declared there too. */
export const declarationHandler = aboutDocument<DeclarationParams, Found>({
  listen: (connection, answer) => connection.onRequest(DeclarationRequest.type, answer),
  capability: { declarationProvider: true },
  none: [],
  fits: ({ position }) => isPosition(position),
  whenChanged: 'answer',
  answer: async (document, { position }, session) =>
    adaptLinks(
      definition(document, position, await filesBeside(document, session)),
      session.client.declarationLinks,
    ),
});
