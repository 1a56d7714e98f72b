/** Has the client watch files, if it requires registration. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver';
import { ANY_FILE_GLOB } from '../../discovery/guestFiles.ts';
import { IGNORE_FILE, PROJECT_CONFIG_FILE } from '../../settings/projectConfig.ts';
import type { ClientSupport } from '../clientSupport.ts';

const PATTERNS: readonly string[] = [ANY_FILE_GLOB, `**/{${PROJECT_CONFIG_FILE},${IGNORE_FILE}}`];

export interface FileWatcher {
  /** Watches the workspace and the given folders outside of it, instead of those of the previous call. */
  readonly watch: (additionalFolders: readonly string[]) => void;
}

export const createFileWatcher = (
  connection: Connection,
  {
    registersFileWatchers,
    watchesOutsideWorkspace,
  }: Pick<ClientSupport, 'registersFileWatchers' | 'watchesOutsideWorkspace'>,
): FileWatcher => {
  let watchedKey: string | undefined;
  let registration: Promise<Disposable> | undefined;

  const reportFailure = (error: unknown): void =>
    connection.console.warn(`Changes of files will not be seen: ${error}`);

  return {
    watch: (additionalFolders) => {
      const folders = watchesOutsideWorkspace ? additionalFolders : [];
      const key = JSON.stringify(folders);
      if (!registersFileWatchers || key === watchedKey) return;
      watchedKey = key;
      const previous = registration;
      registration = connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          ...PATTERNS.map((globPattern) => ({ globPattern })),
          ...folders.flatMap((baseUri) => PATTERNS.map((pattern) => ({ globPattern: { baseUri, pattern } }))),
        ],
      });
      registration.catch(reportFailure);
      previous?.then((old) => old.dispose()).catch(reportFailure);
    },
  };
};
