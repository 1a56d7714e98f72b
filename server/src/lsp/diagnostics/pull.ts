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
import { breathe, createThrottle } from '../scheduling.ts';
import type { Results } from './results.ts';
import {
  type DiagnosticsDelivery,
  type DiagnosticsSource,
  diagnosticsOf,
  OTHERS_PAUSE_MS,
} from './source.ts';

/**
 * Leaves it to the client to ask, and tells it when to ask anew, if it can be told.
 *
 * @param results what the client was answered
 */
export const createPull = (
  connection: Connection,
  source: DiagnosticsSource,
  results: Results,
  canRefresh: boolean,
): DiagnosticsDelivery => {
  const { documents, configuration, workspace } = source;

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
      await workspace.settled();
      for (const text of documents.all()) {
        if (!documents.isGuest(text)) continue;
        const settings = await configuration.of(text.uri);
        if (stopped()) return;
        // The client asks about a new version by itself.
        if (documents.get(text.uri) !== text) continue;
        if (results.areNews(text.uri, diagnosticsOf(source, text, settings))) {
          refresh();
          return;
        }
      }
    },
    OTHERS_PAUSE_MS,
    (error) => connection.console.error(`Checking a document failed: ${error}`),
  );

  return {
    changed: () => {},
    closed: results.forget,
    allChanged: refresh,
    othersChanged: others.ask,
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
export const createPullHandler = (source: DiagnosticsSource, results: Results): PullHandler => {
  const { documents, configuration, workspace } = source;
  return async ({ textDocument: { uri }, previousResultId }, token) => {
    const text = documents.get(uri);
    if (text === undefined || !documents.isGuest(text)) {
      results.forget(uri);
      return fullReport([]);
    }
    const settings = await configuration.of(uri);
    await workspace.settled();
    await breathe();
    throwIfCancelled(token);
    if (documents.get(uri) !== text) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', {
        retriggerRequest: true,
      });
    }
    const items = diagnosticsOf(source, text, settings);
    const id = results.idOf(uri, text.version, items);
    return id === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : fullReport(items, id);
  };
};
