/**
 * The files of the workspace, for a server that has no disk of its own and asks for them. What is not in a folder of
 * the workspace is not told.
 */
import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Requests of the server. */
export const LIST_FILES = 'xlcfg/listFiles';
export const READ_FILE = 'xlcfg/readFile';
export const FILE_EXISTS = 'xlcfg/fileExists';

/**
 * Decodes a file as UTF-8 or, where it is none, byte by byte: xl reads bytes and takes both. A byte order mark stays,
 * because xl refuses it.
 */
export const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
};

/** A URI in a folder of the workspace; undefined for any other. */
const inWorkspace = (text: string): Uri | undefined => {
  const uri = Uri.parse(text);
  // A folder is in itself.
  return workspace.getWorkspaceFolder(uri) && uri;
};

const list = async (folder: string, pattern: string): Promise<readonly string[]> => {
  const uri = inWorkspace(folder);
  if (uri === undefined) return [];
  // What the person hides from the list of files is still there for xl.
  const found = await workspace.findFiles(new RelativePattern(uri, pattern), null);
  return found.map((file) => file.toString());
};

const read = async (text: string, maxSize: number): Promise<string | null> => {
  const uri = inWorkspace(text);
  if (uri === undefined) return null;
  try {
    const { size } = await workspace.fs.stat(uri);
    return size <= maxSize ? decode(await workspace.fs.readFile(uri)) : null;
  } catch {
    return null;
  }
};

const exists = async (text: string): Promise<boolean> => {
  const uri = inWorkspace(text);
  if (uri === undefined) return false;
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
};

/** Lets the server of a client ask for files. */
export const offerFiles = (client: Pick<BaseLanguageClient, 'onRequest'>): void => {
  client.onRequest(LIST_FILES, ({ folder, pattern }: { folder: string; pattern: string }) =>
    list(folder, pattern),
  );
  client.onRequest(READ_FILE, ({ uri, maxSize }: { uri: string; maxSize: number }) => read(uri, maxSize));
  client.onRequest<boolean, void>(FILE_EXISTS, ({ uri }: { uri: string }) => exists(uri));
};
