/** The life of a connection: from `initialize` to `shutdown`. Knows no transport. */
import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type ClientSupport, readClientSupport } from './clientSupport.ts';
import { HANDLERS } from './handlers/index.ts';
import { validated, validateFileEvents, validateFolderChange } from './notifications.ts';
import { createSession, type Host, type Session } from './session.ts';

type Phase = 'new' | 'running' | 'shutdown';

const capabilities = (client: ClientSupport): ServerCapabilities => {
  const all = HANDLERS.map((handler) => handler.capability(client));
  return Object.assign(
    {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    },
    ...all,
    // The one capability that several features have a part in.
    {
      workspace: Object.assign(
        { workspaceFolders: { supported: true, changeNotifications: true } },
        ...all.map(({ workspace }) => workspace),
      ),
    },
  );
};

/**
 * Serves one client on a connection that is not listening yet, and listens.
 *
 * @param connection of any transport: a process's streams, a socket, a web worker
 */
export const serve = (connection: Connection, host: Host): void => {
  let phase: Phase = 'new';
  let session: Session | undefined;

  const guard = (): void => {
    if (phase === 'new') {
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
    }
    if (phase === 'shutdown') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down.');
  };

  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<never> => {
    if (phase !== 'new')
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    const client = readClientSupport(params);
    const { docsUrl = host.docsUrl } = client;
    session = createSession(connection, client, { ...host, ...(docsUrl !== undefined && { docsUrl }) });
    for (const handler of HANDLERS) handler.register(connection, session, guard);
    phase = 'running';
    return { serverInfo: { name: 'xlcfg', version: host.version }, capabilities: capabilities(client) };
  });

  connection.onInitialized(() => {
    if (session === undefined || phase !== 'running') return;
    const { client, settings: configuration, workspace } = session;
    configuration.watchClientSettings();
    if (client.reportsFolderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        if (validateFolderChange(event) !== undefined) return;
        workspace.foldersChanged(
          event.added.map(({ uri }) => uri),
          event.removed.map(({ uri }) => uri),
        );
      });
    }
    workspace.start();
  });
  validated(
    connection,
    'workspace/didChangeWatchedFiles',
    connection.onDidChangeWatchedFiles,
    validateFileEvents,
  )(({ changes }) => session?.filesChanged(changes));
  connection.onDidChangeConfiguration((params) => session?.clientSettingsChanged(params?.settings));

  connection.onShutdown(() => {
    guard();
    phase = 'shutdown';
    session?.stop();
  });

  // Requests that no handler is registered for; before `initialize` that is all of them.
  connection.onRequest((method) => {
    guard();
    throw new ResponseError(ErrorCodes.MethodNotFound, `The server does not answer ${method}.`);
  });

  connection.listen();
};
