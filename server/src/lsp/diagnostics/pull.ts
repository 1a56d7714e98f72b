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
import { throwIfCancelled } from '../cancellation.ts';
import { createThrottle, yieldToEventLoop } from '../scheduling.ts';
import type { ResultIds } from './resultIds.ts';
import {
  CROSS_FILE_INTERVAL_MS,
  computeDiagnostics,
  type DiagnosticsDelivery,
  type DiagnosticsSource,
} from './source.ts';

/**
 * Leaves it to the client to ask, and tells it when to ask anew, if it can be told.
 *
 * @param results what the client was answered
 */
export const createPullDelivery = (
  connection: Connection,
  source: DiagnosticsSource,
  results: ResultIds,
  canRefresh: boolean,
): DiagnosticsDelivery => {
  const { documents, settings: configuration, workspace } = source;

  const refresh = (): void => {
    if (!canRefresh) return;
    connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) =>
        connection.console.warn(`The client did not refresh the diagnostics: ${error}`),
      );
  };

  const others = createThrottle(
    async (stopped) => {
      if (!canRefresh) return;
      await workspace.openFilesSettled();
      for (const text of documents.all()) {
        if (!documents.isGuest(text)) continue;
        const settings = await configuration.forDocument(text.uri);
        if (stopped()) return;
        // The client asks about a new version by itself.
        if (documents.get(text.uri) !== text) continue;
        if (results.haveChanged(text.uri, computeDiagnostics(source, text, settings))) {
          refresh();
          return;
        }
      }
    },
    CROSS_FILE_INTERVAL_MS,
    (error) => connection.console.error(`Checking a document failed: ${error}`),
  );

  return {
    documentChanged: () => {},
    documentClosed: results.forget,
    settingsChanged: refresh,
    otherFilesChanged: others.request,
    stop: others.stop,
  };
};

export type PullHandler = (
  params: DocumentDiagnosticParams,
  token: CancellationToken,
) => Promise<DocumentDiagnosticReport>;

const fullReport = (items: Diagnostic[], resultId?: string): DocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Full,
  items,
  ...(resultId !== undefined && { resultId }),
});

/** Answers `textDocument/diagnostic`. */
export const createPullHandler = (source: DiagnosticsSource, results: ResultIds): PullHandler => {
  const { documents, settings: configuration, workspace } = source;
  return async ({ textDocument: { uri }, previousResultId }, token) => {
    const text = documents.get(uri);
    if (text === undefined || !documents.isGuest(text)) {
      results.forget(uri);
      return fullReport([]);
    }
    const settings = await configuration.forDocument(uri);
    await workspace.openFilesSettled();
    await yieldToEventLoop();
    throwIfCancelled(token);
    if (documents.get(uri) !== text) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', {
        retriggerRequest: true,
      });
    }
    const items = computeDiagnostics(source, text, settings);
    const id = results.idOf(uri, text.version, items);
    return id === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : fullReport(items, id);
  };
};
