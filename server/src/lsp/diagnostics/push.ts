import type { Connection } from 'vscode-languageserver';
import { createScheduler, createThrottle } from '../scheduling.ts';
import {
  CROSS_FILE_INTERVAL_MS,
  computeDiagnostics,
  type DiagnosticsDelivery,
  type DiagnosticsSource,
  settle,
} from './source.ts';

/**
 * Publishes the diagnostics of each version of a document, and again if the settings or another file make a difference.
 */
export const createPushDelivery = (
  connection: Connection,
  source: DiagnosticsSource,
): DiagnosticsDelivery => {
  const { client, documents, settings } = source;
  /** The version and the diagnostics that were published last, as JSON, by document. */
  const published = new Map<string, string>();
  let settingsRevision = 0;

  const onError = (error: unknown): void => connection.console.error(`Checking a document failed: ${error}`);

  const clear = (uri: string): void => {
    if (published.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  const publish = async (uri: string, isStale: () => boolean): Promise<void> => {
    const text = documents.get(uri);
    if (text === undefined) return;
    if (!documents.isGuest(text)) {
      clear(uri);
      return;
    }
    const documentSettings = await settings.forDocument(uri);
    await settle(source, text, documentSettings);
    if (isStale() || documents.get(uri) !== text) return;
    const diagnostics = computeDiagnostics(source, text, documentSettings);
    const content = JSON.stringify([text.version, diagnostics]);
    if (published.get(uri) === content) return;
    published.set(uri, content);
    await connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(client.diagnosticVersions && { version: text.version }),
    });
  };

  const scheduler = createScheduler(publish, onError);

  const crossFileUpdates = createThrottle(
    async (isStopped) => {
      const revision = settingsRevision;
      // After a change of the settings, each document is scheduled anyway.
      const isStale = (): boolean => isStopped() || revision !== settingsRevision;
      for (const uri of [...published.keys()]) await publish(uri, isStale);
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
      settingsRevision += 1;
      for (const { uri } of documents.all()) scheduler.schedule(uri);
    },
    otherFilesChanged: crossFileUpdates.request,
    stop: () => {
      scheduler.cancelAll();
      crossFileUpdates.stop();
    },
  };
};
