/** Asks the client to tell of changes of files, where it waits to be asked. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver';
import { IGNORE_FILE, PROJECT_CONFIG_FILE } from '../../settings/projectConfig.ts';
import { CANDIDATE_PATTERN } from '../candidates.ts';
import type { ClientSupport } from '../clientSupport.ts';

const PATTERNS: readonly string[] = [CANDIDATE_PATTERN, `**/{${PROJECT_CONFIG_FILE},${IGNORE_FILE}}`];

export interface FileWatcher {
  /** Watches the workspace and these further folders. */
  readonly watch: (furtherFolders: readonly string[]) => void;
}

export const createFileWatcher = (
  connection: Connection,
  {
    registersFileWatchers: watchesFiles,
    watchesOutsideWorkspace: watchesFolders,
  }: Pick<ClientSupport, 'registersFileWatchers' | 'watchesOutsideWorkspace'>,
): FileWatcher => {
  let watched: string | undefined;
  let registration: Promise<Disposable> | undefined;

  const complain = (error: unknown): void =>
    connection.console.warn(`Changes of files will not be seen: ${error}`);

  const watch = (folders: readonly string[]): void => {
    const further = watchesFolders ? folders : [];
    const wanted = JSON.stringify(further);
    if (!watchesFiles || wanted === watched) return;
    watched = wanted;
    const before = registration;
    registration = connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        ...PATTERNS.map((globPattern) => ({ globPattern })),
        ...further.flatMap((baseUri) => PATTERNS.map((pattern) => ({ globPattern: { baseUri, pattern } }))),
      ],
    });
    registration.catch(complain);
    before?.then((old) => old.dispose()).catch(complain);
  };

  return { watch };
};
