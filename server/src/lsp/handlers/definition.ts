import { definition, type XlDocument } from '@xlcfg/shared';
import {
  DeclarationRequest,
  DefinitionRequest,
  type Location,
  type LocationLink,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { adaptLinks } from '../adapt.ts';
import type { ClientSupport } from '../clientSupport.ts';
import { isPosition } from '../params.ts';
import type { Session } from '../session.ts';
import { type DocumentRequest, documentRequest, type Handler } from './handler.ts';
import { otherFilesOf } from './otherFiles.ts';

const request = (
  acceptsLinks: (client: ClientSupport) => boolean,
): DocumentRequest<TextDocumentPositionParams, Location[] | LocationLink[]> => ({
  emptyAnswer: [],
  validate: ({ position }) => isPosition(position),
  ifStale: 'answer',
  answer: async (document: XlDocument, { position }, session: Session) =>
    adaptLinks(
      definition(document, position, await otherFilesOf(document, session)),
      acceptsLinks(session.client),
    ),
});

export const definitionHandler: Handler<'definitionProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(
      DefinitionRequest.type,
      request(({ definitionLinks }) => definitionLinks),
    ),
  ],
};

/** Symbols are declared where they are defined. */
export const declarationHandler: Handler<'declarationProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(
      DeclarationRequest.type,
      request(({ declarationLinks }) => declarationLinks),
    ),
  ],
};
