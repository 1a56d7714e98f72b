import type { Connection } from 'vscode-languageserver';
import { createScheduler, createThrottle } from '../scheduling.ts';
import {
  type DiagnosticsDelivery,
  type DiagnosticsSource,
  diagnosticsOf,
  OTHERS_PAUSE_MS,
} from './source.ts';

/**
 * Sends the diagnostics of each document when it is opened and when it is changed; and again where a change of another
 * file makes them different.
 */
export const createPush = (connection: Connection, source: DiagnosticsSource): DiagnosticsDelivery => {
  const { documents, configuration, workspace } = source;
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
    const settings = await configuration.of(uri);
    await workspace.settled();
    if (stale() || documents.get(uri) !== text) return;
    const diagnostics = diagnosticsOf(source, text, settings);
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
    OTHERS_PAUSE_MS,
    onError,
  );

  return {
    changed: ({ uri }) => scheduler.schedule(uri),
    closed: (uri) => {
      scheduler.drop(uri);
      clear(uri);
    },
    allChanged: () => {
      for (const { uri } of documents.all()) scheduler.schedule(uri);
    },
    othersChanged: others.ask,
    stop: () => {
      scheduler.dropAll();
      others.stop();
    },
  };
};
