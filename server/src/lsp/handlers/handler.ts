/** What a handler is: the requests of one feature of the protocol, and the capability that announces them. */
import type { XlDocument } from '@xlcfg/shared';
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type ProtocolRequestType,
  type RequestHandler,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { throwIfCancelled, unlessCancelled } from '../cancellation.ts';
import type { ClientSupport } from '../clientSupport.ts';
import { yieldToEventLoop } from '../scheduling.ts';
import type { Session } from '../session.ts';

/** The capabilities that announce a feature: `hoverProvider`, `renameProvider`, ... */
export type ProviderName = Extract<keyof ServerCapabilities, `${string}Provider`>;

export interface Handler<Name extends ProviderName> {
  /** The capability in the answer to `initialize`; undefined for a client to which the feature isn't announced. */
  readonly capability: (client: ClientSupport) => ServerCapabilities[Name];
  readonly requests: readonly RequestRegistration[];
}

/**
 * Registers a request on the connection.
 *
 * @param assertRunning throws the error that answers requests before `initialize` and after `shutdown`
 */
export type RequestRegistration = (
  connection: Connection,
  session: Session,
  assertRunning: () => void,
) => void;

export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface DocumentRequest<P, R> {
  /** The answer for a document that isn't open, isn't an xl config file, or is disabled by `xlcfg.enable`. */
  readonly emptyAnswer: R;
  /** Whether the parameters are valid, apart from `textDocument`. Absent if there are no others. */
  readonly validate?: (params: P) => boolean;
  /**
   * What to do if the document has changed since the request was sent. What is only displayed can be answered for the
   * old version; edits must be rejected, because their positions may have moved.
   */
  readonly ifStale: 'answer' | 'reject';
  readonly answer: (document: XlDocument, params: P, session: Session) => R | Promise<R>;
}

/** The URI of the document in the parameters. Throws the error that answers a request without one. */
export const uriOf = (params: Partial<DocumentParams> | null): string => {
  const uri: unknown = params?.textDocument?.uri;
  if (typeof uri === 'string') return uri;
  throw new ResponseError(ErrorCodes.InvalidParams, 'textDocument.uri is missing.');
};

/** A request about a document: waits for the settings of the document, and is answered unless cancelled meanwhile. */
export const documentRequest =
  <P extends DocumentParams, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    { emptyAnswer, validate, ifStale, answer }: DocumentRequest<P, R>,
  ): RequestRegistration =>
  (connection, session, assertRunning) => {
    const { settings, documents } = session;
    const handle = async (params: P, token: CancellationToken): Promise<R> => {
      assertRunning();
      const uri = uriOf(params);
      if (validate?.(params) === false) {
        throw new ResponseError(ErrorCodes.InvalidParams, 'The parameters are not those of this request.');
      }
      const text = documents.get(uri);
      if (text === undefined || !documents.isGuest(text)) return emptyAnswer;
      const documentSettings = await unlessCancelled(settings.forDocument(uri), token);
      if (!documentSettings.enable && !(await unlessCancelled(settings.isEnabled(uri), token)))
        return emptyAnswer;
      await yieldToEventLoop();
      throwIfCancelled(token);
      if (ifStale === 'reject' && documents.get(uri) !== text) {
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
      }
      return unlessCancelled(
        Promise.resolve(answer(documents.analyze(text, documentSettings), params, session)),
        token,
      );
    };
    // The library's conditional result type isn't resolved for a generic R, but `R` is one of its members for each R.
    connection.onRequest(type, handle as RequestHandler<P, R, E>);
  };
