import {
  filesToRename,
  openDocument,
  prepareRename,
  type RenamePlace,
  rangeOf,
  rename,
  type XlDocument,
} from '@xlcfg/shared';
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  PrepareRenameRequest,
  type RenameParams,
  RenameRequest,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { adaptFileEdits } from '../adapt.ts';
import { isPosition } from '../params.ts';
import type { Session } from '../session.ts';
import { documentRequest, type Handler } from './feature.ts';
import { otherFilesOf } from './otherFiles.ts';

const refuse = (reason: string): never => {
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
};

/** The document of another file: as it is open, or as it is on the disk. */
const documentOf = async (
  uri: string,
  { documents, settings: configuration, host }: Session,
): Promise<XlDocument> => {
  const settings = await configuration.forDocument(uri);
  const open = documents.get(uri);
  if (open) return documents.analyze(open, settings);
  const text = await host.files?.read(uri);
  if (text === undefined) return refuse(`${uri} cannot be read, and the name is in it.`);
  return openDocument(TextDocument.create(uri, 'xlcfg', 0, text), settings);
};

const isCurrent = ({ text }: XlDocument, { documents }: Session): boolean =>
  (documents.get(text.uri) ?? text) === text;

export const prepareRenameHandler = documentRequest<PrepareRenameParams, RenamePlace | null>({
  listen: (connection, answer) => connection.onRequest(PrepareRenameRequest.type, answer),
  capability: {},
  emptyAnswer: null,
  validate: ({ position }) => isPosition(position),
  ifStale: 'answer',
  answer: (document, { position }) => prepareRename(document, position),
});

export const renameHandler: Handler = {
  ...documentRequest<RenameParams, WorkspaceEdit | null>({
    listen: (connection, answer) => connection.onRequest(RenameRequest.type, answer),
    capability: {},
    emptyAnswer: null,
    validate: ({ position, newName }) => isPosition(position) && typeof newName === 'string',
    ifStale: 'refuse',
    answer: async (document, { position, newName }, session) => {
      const files = await otherFilesOf(document, session);
      const uris = filesToRename(document, position, files);
      const others = await Promise.all(uris.map((uri) => documentOf(uri, session)));
      if (![document, ...others].every((one) => isCurrent(one, session))) {
        throw new ResponseError(LSPErrorCodes.ContentModified, 'A document has changed.');
      }
      const renaming = rename(document, position, newName, others, files);
      if (renaming.kind === 'refused') return refuse(renaming.reason);
      return adaptFileEdits(
        renaming.files.map(({ doc, edits }) => ({
          uri: doc.text.uri,
          version: session.documents.get(doc.text.uri)?.version ?? null,
          edits: edits.map((edit) => ({ range: rangeOf(doc, edit), newText: edit.newText })),
        })),
        session.client,
      );
    },
  }),
  capability: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
};
