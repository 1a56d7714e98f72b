/** Workspaces in which guests have the same MAC address, and the diagnostics that name the other guests. */
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { Folder } from '../../support/folder.ts';
import type { ClientOptions, TestClient } from './client.ts';
import { startInProcess } from './inProcess.ts';

/** @param lastByte of the MAC address, as two hexadecimal digits */
export const guestWithMac = (name: string, lastByte: string): string =>
  `name = "${name}"\ntype = "pvh"\nkernel = "/boot/vmlinuz"; memory = 512\nvif = [ "mac=00:16:3e:00:00:${lastByte}" ]\n`;

export const folderUri = (folder: Folder): string => pathToFileURL(folder.path).href;

/** The URI of a file in the folder. */
export const uriIn = (folder: Folder, name: string): string => pathToFileURL(folder.at(name)).href;

/** A client that reports changes of files and folders. */
export const WATCHING = {
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** An initialized client with these workspace folders. */
export const connectToFolders = async (
  folders: readonly Folder[],
  options: ClientOptions = {},
): Promise<TestClient> => {
  const client = startInProcess({ capabilities: WATCHING, folders: folders.map(folderUri), ...options });
  await client.initialize();
  return client;
};

/** The other files that the diagnostics of `duplicate-mac` name. */
export const filesSharingMac = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics
    .filter(({ code }) => code === 'duplicate-mac')
    .flatMap(({ relatedInformation }) => relatedInformation ?? [])
    .map(({ location }) => location.uri);

/** Waits until the published diagnostics of a document name exactly these files. */
export const untilSharesMacWith = async (
  client: TestClient,
  uri: string,
  others: readonly string[],
): Promise<void> => {
  await client.nextMessage(
    'textDocument/publishDiagnostics',
    (params) =>
      typeof params === 'object' &&
      params !== null &&
      Reflect.get(params, 'uri') === uri &&
      JSON.stringify(filesSharingMac(Reflect.get(params, 'diagnostics'))) === JSON.stringify(others),
  );
};

const FILE_CHANGES = { created: 1, changed: 2, deleted: 3 } as const;

export const notifyFileChange = (
  client: TestClient,
  uri: string,
  change: keyof typeof FILE_CHANGES,
): Promise<void> =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: FILE_CHANGES[change] }] });
