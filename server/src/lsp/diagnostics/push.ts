import type { Connection } from 'vscode-languageserver';
import { createScheduler, createThrottle } from '../scheduling.ts';
import {
  CROSS_FILE_INTERVAL_MS,
  computeDiagnostics,
  type DiagnosticsDelivery,
  type DiagnosticsSource,
} from './source.ts';

/**
 * Publishes the diagnostics of a document after each change of it, and again if a change of another file makes a
 * difference.
 */
export const createPushDelivery = (
  connection: Connection,
  source: DiagnosticsSource,
): DiagnosticsDelivery => {
  const { client, documents, settings, workspace } = source;
  /** The published diagnostics as JSON, by document. */
  const published = new Map<string, string>();

  const onError = (error: unknown): void => connection.console.error(`Checking a document failed: ${error}`);

  const clear = (uri: string): void => {
    if (published.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  const publish = async (uri: string, isStale: () => boolean, onlyIfChanged: boolean): Promise<void> => {
    const text = documents.get(uri);
    if (text === undefined) return;
    if (!documents.isGuest(text)) {
      clear(uri);
      return;
    }
    const documentSettings = await settings.forDocument(uri);
    await workspace.openFilesSettled();
    if (isStale() || documents.get(uri) !== text) return;
    const diagnostics = computeDiagnostics(source, text, documentSettings);
    const content = JSON.stringify(diagnostics);
    if (onlyIfChanged && published.get(uri) === content) return;
    published.set(uri, content);
    await connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(client.diagnosticVersions && { version: text.version }),
    });
  };

  const scheduler = createScheduler((uri, isStale) => publish(uri, isStale, false), onError);

  const crossFileUpdates = createThrottle(
    async (isStopped) => {
      for (const uri of [...published.keys()]) await publish(uri, isStopped, true);
    },
    CROSS_FILE_INTERVAL_MS,
    onError,
  );

  return {
    documentChanged: ({ uri }) => scheduler.schedule(uri),
    documentClosed: (uri) => {
      scheduler.cancel(uri);
      clear(uri);
    },
    settingsChanged: () => {
      for (const { uri } of documents.all()) scheduler.schedule(uri);
    },
    otherFilesChanged: crossFileUpdates.request,
    stop: () => {
      scheduler.cancelAll();
      crossFileUpdates.stop();
    },
  };
};
