import { definition, type XlDocument } from '@xlcfg/shared';
import {
  type DeclarationParams,
  DeclarationRequest,
  type DefinitionParams,
  DefinitionRequest,
  type Location,
  type LocationLink,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { adaptLinks } from '../adapt.ts';
import type { ClientSupport } from '../clientSupport.ts';
import { isPosition } from '../params.ts';
import type { Session } from '../session.ts';
import { type DocumentRequest, documentRequest } from './feature.ts';
import { otherFilesOf } from './otherFiles.ts';

type Found = Location[] | LocationLink[];

/** The answer to a client that takes links or only places. */
const answer =
  (takesLinks: (client: ClientSupport) => boolean) =>
  async (document: XlDocument, { position }: TextDocumentPositionParams, session: Session): Promise<Found> =>
    adaptLinks(
      definition(document, position, await otherFilesOf(document, session)),
      takesLinks(session.client),
    );

const common: Pick<
  DocumentRequest<TextDocumentPositionParams, Found>,
  'emptyAnswer' | 'validate' | 'ifStale'
> = {
  emptyAnswer: [],
  validate: ({ position }) => isPosition(position),
  ifStale: 'answer',
};

export const definitionHandler = documentRequest<DefinitionParams, Found>({
  ...common,
  listen: (connection, listener) => connection.onRequest(DefinitionRequest.type, listener),
  capability: { definitionProvider: true },
  answer: answer(({ definitionLinks }) => definitionLinks),
});

/** What is defined is declared there too. */
export const declarationHandler = documentRequest<DeclarationParams, Found>({
  ...common,
  listen: (connection, listener) => connection.onRequest(DeclarationRequest.type, listener),
  capability: { declarationProvider: true },
  answer: answer(({ declarationLinks }) => declarationLinks),
});
