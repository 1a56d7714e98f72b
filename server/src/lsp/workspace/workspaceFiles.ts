/** All known files: the open documents, and the files in the folders of the workspace and of the settings. */
import type { FileFacts, Settings, Workspace } from '@xlcfg/shared';
import { type Connection, FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { ClientSupport } from '../clientSupport.ts';
import type { Documents } from '../documents.ts';
import type { FoundFile, HostFiles } from '../hostFiles.ts';
import type { SettingsResolver } from '../settingsResolver.ts';
import { canonicalUri, isWithin, pathOfUri } from '../uris.ts';
import { createFileStore } from './fileStore.ts';
import { createFileWatcher } from './fileWatcher.ts';
import { createOpenFiles } from './openFiles.ts';
import { startProgress } from './progress.ts';
import { readFacts, scan, type Visited } from './scan.ts';

/** What requests ask about other files. */
export interface KnownFiles {
  /** The files known now: the current versions of open documents, and the files on disk that were read so far. */
  readonly current: Workspace;
  /** Waits for the settings of the open documents, but not for a scan. */
  readonly openFilesSettled: () => Promise<Workspace>;
  /** Whether files are being looked for, so that more may become known without any change. */
  readonly isScanning: () => boolean;
  /** Whether all files have been read. False if there are no folders to read files from. */
  readonly isComplete: () => boolean;
  /** Changes with each change of the known files or the settings, so that answers can be cached until then. */
  readonly revision: () => number;
  /** The innermost folder of the workspace that contains a file. */
  readonly folderOf: (uri: string) => string | undefined;
  /** The settings of a file that isn't open. */
  readonly settingsOnDisk: (uri: string) => Promise<Settings>;
  /** The facts of an open document, with the URI by which its file is in the workspace. */
  readonly withWorkspaceUri: (facts: FileFacts) => FileFacts;
}

export interface WorkspaceFiles extends KnownFiles {
  /** Starts the first scan. Called once the client accepts requests. */
  readonly start: () => void;
  readonly documentChanged: (uri: string) => void;
  readonly documentClosed: (uri: string) => void;
  readonly settingsChanged: () => void;
  readonly foldersChanged: (added: readonly string[], removed: readonly string[]) => void;
  readonly filesChanged: (events: readonly FileEvent[]) => void;
  readonly stop: () => void;
}

export interface WorkspaceFilesOptions {
  readonly documents: Documents;
  readonly settings: SettingsResolver;
  /** Absent if the server can only see open documents. */
  readonly files?: HostFiles;
  /** Called after each change of the known files. */
  readonly onChange: () => void;
}

export const createWorkspaceFiles = (
  connection: Connection,
  client: ClientSupport,
  { documents, settings, files, onChange }: WorkspaceFilesOptions,
): WorkspaceFiles => {
  let revision = 0;
  const changed = (): void => {
    revision += 1;
    onChange();
  };
  const store = createFileStore(changed);
  const open = createOpenFiles({
    documents,
    settings,
    store,
    ...(files && { files }),
  });
  const watcher = createFileWatcher(connection, client);
  const workspaceFolders = new Set(client.folders);
  /** The folders to scan, with the client's settings for each. */
  let folders: ReadonlyMap<string, Settings> = new Map();
  let latestScan: AbortController | undefined;
  let activeScans = 0;
  let complete = false;
  /** The newest attempt to read a file, by canonical URI. The result of an older attempt is dropped. */
  const attempts = new Map<string, symbol>();

  const readFile = async (host: HostFiles, folder: string, file: FoundFile): Promise<Visited> => {
    const folderSettings = folders.get(folder);
    if (!folderSettings) return 'other';
    const key = canonicalUri(file.uri);
    const attempt = Symbol(key);
    attempts.set(key, attempt);
    const facts = (await settings.isIgnored(file.uri))
      ? undefined
      : await readFacts(host, file.uri, await settings.withProjectSettings(folderSettings, file.uri));
    if (attempts.get(key) === attempt) {
      attempts.delete(key);
      if (folders.has(folder)) store.setOnDisk(folder, file, facts);
    }
    return facts === undefined ? 'other' : 'guest';
  };

  /** The folders of the workspace and of the setting `xlcfg.folders`. */
  const findFolders = async (host: HostFiles): Promise<Map<string, Settings>> => {
    const windowSettings = await settings.fromClient();
    const additional = windowSettings.folders.flatMap((name) => {
      const uri = host.folderUri(name);
      if (uri === undefined) {
        connection.console.warn(
          `xlcfg.folders: "${name}" is left out. It is not an absolute path, or the server runs in a browser, which has the folders of the workspace only.`,
        );
      }
      return uri ?? [];
    });
    watcher.watch(additional);
    const all = [...new Set([...workspaceFolders, ...additional])];
    return new Map(await Promise.all(all.map(async (uri) => [uri, await settings.fromClient(uri)] as const)));
  };

  const scanFolders = async (
    host: HostFiles,
    { signal }: AbortController,
    cancel: () => void,
  ): Promise<void> => {
    const found = await findFolders(host);
    if (signal.aborted) return;
    const removed = [...folders.keys()].filter((folder) => !found.has(folder));
    folders = found;
    for (const folder of removed) store.retainInFolder(folder, new Set());
    const progress = startProgress(connection, 'Looking for guests', cancel);
    try {
      complete = await scan(host, [...folders.keys()], signal, {
        onListed: (folder, list) => store.retainInFolder(folder, new Set(list.map(({ id }) => id))),
        visit: (folder, file) => readFile(host, folder, file),
        onProgress: progress.report,
      });
    } finally {
      progress.end();
    }
    if (!complete) return;
    if (folders.size > 0) {
      const count = [...store.workspace.files()].length;
      connection.console.info(`Guests found in ${[...folders.keys()].map(pathOfUri).join(', ')}: ${count}`);
    }
    changed();
  };

  const restartScan = (): void => {
    if (!files) return;
    latestScan?.abort();
    complete = false;
    const controller = new AbortController();
    latestScan = controller;
    activeScans += 1;
    scanFolders(files, controller, () => controller.abort())
      .catch((error: unknown) => connection.console.error(`Looking for files failed: ${error}`))
      .finally(() => {
        activeScans -= 1;
      });
  };

  /** Reads a file again, once for each folder that contains it. */
  const rereadFile = async (host: HostFiles, uri: string): Promise<void> => {
    const canonical = canonicalUri(uri);
    for (const folder of folders.keys()) {
      if (!isWithin(canonicalUri(folder), canonical)) continue;
      const file = await host.findOne(folder, uri);
      // The URI may be a link to a file that is known by another URI.
      if (file) await readFile(host, folder, store.fileOnDisk(file.id) ?? file);
      // Clients report changes of folders, too.
      else store.removeFileFromDisk(uri);
    }
  };

  const removeFile = (uri: string): void => {
    const removed = canonicalUri(uri);
    for (const key of attempts.keys()) if (isWithin(removed, key)) attempts.delete(key);
    store.removeFromDisk(uri);
  };

  const rereadFiles = async (host: HostFiles, uris: readonly string[]): Promise<void> => {
    for (const uri of uris) await rereadFile(host, uri);
  };

  const reportFailure = (error: unknown): void =>
    connection.console.error(`Reading a file that has changed failed: ${error}`);

  const openFilesSettled = async (): Promise<Workspace> => {
    await open.settle();
    return store.workspace;
  };

  return {
    get current() {
      open.update();
      return store.workspace;
    },
    openFilesSettled,
    revision: () => revision,
    isScanning: () => activeScans > 0,
    isComplete: () => complete && folders.size > 0,
    folderOf: (uri) =>
      [...workspaceFolders]
        .filter((folder) => isWithin(canonicalUri(folder), canonicalUri(uri)))
        .sort((a, b) => b.length - a.length)[0],
    settingsOnDisk: async (uri) => {
      const folderSettings = folders.get(store.folderOf(uri) ?? '') ?? (await settings.fromClient());
      return settings.withProjectSettings(folderSettings, uri);
    },
    withWorkspaceUri: (facts) => {
      open.update();
      const uri = store.uriInWorkspace(facts.uri);
      return uri === facts.uri ? facts : { ...facts, uri };
    },
    start: restartScan,
    documentChanged: open.documentChanged,
    documentClosed: (uri) => {
      open.documentClosed(uri);
      // The client need not have reported changes on disk while the document was open.
      if (files) rereadFile(files, uri).catch(reportFailure);
    },
    settingsChanged: () => {
      revision += 1;
      open.settingsChanged();
      if (latestScan) restartScan();
    },
    foldersChanged: (added, removed) => {
      for (const uri of removed) workspaceFolders.delete(uri);
      for (const uri of added) workspaceFolders.add(uri);
      restartScan();
    },
    filesChanged: (events) => {
      if (!files) return;
      for (const { uri, type } of events) if (type === FileChangeType.Deleted) removeFile(uri);
      const existing = events.filter(({ type }) => type !== FileChangeType.Deleted).map(({ uri }) => uri);
      rereadFiles(files, [...new Set(existing)]).catch(reportFailure);
    },
    stop: () => latestScan?.abort(),
  };
};
