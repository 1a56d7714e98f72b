/** One client, from `initialize` on: what it can do, its documents and settings, and what it is told unasked. */
import type { Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './client.ts';
import { type Configuration, createConfiguration } from './configuration.ts';
import { createPull, createPullHandler, createPush, type PullHandler } from './diagnostics.ts';
import { type Documents, trackDocuments } from './documents.ts';
import type { HostFiles } from './files.ts';

/** What the place that the server runs in knows. */
export interface Host {
  readonly version: string;
  /** URL of the folder of the reference pages, without a slash at its end. */
  readonly docsUrl?: string;
  /** Absent where there are no files but those that the client has open. */
  readonly files?: HostFiles;
}

export interface Session {
  readonly host: Host;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly configuration: Configuration;
  readonly pullDiagnostics: PullHandler;
  /** Takes up a change of the settings, see {@link Configuration.change}. */
  readonly changeSettings: (payload: unknown) => void;
  /** Ends what is planned. Nothing is sent unasked after it. */
  readonly stop: () => void;
}

/** Sent once for a document that is open and no guest's configuration: the client may want another language for it. */
export const NOT_GUEST_CONFIG = 'xlcfg/notGuestConfig';

export const createSession = (connection: Connection, client: ClientFeatures, host: Host): Session => {
  const configuration = createConfiguration(connection, client);
  const refused = new Set<string>();

  const documents = trackDocuments(connection, {
    changed: (text, opened) => {
      if (opened) refused.delete(text.uri);
      if (!documents.isGuest(text) && !refused.has(text.uri)) {
        refused.add(text.uri);
        void connection.sendNotification(NOT_GUEST_CONFIG, { uri: text.uri });
      }
      delivery.changed(text, opened);
    },
    closed: (uri) => {
      refused.delete(uri);
      configuration.forget(uri);
      delivery.closed(uri);
    },
  });

  const source = {
    documents,
    configuration,
    ...(host.docsUrl !== undefined && { docsUrl: host.docsUrl }),
  };
  const delivery = client.pullsDiagnostics
    ? createPull(connection, client.refreshesDiagnostics)
    : createPush(connection, source);

  return {
    host,
    client,
    documents,
    configuration,
    pullDiagnostics: createPullHandler(source, Date.now().toString(36)),
    changeSettings: (payload) => {
      configuration.change(payload);
      delivery.allChanged();
    },
    stop: delivery.stop,
  };
};
