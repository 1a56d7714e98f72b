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
  settle,
} from './source.ts';

/** Publishes nothing. Asks the client to pull again when its diagnostics are out of date, if the client supports that. */
export const createPullDelivery = (
  connection: Connection,
  source: DiagnosticsSource,
  resultIds: ResultIds,
  canRefresh: boolean,
): DiagnosticsDelivery => {
  const { documents, settings } = source;

  const refresh = (): void => {
    if (!canRefresh) return;
    connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) =>
        connection.console.warn(`The client did not refresh the diagnostics: ${error}`),
      );
  };

  const crossFileUpdates = createThrottle(
    async (isStopped) => {
      if (!canRefresh) return;
      for (const text of documents.all()) {
        if (!documents.isGuest(text)) continue;
        const documentSettings = await settings.forDocument(text.uri);
        await settle(source, text, documentSettings);
        if (isStopped()) return;
        // The client pulls the diagnostics of a new version without being asked.
        if (documents.get(text.uri) !== text) continue;
        if (resultIds.haveChanged(text.uri, computeDiagnostics(source, text, documentSettings))) {
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
    documentClosed: resultIds.forget,
    settingsChanged: refresh,
    otherFilesChanged: crossFileUpdates.request,
    stop: crossFileUpdates.stop,
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
export const createPullHandler = (source: DiagnosticsSource, resultIds: ResultIds): PullHandler => {
  const { documents, settings } = source;
  return async ({ textDocument: { uri }, previousResultId }, token) => {
    const text = documents.get(uri);
    if (text === undefined || !documents.isGuest(text)) {
      resultIds.forget(uri);
      return fullReport([]);
    }
    const documentSettings = await settings.forDocument(uri);
    await settle(source, text, documentSettings);
    await yieldToEventLoop();
    throwIfCancelled(token);
    if (documents.get(uri) !== text) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', {
        retriggerRequest: true,
      });
    }
    const items = computeDiagnostics(source, text, documentSettings);
    const resultId = resultIds.idOf(uri, text.version, items);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : fullReport(items, resultId);
  };
};
