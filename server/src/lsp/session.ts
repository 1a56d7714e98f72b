/** The state of one connection after `initialize`: the client, its documents, settings and files. */
import type { HostFileSystem } from '@xlcfg/shared';
import type { Connection, FileEvent, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientSupport } from './clientSupport.ts';
import { createPullDelivery, createPullHandler, type PullHandler } from './diagnostics/pull.ts';
import { createPushDelivery } from './diagnostics/push.ts';
import { createResultIds } from './diagnostics/resultIds.ts';
import { createWorkspacePullHandler, type WorkspacePullHandler } from './diagnostics/workspacePull.ts';
import { type Documents, trackDocuments } from './documents.ts';
import { createFolderContents, type FolderContents } from './folderContents.ts';
import { createHostChecks, type HostChecks } from './hostChecks.ts';
import type { HostFiles } from './hostFiles.ts';
import { createHostOffer } from './hostOffer.ts';
import { createRefresher } from './refresh.ts';
import { yieldToEventLoop } from './scheduling.ts';
import { createSemanticTokensCache, type SemanticTokensCache } from './semanticTokensCache.ts';
import { createSettingsResolver, type SettingsResolver } from './settingsResolver.ts';
import { isProjectFile } from './uriFolderTree.ts';
import { createWorkspaceFiles, type WorkspaceFiles } from './workspace/workspaceFiles.ts';

/** The environment that the server runs in. */
export interface Host {
  readonly version: string;
  /** What runs the server, with its version, for the log. */
  readonly runtime: string;
  /** URL of the folder with the reference pages, without a trailing slash. The client's `docsUrl` takes precedence. */
  readonly docsUrl?: string;
  /** Absent if the server can only see open documents. */
  readonly files?: HostFiles;
  /** What host checks look at. Absent where there is no such file system. */
  readonly hostFileSystem?: HostFileSystem;
  /** Cryptographically strong random bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
}

export interface Session {
  readonly host: Host;
  readonly client: ClientSupport;
  readonly documents: Documents;
  readonly settings: SettingsResolver;
  readonly workspace: WorkspaceFiles;
  readonly pullDiagnostics: PullHandler;
  readonly pullWorkspaceDiagnostics: WorkspacePullHandler;
  readonly semanticTokens: SemanticTokensCache;
  readonly folderContents: FolderContents;
  readonly hostChecks: HostChecks;
  /** Handles `workspace/didChangeConfiguration`; `payload` is its `settings`. */
  readonly clientSettingsChanged: (payload: unknown) => void;
  /** Handles `workspace/didChangeWatchedFiles`, for guests and project files. */
  readonly filesChanged: (events: readonly FileEvent[]) => void;
  /** Has the client apply an edit. */
  readonly applyEdit: (edit: WorkspaceEdit) => Promise<unknown>;
  /** Stops all background work. No notification or request is sent to the client afterwards. */
  readonly stop: () => void;
}

/**
 * Sent once for an open document that is not an xl config file, so that the client can change its language. Not part of
 * the protocol: a client asks for it with `initializationOptions.notGuestConfig`.
 */
export const NOT_GUEST_CONFIG = 'xlcfg/notGuestConfig';

/** Sent after settings or project files have changed, so that the client can ask for the platform again. */
export const SETTINGS_CHANGED = 'xlcfg/settingsChanged';

export const createSession = (connection: Connection, client: ClientSupport, host: Host): Session => {
  const settings = createSettingsResolver(connection, client, {
    files: host.files,
    xen: () => hostChecks.xen(),
    onCorrection: () => {
      if (!stopped) settingsChanged();
    },
  });
  const reportedAsNotGuest = new Set<string>();
  let stopped = false;
  const refresh = createRefresher(connection, client);
  const resultIdPrefix = Date.now().toString(36);
  const semanticTokens = createSemanticTokensCache(resultIdPrefix);

  const documents = trackDocuments(connection, {
    changed: (text, opened) => {
      if (stopped) return;
      if (opened) reportedAsNotGuest.delete(text.uri);
      if (client.wantsNotGuestConfig && !documents.isGuest(text) && !reportedAsNotGuest.has(text.uri)) {
        reportedAsNotGuest.add(text.uri);
        void connection.sendNotification(NOT_GUEST_CONFIG, { uri: text.uri });
      }
      workspace.documentChanged(text.uri);
      delivery.documentChanged(text);
      if (opened) void offerHostChecks(text);
    },
    closed: (uri) => {
      if (stopped) return;
      reportedAsNotGuest.delete(uri);
      settings.forget(uri);
      semanticTokens.delete(uri);
      delivery.documentClosed(uri);
      workspace.documentClosed(uri);
    },
  });

  const workspace = createWorkspaceFiles(connection, client, {
    documents,
    settings,
    onChange: () => delivery.otherFilesChanged(),
    ...(host.files && { files: host.files }),
  });

  const hostChecks = createHostChecks({
    fileSystem: host.hostFileSystem,
    workspace,
    onChange: () => {
      if (!stopped) delivery.otherFilesChanged();
    },
    onError: (error) => connection.console.error(`Looking at the host failed: ${error}`),
  });

  const offerHost = createHostOffer(connection, { client, settings, workspace, host, hostChecks });

  const offerHostChecks = async (text: TextDocument): Promise<void> => {
    // What kind of file it is needs the language, which what the user waits for comes before.
    await yieldToEventLoop();
    if (stopped || host.hostFileSystem === undefined || !documents.isGuest(text)) return;
    // The client may end before the user has answered, and reports itself where an edit fails.
    await offerHost(text.uri).catch(() => {});
  };

  const source = {
    client,
    documents,
    settings,
    workspace,
    hostChecks,
    ...(host.docsUrl !== undefined && { docsUrl: host.docsUrl }),
  };
  const resultIds = createResultIds(resultIdPrefix);
  const delivery = client.pullsDiagnostics
    ? createPullDelivery(connection, source, resultIds, client.refreshesDiagnostics)
    : createPushDelivery(connection, source);

  const settingsChanged = (): void => {
    workspace.settingsChanged();
    delivery.settingsChanged();
    refresh();
    void connection.sendNotification(SETTINGS_CHANGED);
  };

  return {
    host,
    client,
    documents,
    settings,
    workspace,
    pullDiagnostics: createPullHandler(source, resultIds),
    pullWorkspaceDiagnostics: createWorkspacePullHandler(source, resultIds, host.files),
    semanticTokens,
    folderContents: createFolderContents(host.files),
    hostChecks,
    clientSettingsChanged: (payload) => {
      if (stopped) return;
      settings.clientSettingsChanged(payload);
      settingsChanged();
    },
    filesChanged: (events) => {
      if (stopped) return;
      const guestEvents = events.filter(({ uri }) => !isProjectFile(uri));
      if (guestEvents.length > 0) workspace.filesChanged(guestEvents);
      if (guestEvents.length === events.length) return;
      settings.projectFilesChanged();
      settingsChanged();
    },
    applyEdit: (edit) => connection.workspace.applyEdit(edit),
    stop: () => {
      stopped = true;
      workspace.stop();
      hostChecks.stop();
      delivery.stop();
    },
  };
};
