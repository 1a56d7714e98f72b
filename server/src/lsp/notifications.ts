/**
 * Validates notifications. A malformed one cannot be answered with an error, so it is logged in the client and ignored.
 */
import type { Connection, Disposable, NotificationHandler, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isObject } from '../guards.ts';
import { hasUri, hasVersion, isRange } from './params.ts';

type Listen<P> = (handler: NotificationHandler<P>) => Disposable;

/** Returns why the parameters are invalid, without a full stop; undefined if they are valid. */
type Validate = (params: unknown) => string | undefined;

const MALFORMED = 'the parameters are not those that the protocol says';

/** Wraps the registration of a handler: the handler is called with valid parameters only. */
export const validated =
  <P>(connection: Connection, method: string, listen: Listen<P>, validate: Validate): Listen<P> =>
  (handler) =>
    listen((params) => {
      const reason = validate(params);
      if (reason === undefined) return handler(params);
      connection.console.error(`${method} is passed over: ${reason}.`);
    });

const isContentChange = (change: unknown): boolean =>
  isObject(change) &&
  typeof change.text === 'string' &&
  (change.range === undefined || isRange(change.range));

const documentOf = (params: unknown): unknown => (isObject(params) ? params.textDocument : undefined);

const validateOpened: Validate = (params) => {
  const document = documentOf(params);
  const isValid =
    isObject(document) &&
    typeof document.languageId === 'string' &&
    typeof document.text === 'string' &&
    hasUri(document) &&
    hasVersion(document);
  return isValid ? undefined : MALFORMED;
};

const notOpen = (uri: string): string => `${uri} is not open`;

/**
 * The connection as vscode-languageserver's `TextDocuments` listens to it, with validated notifications.
 *
 * @param versionOf the version of an open document
 */
export const validatedDocumentNotifications = (
  connection: Connection,
  versionOf: (uri: string) => number | undefined,
): Parameters<TextDocuments<TextDocument>['listen']>[0] => {
  const validateChanged: Validate = (params) => {
    const document = documentOf(params);
    const changes = isObject(params) ? params.contentChanges : undefined;
    const isValid =
      hasUri(document) && hasVersion(document) && Array.isArray(changes) && changes.every(isContentChange);
    if (!isValid) return MALFORMED;
    const version = versionOf(document.uri);
    if (version === undefined) return notOpen(document.uri);
    // Still applied: messages arrive in the order in which they were sent, so the text is the client's.
    if (document.version <= version) {
      connection.console.warn(
        `textDocument/didChange gives ${document.uri} version ${document.version} after version ${version}.`,
      );
    }
    return undefined;
  };

  const validateOpenDocument: Validate = (params) => {
    const document = documentOf(params);
    if (!hasUri(document)) return MALFORMED;
    return versionOf(document.uri) === undefined ? notOpen(document.uri) : undefined;
  };

  return {
    onDidOpenTextDocument: validated(
      connection,
      'textDocument/didOpen',
      connection.onDidOpenTextDocument,
      validateOpened,
    ),
    onDidChangeTextDocument: validated(
      connection,
      'textDocument/didChange',
      connection.onDidChangeTextDocument,
      validateChanged,
    ),
    onDidCloseTextDocument: validated(
      connection,
      'textDocument/didClose',
      connection.onDidCloseTextDocument,
      validateOpenDocument,
    ),
    onDidSaveTextDocument: validated(
      connection,
      'textDocument/didSave',
      connection.onDidSaveTextDocument,
      validateOpenDocument,
    ),
    onWillSaveTextDocument: validated(
      connection,
      'textDocument/willSave',
      connection.onWillSaveTextDocument,
      validateOpenDocument,
    ),
    onWillSaveTextDocumentWaitUntil: connection.onWillSaveTextDocumentWaitUntil,
  };
};

const areUris = (value: unknown): boolean => Array.isArray(value) && value.every(hasUri);

export const validateFileEvents: Validate = (params) =>
  isObject(params) && areUris(params.changes) ? undefined : MALFORMED;

export const validateFolderChange: Validate = (event) =>
  isObject(event) && areUris(event.added) && areUris(event.removed) ? undefined : MALFORMED;
