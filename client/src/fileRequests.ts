/**
 * Answers the file requests of a server in a web worker, which has no disk. Files outside the workspace don't exist for
 * it.
 */
import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The server's requests; their parameters are described in the server's `browser/clientFiles.ts`. */
export const LIST_FILES = 'xlcfg/listFiles';
export const READ_FILE = 'xlcfg/readFile';
export const FILE_EXISTS = 'xlcfg/fileExists';

/**
 * Decodes a file as UTF-8, or as Latin-1 if it isn't valid UTF-8: xl reads bytes and accepts both. A byte order mark is
 * kept, because xl rejects it.
 */
export const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
};

/** The URI if it is in a folder of the workspace. */
const workspaceUri = (text: string): Uri | undefined => {
  const uri = Uri.parse(text);
  // True for the folder itself, too.
  return workspace.getWorkspaceFolder(uri) && uri;
};

const list = async (folder: string, pattern: string): Promise<readonly string[]> => {
  const uri = workspaceUri(folder);
  if (uri === undefined) return [];
  // null: files that the user excludes from the explorer are included, since xl reads them too.
  const found = await workspace.findFiles(new RelativePattern(uri, pattern), null);
  return found.map((file) => file.toString());
};

const read = async (text: string, maxSize: number): Promise<string | null> => {
  const uri = workspaceUri(text);
  if (uri === undefined) return null;
  try {
    const { size } = await workspace.fs.stat(uri);
    return size <= maxSize ? decode(await workspace.fs.readFile(uri)) : null;
  } catch {
    return null;
  }
};

const exists = async (text: string): Promise<boolean> => {
  const uri = workspaceUri(text);
  if (uri === undefined) return false;
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
};

export const answerFileRequests = (client: Pick<BaseLanguageClient, 'onRequest'>): void => {
  client.onRequest(LIST_FILES, ({ folder, pattern }: { folder: string; pattern: string }) =>
    list(folder, pattern),
  );
  client.onRequest(READ_FILE, ({ uri, maxSize }: { uri: string; maxSize: number }) => read(uri, maxSize));
  client.onRequest<boolean, void>(FILE_EXISTS, ({ uri }: { uri: string }) => exists(uri));
};
