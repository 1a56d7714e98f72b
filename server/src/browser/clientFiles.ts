/** The files of the workspace for a server without a disk: the client is asked for them. */
import { CancellationTokenSource, type Connection } from 'vscode-languageserver';
import { ANY_FILE_GLOB, maxSizeOf, mayBeGuestFile } from '../discovery/guestFiles.ts';
import type { FoundFile, HostFiles } from '../lsp/hostFiles.ts';

/** Request `{ folder, pattern }`: the URIs of the files below a folder that match a glob pattern, as an array. */
export const LIST_FILES = 'xlcfg/listFiles';

/** Request `{ uri, maxSize }`: the text of a file; null if it cannot be read or exceeds `maxSize` bytes. */
export const READ_FILE = 'xlcfg/readFile';

/** Request `{ uri }`: whether a file exists. */
export const FILE_EXISTS = 'xlcfg/fileExists';

/** The decoded segments of a file's path below a folder; undefined if it isn't below the folder. */
const pathSegments = (folder: string, uri: string): readonly string[] | undefined => {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  try {
    return uri.startsWith(base) ? uri.slice(base.length).split('/').map(decodeURIComponent) : undefined;
  } catch {
    return undefined;
  }
};

const mayBeGuestFileIn = (folder: string, uri: string): boolean =>
  mayBeGuestFile(pathSegments(folder, uri) ?? []);

/** Clients don't report links, so each URI counts as its own file. */
const toFoundFile = (uri: string): FoundFile => ({ uri, id: uri });

/** A client that doesn't answer these requests has no files. */
export const clientFiles = (connection: Pick<Connection, 'sendRequest'>): HostFiles => {
  const ask = async (method: string, params: object, signal?: AbortSignal): Promise<unknown> => {
    const cancellation = new CancellationTokenSource();
    const cancel = (): void => cancellation.cancel();
    signal?.addEventListener('abort', cancel);
    try {
      return await connection.sendRequest<unknown>(method, params, cancellation.token);
    } catch {
      return undefined;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };

  const exists = async (uri: string): Promise<boolean> => (await ask(FILE_EXISTS, { uri })) === true;

  async function* findAll(folder: string, signal: AbortSignal): AsyncGenerator<FoundFile> {
    if (signal.aborted) return;
    const answer = await ask(LIST_FILES, { folder, pattern: ANY_FILE_GLOB }, signal);
    for (const uri of new Set(Array.isArray(answer) ? answer : [])) {
      if (signal.aborted) return;
      if (typeof uri === 'string' && mayBeGuestFileIn(folder, uri)) yield toFoundFile(uri);
    }
  }

  return {
    // The client synchronizes no other documents.
    isHostUri: () => true,
    findAll,
    findOne: async (folder, uri) =>
      mayBeGuestFileIn(folder, uri) && (await exists(uri)) ? toFoundFile(uri) : undefined,
    identityOf: async (uri) => uri,
    read: async (uri) => {
      const text = await ask(READ_FILE, { uri, maxSize: maxSizeOf(uri.slice(uri.lastIndexOf('/') + 1)) });
      // The client doesn't say how it decoded the bytes.
      return typeof text === 'string' ? { text, encoding: 'utf8' } : undefined;
    },
    exists,
    // Only the folders of the workspace can be reached.
    folderUri: () => undefined,
  };
};
