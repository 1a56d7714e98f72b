/** Diagnostics, pushed to a client or pulled by it. A client gets them in one of the two ways. */

import { type Settings, toDiagnostics } from '@xlcfg/shared';
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Configuration } from './configuration.ts';
import type { Documents } from './documents.ts';
import { breathe, createScheduler } from './scheduling.ts';

/** What diagnostics are made of. */
export interface DiagnosticsSource {
  readonly documents: Documents;
  readonly configuration: Configuration;
  /** Where the pages about the rules are; absent: diagnostics have no link. */
  readonly docsUrl?: string;
}

/** How diagnostics get to the client. */
export interface DiagnosticsDelivery {
  readonly changed: (text: TextDocument, opened: boolean) => void;
  readonly closed: (uri: string) => void;
  /** Settings have changed: everything that was delivered may be wrong. */
  readonly allChanged: () => void;
  readonly stop: () => void;
}

/** Long enough to sit out a burst of typing, short enough not to be noticed. */
const TYPING_PAUSE_MS = 100;

const compute = (
  { documents, docsUrl }: DiagnosticsSource,
  text: TextDocument,
  settings: Settings,
): Diagnostic[] => toDiagnostics(documents.analysis(text, settings), docsUrl);

/** Sends the diagnostics of each document when it is opened and, after a pause, when it is changed. */
export const createPush = (connection: Connection, source: DiagnosticsSource): DiagnosticsDelivery => {
  const { documents, configuration } = source;
  const delivered = new Set<string>();

  const clear = (uri: string): void => {
    if (delivered.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  const scheduler = createScheduler(
    async (uri, stale) => {
      const text = documents.get(uri);
      if (text === undefined) return;
      if (!documents.isGuest(text)) {
        clear(uri);
        return;
      }
      const settings = await configuration.of(uri);
      if (stale()) return;
      const diagnostics = compute(source, text, settings);
      delivered.add(uri);
      await connection.sendDiagnostics({ uri, version: text.version, diagnostics });
    },
    (error) => connection.console.error(`Checking a document failed: ${error}`),
  );

  return {
    changed: (text, opened) => scheduler.schedule(text.uri, opened ? 0 : TYPING_PAUSE_MS),
    closed: (uri) => {
      scheduler.drop(uri);
      clear(uri);
    },
    allChanged: () => {
      for (const { uri } of documents.all()) scheduler.schedule(uri, 0);
    },
    stop: scheduler.dropAll,
  };
};

/** Leaves it to the client to ask, and tells it when to ask anew, if it can be told. */
export const createPull = (connection: Connection, canRefresh: boolean): DiagnosticsDelivery => ({
  changed: () => {},
  closed: () => {},
  allChanged: () => {
    if (!canRefresh) return;
    connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) =>
        connection.console.warn(`The client did not refresh the diagnostics: ${error}`),
      );
  },
  stop: () => {},
});

export type PullHandler = (
  params: DocumentDiagnosticParams,
  token: CancellationToken,
) => Promise<DocumentDiagnosticReport>;

const fullReport = (items: Diagnostic[], resultId?: string): DocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Full,
  items,
  ...(resultId !== undefined && { resultId }),
});

/**
 * Answers `textDocument/diagnostic`. A result has a new id where it differs from the one before it of the same
 * document, whatever the versions.
 *
 * @param session a prefix of the ids, so that a client that outlives a server is not misled by an id of the old one
 */
export const createPullHandler = (source: DiagnosticsSource, session: string): PullHandler => {
  const { documents, configuration } = source;
  const newest = new Map<string, { readonly id: string; readonly content: string }>();
  let count = 0;

  const resultId = (uri: string, items: readonly Diagnostic[]): string => {
    const content = JSON.stringify(items);
    const known = newest.get(uri);
    if (known?.content === content) return known.id;
    count += 1;
    const id = `${session}-${count}`;
    newest.set(uri, { id, content });
    return id;
  };

  return async ({ textDocument: { uri }, previousResultId }, token) => {
    const text = documents.get(uri);
    if (text === undefined || !documents.isGuest(text)) {
      newest.delete(uri);
      return fullReport([]);
    }
    const settings = await configuration.of(uri);
    await breathe();
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
    if (documents.get(uri) !== text) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', {
        retriggerRequest: true,
      });
    }
    const items = compute(source, text, settings);
    const id = resultId(uri, items);
    return id === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : fullReport(items, id);
  };
};
