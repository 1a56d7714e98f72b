/** The files of the workspace, for a server that has no disk: the client is asked for them. */
import { CancellationTokenSource, type Connection } from 'vscode-languageserver';
import { CANDIDATE_PATTERN, isCandidate, MAX_SIZE } from '../lsp/candidates.ts';
import type { FoundFile, HostFiles } from '../lsp/hostFiles.ts';

/** `{ folder, pattern }`: the URIs of the files below a folder that fit a pattern, as an array. */
export const LIST_FILES = 'xlcfg/listFiles';

/** `{ uri, maxSize }`: the text of a file; null where it cannot be read or is larger, in bytes. */
export const READ_FILE = 'xlcfg/readFile';

/** `{ uri }`: whether there is such a file. */
export const FILE_EXISTS = 'xlcfg/fileExists';

/** The names of folders, then that of the file; undefined where it is not in the folder. */
const wayIn = (folder: string, uri: string): readonly string[] | undefined => {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  try {
    return uri.startsWith(base) ? uri.slice(base.length).split('/').map(decodeURIComponent) : undefined;
  } catch {
    return undefined;
  }
};

const isGuestsFile = (folder: string, uri: string): boolean => isCandidate(wayIn(folder, uri) ?? []);

/** Nothing tells links here: what has another URI is another file. */
const toFile = (uri: string): FoundFile => ({ uri, id: uri });

/** Files as the client has them. A client that does not answer, or knows no such requests, has none. */
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

  async function* list(folder: string, signal: AbortSignal): AsyncGenerator<FoundFile> {
    if (signal.aborted) return;
    const answer = await ask(LIST_FILES, { folder, pattern: CANDIDATE_PATTERN }, signal);
    for (const uri of new Set(Array.isArray(answer) ? answer : [])) {
      if (signal.aborted) return;
      if (typeof uri === 'string' && isGuestsFile(folder, uri)) yield toFile(uri);
    }
  }

  return {
    // The client tells of no other documents.
    isHostUri: () => true,
    findAll: list,
    findOne: async (folder, uri) =>
      isGuestsFile(folder, uri) && (await exists(uri)) ? toFile(uri) : undefined,
    identityOf: async (uri) => uri,
    read: async (uri) => {
      const text = await ask(READ_FILE, { uri, maxSize: MAX_SIZE });
      return typeof text === 'string' ? text : undefined;
    },
    exists,
    // What is beside the workspace is out of reach.
    folder: () => undefined,
  };
};
