/** The requests that the server answers: one entry each, with the capability that announces it. */

import {
  CODE_ACTION_KINDS,
  codeActions,
  completion,
  hover,
  resolveCompletion,
  type XlDocument,
} from '@xlcfg/shared';
import {
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  CodeActionRequest,
  type CompletionItem,
  type CompletionParams,
  CompletionRequest,
  CompletionResolveRequest,
  type Connection,
  DocumentDiagnosticRequest,
  ErrorCodes,
  type Hover,
  type HoverParams,
  HoverRequest,
  LSPErrorCodes,
  Position,
  Range,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { adaptCodeActions, adaptCompletion, adaptHover, adaptResolved } from './adapt.ts';
import type { ClientFeatures } from './client.ts';
import { breathe } from './scheduling.ts';
import type { Session } from './session.ts';

export interface Handler {
  /** What `initialize` answers about it; nothing for a client that has no use for it. */
  readonly capability: (client: ClientFeatures) => ServerCapabilities;
  readonly register: (connection: Connection, session: Session, guard: Guard) => void;
}

/** Refuses where the server is in no state to answer: throws the error that the client gets. */
export type Guard = () => void;

interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

interface DocumentHandler<P, R> {
  /** Registers what answers the request. */
  readonly listen: (
    connection: Connection,
    answer: (params: P, token: CancellationToken) => Promise<R>,
  ) => void;
  readonly capability: ServerCapabilities;
  /** The answer where there is no such document or it is no guest's configuration. */
  readonly none: R;
  /** Whether the parameters, apart from the document, are what the protocol says. */
  readonly fits: (params: P) => boolean;
  /**
   * What becomes of the answer if the document has changed since the request came in. One that is shown is good for
   * the version that was asked about; one that is applied must not be: its places may have moved.
   */
  readonly whenChanged: 'answer' | 'refuse';
  readonly answer: (document: XlDocument, params: P, session: Session) => R;
}

const uriOf = (params: Partial<DocumentParams> | null): string => {
  const uri: unknown = params?.textDocument?.uri;
  if (typeof uri === 'string') return uri;
  throw new ResponseError(ErrorCodes.InvalidParams, 'textDocument.uri is missing.');
};

/** A request about a document: waits for its settings, then answers, unless cancelled meanwhile. */
const aboutDocument = <P extends DocumentParams, R>(handler: DocumentHandler<P, R>): Handler => ({
  capability: () => handler.capability,
  register: (connection, session, guard) => {
    const { configuration, documents } = session;
    handler.listen(connection, async (params, token) => {
      guard();
      const uri = uriOf(params);
      if (!handler.fits(params)) {
        throw new ResponseError(ErrorCodes.InvalidParams, 'The parameters are not those of this request.');
      }
      const text = documents.get(uri);
      if (text === undefined || !documents.isGuest(text)) return handler.none;
      const settings = await configuration.of(uri);
      await breathe();
      if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      }
      if (handler.whenChanged === 'refuse' && documents.get(uri) !== text) {
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
      }
      return handler.answer(documents.analysis(text, settings), params, session);
    });
  },
});

export const HANDLERS: readonly Handler[] = [
  aboutDocument<HoverParams, Hover | null>({
    listen: (connection, answer) => connection.onRequest(HoverRequest.type, answer),
    capability: { hoverProvider: true },
    none: null,
    fits: ({ position }) => Position.is(position),
    whenChanged: 'answer',
    answer: (document, { position }, { client, host }) =>
      // In plain text a link leads nowhere.
      adaptHover(hover(document, position, client.markdownHover ? host.docsUrl : undefined), client),
  }),
  aboutDocument<CompletionParams, CompletionItem[]>({
    listen: (connection, answer) => connection.onRequest(CompletionRequest.type, answer),
    capability: {
      completionProvider: { resolveProvider: true, triggerCharacters: ['"', "'", '=', ',', '[', ' '] },
    },
    none: [],
    fits: ({ position }) => Position.is(position),
    whenChanged: 'answer',
    answer: (document, { position }, { client }) => adaptCompletion(completion(document, position), client),
  }),
  aboutDocument<CodeActionParams, CodeAction[]>({
    listen: (connection, answer) => connection.onRequest(CodeActionRequest.type, answer),
    capability: { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } },
    none: [],
    fits: ({ range, context }) => Range.is(range) && Array.isArray(context?.diagnostics),
    whenChanged: 'refuse',
    answer: (document, { range, context }, { client, host }) =>
      adaptCodeActions(codeActions(document, range, context, host.docsUrl), document.text.uri, client),
  }),
  {
    capability: () => ({}),
    register: (connection, { client }, guard) => {
      connection.onRequest(CompletionResolveRequest.type, (item) => {
        guard();
        return adaptResolved(resolveCompletion(item), client);
      });
    },
  },
  {
    capability: ({ pullsDiagnostics }) =>
      pullsDiagnostics
        ? {
            diagnosticProvider: {
              identifier: 'xlcfg',
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {},
    register: (connection, { pullDiagnostics }, guard) => {
      connection.onRequest(DocumentDiagnosticRequest.type, (params, token) => {
        guard();
        uriOf(params);
        return pullDiagnostics(params, token);
      });
    },
  },
];
