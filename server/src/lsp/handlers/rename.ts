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
import { aboutDocument, type Handler } from './handler.ts';
import { filesBeside } from './otherFiles.ts';

const refuse = (reason: string): never => {
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
};

/** The document of another file: as it is open, or as it is on the disk. */
const documentOf = async (uri: string, { documents, configuration, host }: Session): Promise<XlDocument> => {
  const settings = await configuration.of(uri);
  const open = documents.get(uri);
  if (open) return documents.analysis(open, settings);
  const text = await host.files?.read(uri);
  if (text === undefined) return refuse(`${uri} cannot be read, and the name is in it.`);
  return openDocument(TextDocument.create(uri, 'xlcfg', 0, text), settings);
};

const isCurrent = ({ text }: XlDocument, { documents }: Session): boolean =>
  (documents.get(text.uri) ?? text) === text;

export const prepareRenameHandler = aboutDocument<PrepareRenameParams, RenamePlace | null>({
  listen: (connection, answer) => connection.onRequest(PrepareRenameRequest.type, answer),
  capability: {},
  none: null,
  fits: ({ position }) => isPosition(position),
  whenChanged: 'answer',
  answer: (document, { position }) => prepareRename(document, position),
});

export const renameHandler: Handler = {
  ...aboutDocument<RenameParams, WorkspaceEdit | null>({
    listen: (connection, answer) => connection.onRequest(RenameRequest.type, answer),
    capability: {},
    none: null,
    fits: ({ position, newName }) => isPosition(position) && typeof newName === 'string',
    whenChanged: 'refuse',
    answer: async (document, { position, newName }, session) => {
      const files = await filesBeside(document, session);
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
