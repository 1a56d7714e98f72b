/** What a handler is: the requests of one feature, and the capability that announces them. */

import type { XlDocument } from '@xlcfg/shared';
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { throwIfCancelled } from '../cancellation.ts';
import type { ClientSupport } from '../clientSupport.ts';
import { yieldToEventLoop } from '../scheduling.ts';
import type { Session } from '../session.ts';

export interface Handler {
  /** What `initialize` answers about it; nothing for a client that has no use for it. */
  readonly capability: (client: ClientSupport) => ServerCapabilities;
  readonly register: (connection: Connection, session: Session, guard: Guard) => void;
}

/** Refuses where the server is in no state to answer: throws the error that the client gets. */
export type Guard = () => void;

export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface DocumentRequest<P, R> {
  /** Registers what answers the request. */
  readonly listen: (
    connection: Connection,
    answer: (params: P, token: CancellationToken) => Promise<R>,
  ) => void;
  readonly capability: ServerCapabilities;
  /** The answer where there is no such document or it is no guest's configuration. */
  readonly emptyAnswer: R;
  /** Whether the parameters, apart from the document, are what the protocol says. Absent: there are none. */
  readonly validate?: (params: P) => boolean;
  /**
   * What becomes of the answer if the document has changed since the request came in. One that is shown is good for
   * the version that was asked about; one that is applied must not be: its places may have moved.
   */
  readonly ifStale: 'answer' | 'refuse';
  readonly answer: (document: XlDocument, params: P, session: Session) => R | Promise<R>;
}

/** The URI of the document that the parameters are about; throws the error that the client gets where there is none. */
export const uriOf = (params: Partial<DocumentParams> | null): string => {
  const uri: unknown = params?.textDocument?.uri;
  if (typeof uri === 'string') return uri;
  throw new ResponseError(ErrorCodes.InvalidParams, 'textDocument.uri is missing.');
};

/** A request about a document: waits for its settings, then answers, unless cancelled meanwhile. */
export const documentRequest = <P extends DocumentParams, R>(handler: DocumentRequest<P, R>): Handler => ({
  capability: () => handler.capability,
  register: (connection, session, guard) => {
    const { settings: configuration, documents } = session;
    handler.listen(connection, async (params, token) => {
      guard();
      const uri = uriOf(params);
      if (handler.validate?.(params) === false) {
        throw new ResponseError(ErrorCodes.InvalidParams, 'The parameters are not those of this request.');
      }
      const text = documents.get(uri);
      if (text === undefined || !documents.isGuest(text)) return handler.emptyAnswer;
      const settings = await configuration.forDocument(uri);
      await yieldToEventLoop();
      throwIfCancelled(token);
      if (handler.ifStale === 'refuse' && documents.get(uri) !== text) {
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
      }
      return handler.answer(documents.analyze(text, settings), params, session);
    });
  },
});
