/** All files that are known: the open ones, and those of the folders of the workspace and of the settings. */
import type { FileFacts, Settings, Workspace } from '@xlcfg/shared';
import { type Connection, FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { ClientSupport } from '../clientSupport.ts';
import type { Documents } from '../documents.ts';
import type { FoundFile, HostFiles } from '../hostFiles.ts';
import type { SettingsResolver } from '../settingsResolver.ts';
import { canonicalUri, isBelow } from '../uris.ts';
import { createFileStore } from './fileStore.ts';
import { createFileWatcher } from './fileWatcher.ts';
import { createOpenFiles } from './openFiles.ts';
import { startProgress } from './progress.ts';
import { readFacts, scan } from './scan.ts';

/** What requests ask about other files. */
export interface KnownFiles {
  /** With the newest versions of the open documents; of other files what is known by now. */
  readonly current: Workspace;
  /** Once all files have been looked into, or nobody will: the scan was cancelled. */
  readonly scanned: () => Promise<Workspace>;
  /** With the newest versions of the open documents, once their settings are known. Does not wait for other files. */
  readonly openFilesSettled: () => Promise<Workspace>;
  /** Whether all files have been looked into, and there is more to look into than what is open. */
  readonly isComplete: () => boolean;
  /** Another number after each change of what is known, or of settings: the same question has the same answer until then. */
  readonly revision: () => number;
  /** The settings for a file that is not open: those of its folder, and of the files beside it. */
  readonly settingsOnDisk: (uri: string) => Promise<Settings>;
  /** The facts of an open document, by the URI that its file has in the workspace, if it has a part in it. */
  readonly withWorkspaceUri: (facts: FileFacts) => FileFacts;
}

export interface WorkspaceFiles extends KnownFiles {
  /** The client is ready to be asked things: begins to look for files. */
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
  /** Absent where there are no files but the open ones. */
  readonly files?: HostFiles;
  /** Called after each change of what is known. */
  readonly changed: () => void;
}

interface ScanRun {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

export const createWorkspaceFiles = (
  connection: Connection,
  client: ClientSupport,
  { documents, settings: configuration, files, changed }: WorkspaceFilesOptions,
): WorkspaceFiles => {
  let revision = 0;
  const change = (): void => {
    revision += 1;
    changed();
  };
  const store = createFileStore(change);
  const open = createOpenFiles({
    documents,
    settings: configuration,
    store,
    ...(files && { files }),
  });
  const watching = createFileWatcher(connection, client);
  const ofClient = new Set(client.folders);
  /** Those that are looked into, with the client's settings for their files. */
  let folders: ReadonlyMap<string, Settings> = new Map();
  let round: ScanRun | undefined;
  let complete = false;
  /** The newest attempt to read a file, by its canonical URI: an older one that ends later does not count. */
  const attempts = new Map<string, symbol>();

  const take = async (host: HostFiles, folder: string, file: FoundFile): Promise<void> => {
    const settings = folders.get(folder);
    if (!settings) return;
    const key = canonicalUri(file.uri);
    const attempt = Symbol(key);
    attempts.set(key, attempt);
    const facts = (await configuration.isIgnored(file.uri))
      ? undefined
      : await readFacts(host, file.uri, await configuration.withProjectSettings(settings, file.uri));
    if (attempts.get(key) !== attempt) return;
    attempts.delete(key);
    if (folders.has(folder)) store.setOnDisk(folder, file, facts);
  };

  /** The folders of the client and of the settings, each with its settings. */
  const findFolders = async (host: HostFiles): Promise<Map<string, Settings>> => {
    const general = await configuration.fromClient();
    const further = general.folders.flatMap((name) => {
      const uri = host.folder(name);
      if (uri === undefined) {
        connection.console.warn(
          `xlcfg.folders: "${name}" is left out. It is no absolute path, or the server runs in a browser, which has the folders of the workspace only.`,
        );
      }
      return uri ?? [];
    });
    watching.watch(further);
    const all = [...new Set([...ofClient, ...further])];
    return new Map(
      await Promise.all(all.map(async (uri) => [uri, await configuration.fromClient(uri)] as const)),
    );
  };

  const look = async (host: HostFiles, { signal }: AbortController, cancel: () => void): Promise<void> => {
    const found = await findFolders(host);
    if (signal.aborted) return;
    const gone = [...folders.keys()].filter((folder) => !found.has(folder));
    folders = found;
    for (const folder of gone) store.retainInFolder(folder, new Set());
    const progress = startProgress(connection, 'Looking for guests', cancel);
    try {
      complete = await scan(
        host,
        [...folders.keys()],
        signal,
        (folder, list) => store.retainInFolder(folder, new Set(list.map(({ id }) => id))),
        (folder, file) => take(host, folder, file),
        progress.report,
      );
    } finally {
      progress.end();
    }
    if (complete) change();
  };

  const restart = (): void => {
    if (!files) return;
    round?.controller.abort();
    complete = false;
    const controller = new AbortController();
    const done = look(files, controller, () => controller.abort()).catch((error: unknown) =>
      connection.console.error(`Looking for files failed: ${error}`),
    );
    round = { controller, done };
  };

  /** Reads a file anew, for every folder that it is in. */
  const reread = async (host: HostFiles, uri: string): Promise<void> => {
    const known = canonicalUri(uri);
    for (const folder of folders.keys()) {
      if (!isBelow(canonicalUri(folder), known)) continue;
      const file = await host.findOne(folder, uri);
      // Behind a link may be a file that is known by its own name.
      if (file) await take(host, folder, store.fileOnDisk(file.id) ?? file);
      else store.removeFromDisk(uri);
    }
  };

  const remove = (uri: string): void => {
    const gone = canonicalUri(uri);
    for (const key of attempts.keys()) if (isBelow(gone, key)) attempts.delete(key);
    store.removeFromDisk(uri);
  };

  const rereadAll = async (host: HostFiles, uris: readonly string[]): Promise<void> => {
    for (const uri of uris) await reread(host, uri);
  };

  const reportFailure = (error: unknown): void =>
    connection.console.error(`Reading a file that has changed failed: ${error}`);

  /** After the round that is under way and those that follow it. */
  const roundsEnded = async (): Promise<void> => {
    for (let last: ScanRun | undefined; last !== round; ) {
      last = round;
      await last?.done;
    }
  };

  const settled = async (): Promise<Workspace> => {
    await open.settle();
    return store.workspace;
  };

  return {
    get current() {
      open.catchUp();
      return store.workspace;
    },
    scanned: async () => {
      await roundsEnded();
      return settled();
    },
    openFilesSettled: settled,
    revision: () => revision,
    isComplete: () => complete && folders.size > 0,
    settingsOnDisk: async (uri) => {
      const settings = folders.get(store.folderOf(uri) ?? '') ?? (await configuration.fromClient());
      return configuration.withProjectSettings(settings, uri);
    },
    withWorkspaceUri: (facts) => {
      open.catchUp();
      const uri = store.uriInWorkspace(facts.uri);
      return uri === facts.uri ? facts : { ...facts, uri };
    },
    start: restart,
    documentChanged: open.documentChanged,
    documentClosed: (uri) => {
      open.documentClosed(uri);
      // The client may not tell of changes on the disk.
      if (files) reread(files, uri).catch(reportFailure);
    },
    settingsChanged: () => {
      revision += 1;
      open.settingsChanged();
      if (round) restart();
    },
    foldersChanged: (added, removed) => {
      for (const uri of removed) ofClient.delete(uri);
      for (const uri of added) ofClient.add(uri);
      restart();
    },
    filesChanged: (events) => {
      if (!files) return;
      for (const { uri, type } of events) if (type === FileChangeType.Deleted) remove(uri);
      const others = events.filter(({ type }) => type !== FileChangeType.Deleted).map(({ uri }) => uri);
      rereadAll(files, [...new Set(others)]).catch(reportFailure);
    },
    stop: () => round?.controller.abort(),
  };
};
