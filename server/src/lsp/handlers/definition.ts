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
import type { ClientFeatures } from '../client.ts';
import { isPosition } from '../params.ts';
import type { Session } from '../session.ts';
import { aboutDocument, type DocumentHandler } from './handler.ts';
import { filesBeside } from './otherFiles.ts';

type Found = Location[] | LocationLink[];

/** The answer to a client that takes links or only places. */
const answer =
  (takesLinks: (client: ClientFeatures) => boolean) =>
  async (document: XlDocument, { position }: TextDocumentPositionParams, session: Session): Promise<Found> =>
    adaptLinks(
      definition(document, position, await filesBeside(document, session)),
      takesLinks(session.client),
    );

const common: Pick<DocumentHandler<TextDocumentPositionParams, Found>, 'none' | 'fits' | 'whenChanged'> = {
  none: [],
  fits: ({ position }) => isPosition(position),
  whenChanged: 'answer',
};

export const definitionHandler = aboutDocument<DefinitionParams, Found>({
  ...common,
  listen: (connection, listener) => connection.onRequest(DefinitionRequest.type, listener),
  capability: { definitionProvider: true },
  answer: answer(({ definitionLinks }) => definitionLinks),
});

/** What is defined is declared there too. */
export const declarationHandler = aboutDocument<DeclarationParams, Found>({
  ...common,
  listen: (connection, listener) => connection.onRequest(DeclarationRequest.type, listener),
  capability: { declarationProvider: true },
  answer: answer(({ declarationLinks }) => declarationLinks),
});
