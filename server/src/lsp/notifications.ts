/**
 * What a client tells without waiting for an answer, checked before anybody relies on it. A notification that is not as
 * the protocol says cannot be answered with an error: it is written to the client's log, and changes nothing.
 */
import type { Connection, Disposable, NotificationHandler, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hasUri, hasVersion, isObject, isRange } from './params.ts';

type Listen<P> = (handler: NotificationHandler<P>) => Disposable;

/** What is wrong with the parameters, to complete a sentence; undefined where they are right. */
type Validate = (params: unknown) => string | undefined;

const MALFORMED = 'the parameters are not those that the protocol says';

/** Hands on what is right, and tells of the rest. */
export const validated =
  <P>(connection: Connection, method: string, listen: Listen<P>, fault: Validate): Listen<P> =>
  (handler) =>
    listen((params) => {
      const reason = fault(params);
      if (reason === undefined) return handler(params);
      connection.console.error(`${method} is passed over: ${reason}.`);
    });

const isChange = (change: unknown): boolean =>
  isObject(change) &&
  typeof change.text === 'string' &&
  (change.range === undefined || isRange(change.range));

const documentOf = (params: unknown): unknown => (isObject(params) ? params.textDocument : undefined);

const faultOfOpening: Validate = (params) => {
  const document = documentOf(params);
  const isWhole =
    isObject(document) &&
    typeof document.languageId === 'string' &&
    typeof document.text === 'string' &&
    hasUri(document) &&
    hasVersion(document);
  return isWhole ? undefined : MALFORMED;
};

const notOpen = (uri: string): string => `${uri} is not open`;

/**
 * The connection as the library's documents listen to it.
 *
 * @param versionOf the version of a document that is open
 */
export const validatedDocumentNotifications = (
  connection: Connection,
  versionOf: (uri: string) => number | undefined,
): Parameters<TextDocuments<TextDocument>['listen']>[0] => {
  const faultOfChange: Validate = (params) => {
    const document = documentOf(params);
    const changes = isObject(params) ? params.contentChanges : undefined;
    if (!hasUri(document) || !hasVersion(document) || !Array.isArray(changes) || !changes.every(isChange)) {
      return MALFORMED;
    }
    const version = versionOf(document.uri);
    if (version === undefined) return notOpen(document.uri);
    // Messages come in the order in which they were sent: the text is the client's all the same.
    if (document.version <= version) {
      connection.console.warn(
        `textDocument/didChange gives ${document.uri} version ${document.version} after version ${version}.`,
      );
    }
    return undefined;
  };

  const faultOfNaming: Validate = (params) => {
    const document = documentOf(params);
    if (!hasUri(document)) return MALFORMED;
    return versionOf(document.uri) === undefined ? notOpen(document.uri) : undefined;
  };

  return {
    onDidOpenTextDocument: validated(
      connection,
      'textDocument/didOpen',
      connection.onDidOpenTextDocument,
      faultOfOpening,
    ),
    onDidChangeTextDocument: validated(
      connection,
      'textDocument/didChange',
      connection.onDidChangeTextDocument,
      faultOfChange,
    ),
    onDidCloseTextDocument: validated(
      connection,
      'textDocument/didClose',
      connection.onDidCloseTextDocument,
      faultOfNaming,
    ),
    onDidSaveTextDocument: validated(
      connection,
      'textDocument/didSave',
      connection.onDidSaveTextDocument,
      faultOfNaming,
    ),
    onWillSaveTextDocument: validated(
      connection,
      'textDocument/willSave',
      connection.onWillSaveTextDocument,
      faultOfNaming,
    ),
    onWillSaveTextDocumentWaitUntil: connection.onWillSaveTextDocumentWaitUntil,
  };
};

const areUris = (value: unknown): boolean => Array.isArray(value) && value.every(hasUri);

export const validateFileEvents: Validate = (params) =>
  isObject(params) && areUris(params.changes) ? undefined : MALFORMED;

export const validateFolderChange: Validate = (event) =>
  isObject(event) && areUris(event.added) && areUris(event.removed) ? undefined : MALFORMED;
