/** One client, from `initialize` on: what it can do, its documents and settings, and what it is told unasked. */
import type { Connection, FileEvent } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';
import { createPullDelivery, createPullHandler, type PullHandler } from './diagnostics/pull.ts';
import { createPushDelivery } from './diagnostics/push.ts';
import { createResultIds } from './diagnostics/resultIds.ts';
import { createWorkspacePullHandler, type WorkspacePullHandler } from './diagnostics/workspacePull.ts';
import { type Documents, trackDocuments } from './documents.ts';
import type { HostFiles } from './hostFiles.ts';
import { createRefresher } from './refresh.ts';
import { createSemanticTokensCache, type SemanticTokensCache } from './semanticTokensCache.ts';
import { createSettingsResolver, type SettingsResolver } from './settingsResolver.ts';
import { isProjectFile } from './uriFolderTree.ts';
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
  readonly client: ClientSupport;
  readonly documents: Documents;
  readonly settings: SettingsResolver;
  /** What is known of all files, open or not. */
  readonly workspace: WorkspaceFiles;
  readonly pullDiagnostics: PullHandler;
  readonly pullWorkspaceDiagnostics: WorkspacePullHandler;
  /** The semantic tokens that the client has. */
  readonly semanticTokens: SemanticTokensCache;
  /** Takes up a change of the settings, see {@link SettingsResolver.clientSettingsChanged}. */
  readonly clientSettingsChanged: (payload: unknown) => void;
  /** Takes up changes of files on the disk: guests, and configuration files. */
  readonly filesChanged: (events: readonly FileEvent[]) => void;
  /** Ends what is planned. Nothing is sent unasked after it. */
  readonly stop: () => void;
}

/** Sent once for a document that is open and no guest's configuration: the client may want another language for it. */
export const NOT_GUEST_CONFIG = 'xlcfg/notGuestConfig';

export const createSession = (connection: Connection, client: ClientSupport, host: Host): Session => {
  const configuration = createSettingsResolver(connection, client, host.files);
  const refused = new Set<string>();
  let stopped = false;
  const refresh = createRefresher(connection, client);
  const started = Date.now().toString(36);
  const tokens = createSemanticTokensCache(started);

  const documents = trackDocuments(connection, {
    changed: (text, opened) => {
      if (stopped) return;
      if (opened) refused.delete(text.uri);
      if (!documents.isGuest(text) && !refused.has(text.uri)) {
        refused.add(text.uri);
        void connection.sendNotification(NOT_GUEST_CONFIG, { uri: text.uri });
      }
      workspace.documentChanged(text.uri);
      delivery.documentChanged(text);
    },
    closed: (uri) => {
      if (stopped) return;
      refused.delete(uri);
      configuration.forget(uri);
      tokens.delete(uri);
      delivery.documentClosed(uri);
      workspace.documentClosed(uri);
    },
  });

  const workspace = createWorkspaceFiles(connection, client, {
    documents,
    settings: configuration,
    changed: () => delivery.otherFilesChanged(),
    ...(host.files && { files: host.files }),
  });

  const source = {
    documents,
    settings: configuration,
    workspace,
    ...(host.docsUrl !== undefined && { docsUrl: host.docsUrl }),
  };
  const results = createResultIds(started);
  const delivery = client.pullsDiagnostics
    ? createPullDelivery(connection, source, results, client.refreshesDiagnostics)
    : createPushDelivery(connection, source);

  const settingsChanged = (): void => {
    workspace.settingsChanged();
    delivery.settingsChanged();
    refresh();
  };

  return {
    host,
    client,
    documents,
    settings: configuration,
    workspace,
    pullDiagnostics: createPullHandler(source, results),
    pullWorkspaceDiagnostics: createWorkspacePullHandler(source, results, host.files),
    semanticTokens: tokens,
    clientSettingsChanged: (payload) => {
      if (stopped) return;
      configuration.clientSettingsChanged(payload);
      settingsChanged();
    },
    filesChanged: (events) => {
      if (stopped) return;
      const others = events.filter(({ uri }) => !isProjectFile(uri));
      if (others.length > 0) workspace.filesChanged(others);
      if (others.length === events.length) return;
      configuration.projectFilesChanged();
      settingsChanged();
    },
    stop: () => {
      stopped = true;
      workspace.stop();
      delivery.stop();
    },
  };
};
