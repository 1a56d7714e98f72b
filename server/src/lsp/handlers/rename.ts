import { filesToRename, prepareRename, rangeOf, rename, type XlDocument } from '@xlcfg/shared';
import { LSPErrorCodes, PrepareRenameRequest, RenameRequest, ResponseError } from 'vscode-languageserver';
import { openDecodedText } from '../../decodedText.ts';
import { adaptFileEdits } from '../adapt.ts';
import { isPosition } from '../params.ts';
import type { Session } from '../session.ts';
import { documentRequest, type Handler } from './handler.ts';
import { otherFilesOf } from './otherFiles.ts';

const reject = (reason: string): never => {
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
};

/** The document of another file: the open version, or the file on disk. */
const documentOf = async (uri: string, { documents, settings, host }: Session): Promise<XlDocument> => {
  const fileSettings = await settings.forDocument(uri);
  const open = documents.get(uri);
  if (open) return documents.analyze(open, fileSettings);
  const content = await host.files?.read(uri);
  if (content === undefined) return reject(`${uri} cannot be read, and the name is in it.`);
  return openDecodedText(uri, content, fileSettings);
};

const isCurrent = ({ text }: XlDocument, { documents }: Session): boolean =>
  (documents.get(text.uri) ?? text) === text;

export const renameHandler: Handler<'renameProvider'> = {
  capability: ({ preparesRename }) => (preparesRename ? { prepareProvider: true } : true),
  requests: [
    documentRequest(PrepareRenameRequest.type, {
      emptyAnswer: null,
      validate: ({ position }) => isPosition(position),
      ifStale: 'answer',
      answer: (document, { position }) => prepareRename(document, position),
    }),
    documentRequest(RenameRequest.type, {
      emptyAnswer: null,
      validate: ({ position, newName }) => isPosition(position) && typeof newName === 'string',
      ifStale: 'reject',
      answer: async (document, { position, newName }, session) => {
        // What is only displayed may be incomplete, but a name that stays in some files breaks them.
        if (session.workspace.isScanning()) {
          return reject(
            'The folders are still being searched for other files with this name. Try again soon.',
          );
        }
        const files = await otherFilesOf(document, session);
        const uris = filesToRename(document, position, files);
        const others = await Promise.all(uris.map((uri) => documentOf(uri, session)));
        if (![document, ...others].every((one) => isCurrent(one, session))) {
          throw new ResponseError(LSPErrorCodes.ContentModified, 'A document has changed.');
        }
        const renaming = rename(document, position, newName, others, files);
        if (renaming.kind === 'refused') return reject(renaming.reason);
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
  ],
};
