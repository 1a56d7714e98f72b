import type { Connection } from 'vscode-languageserver';
import { createScheduler, createThrottle } from '../scheduling.ts';
import {
  CROSS_FILE_INTERVAL_MS,
  computeDiagnostics,
  type DiagnosticsDelivery,
  type DiagnosticsSource,
} from './source.ts';

/**
 * Sends the diagnostics of each document when it is opened and when it is changed; and again where a change of another
 * file makes them different.
 */
export const createPushDelivery = (
  connection: Connection,
  source: DiagnosticsSource,
): DiagnosticsDelivery => {
  const { documents, settings: configuration, workspace } = source;
  /** What the client has, by document. */
  const delivered = new Map<string, string>();

  const onError = (error: unknown): void => connection.console.error(`Checking a document failed: ${error}`);

  const clear = (uri: string): void => {
    if (delivered.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  const deliver = async (uri: string, stale: () => boolean, onlyNews: boolean): Promise<void> => {
    const text = documents.get(uri);
    if (text === undefined) return;
    if (!documents.isGuest(text)) {
      clear(uri);
      return;
    }
    const settings = await configuration.forDocument(uri);
    await workspace.openFilesSettled();
    if (stale() || documents.get(uri) !== text) return;
    const diagnostics = computeDiagnostics(source, text, settings);
    const content = JSON.stringify(diagnostics);
    if (onlyNews && delivered.get(uri) === content) return;
    delivered.set(uri, content);
    await connection.sendDiagnostics({ uri, version: text.version, diagnostics });
  };

  const scheduler = createScheduler((uri, stale) => deliver(uri, stale, false), onError);

  const others = createThrottle(
    async (stopped) => {
      for (const uri of [...delivered.keys()]) await deliver(uri, stopped, true);
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
    otherFilesChanged: others.request,
    stop: () => {
      scheduler.cancelAll();
      others.stop();
    },
  };
};
