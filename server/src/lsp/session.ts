/** One client, from `initialize` on: what it can do, its documents and settings, and what it is told unasked. */
import type { Connection, FileEvent } from 'vscode-languageserver';
import type { ClientFeatures } from './client.ts';
import { type Configuration, createConfiguration } from './configuration.ts';
import { createPull, createPullHandler, type PullHandler } from './diagnostics/pull.ts';
import { createPush } from './diagnostics/push.ts';
import { createResults } from './diagnostics/results.ts';
import { createWorkspacePullHandler, type WorkspacePullHandler } from './diagnostics/workspacePull.ts';
import { type Documents, trackDocuments } from './documents.ts';
import type { HostFiles } from './files.ts';
import { createRefresh } from './refresh.ts';
import { createTokenResults, type TokenResults } from './tokenResults.ts';
import { isConfiguration } from './uriPlace.ts';
import { createWorkspaceFiles, type WorkspaceFiles } from './workspace/workspaceFiles.ts';

/** What the place that the server runs in knows. */
export interface Host {
  readonly version: string;
  /** URL of the folder of the reference pages, without a slash at its end; the client may know a better one. */
  readonly docsUrl?: string;
  /** Absent where there are no files but those that the client has open. */
  readonly files?: HostFiles;
}

export interface Session {
  readonly host: Host;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly configuration: Configuration;
  /** What is known of all files, open or not. */
  readonly workspace: WorkspaceFiles;
  readonly pullDiagnostics: PullHandler;
  readonly pullWorkspaceDiagnostics: WorkspacePullHandler;
  /** The semantic tokens that the client has. */
  readonly tokens: TokenResults;
  /** Takes up a change of the settings, see {@link Configuration.change}. */
  readonly changeSettings: (payload: unknown) => void;
  /** Takes up changes of files on the disk: guests, and configuration files. */
  readonly filesChanged: (events: readonly FileEvent[]) => void;
  /** Ends what is planned. Nothing is sent unasked after it. */
  readonly stop: () => void;
}

/** Sent once for a document that is open and no guest's configuration: the client may want another language for it. */
export const NOT_GUEST_CONFIG = 'xlcfg/notGuestConfig';

export const createSession = (connection: Connection, client: ClientFeatures, host: Host): Session => {
  const configuration = createConfiguration(connection, client, host.files);
  const refused = new Set<string>();
  let stopped = false;
  const refresh = createRefresh(connection, client);
  const started = Date.now().toString(36);
  const tokens = createTokenResults(started);

  const documents = trackDocuments(connection, {
    changed: (text, opened) => {
      if (stopped) return;
      if (opened) refused.delete(text.uri);
      if (!documents.isGuest(text) && !refused.has(text.uri)) {
        refused.add(text.uri);
        void connection.sendNotification(NOT_GUEST_CONFIG, { uri: text.uri });
      }
      workspace.changed(text.uri);
      delivery.changed(text);
    },
    closed: (uri) => {
      if (stopped) return;
      refused.delete(uri);
      configuration.forget(uri);
      tokens.forget(uri);
      delivery.closed(uri);
      workspace.closed(uri);
    },
  });

  const workspace = createWorkspaceFiles(connection, client, {
    documents,
    configuration,
    changed: () => delivery.othersChanged(),
    ...(host.files && { files: host.files }),
  });

  const source = {
    documents,
    configuration,
    workspace,
    ...(host.docsUrl !== undefined && { docsUrl: host.docsUrl }),
  };
  const results = createResults(started);
  const delivery = client.pullsDiagnostics
    ? createPull(connection, source, results, client.refreshesDiagnostics)
    : createPush(connection, source);

  const settingsChanged = (): void => {
    workspace.settingsChanged();
    delivery.allChanged();
    refresh();
  };

  return {
    host,
    client,
    documents,
    configuration,
    workspace,
    pullDiagnostics: createPullHandler(source, results),
    pullWorkspaceDiagnostics: createWorkspacePullHandler(source, results, host.files),
    tokens,
    changeSettings: (payload) => {
      if (stopped) return;
      configuration.change(payload);
      settingsChanged();
    },
    filesChanged: (events) => {
      if (stopped) return;
      const others = events.filter(({ uri }) => !isConfiguration(uri));
      if (others.length > 0) workspace.filesChanged(others);
      if (others.length === events.length) return;
      configuration.filesChanged();
      settingsChanged();
    },
    stop: () => {
      stopped = true;
      workspace.stop();
      delivery.stop();
    },
  };
};
