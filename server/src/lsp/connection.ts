/** The lifecycle of a connection, from `initialize` to `shutdown`. Independent of the transport. */
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
import { pathOfUri } from './uris.ts';

type Phase = 'uninitialized' | 'running' | 'shutdown';

const capabilities = (client: ClientSupport): ServerCapabilities => {
  const providers = Object.entries(HANDLERS).flatMap(([name, handler]) => {
    const capability = handler?.capability(client);
    return capability === undefined ? [] : [[name, capability] as const];
  });
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...Object.fromEntries(providers),
  };
};

/**
 * Serves one client, and starts listening.
 *
 * @param connection over any transport, not listening yet
 */
export const serve = (connection: Connection, host: Host): void => {
  let phase: Phase = 'uninitialized';
  let session: Session | undefined;

  const assertRunning = (): void => {
    if (phase === 'uninitialized') {
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
    }
    if (phase === 'shutdown') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down.');
  };

  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<never> => {
    if (phase !== 'uninitialized')
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    const client = readClientSupport(params);
    const { docsUrl = host.docsUrl } = client;
    session = createSession(connection, client, { ...host, ...(docsUrl !== undefined && { docsUrl }) });
    for (const handler of Object.values(HANDLERS)) {
      for (const register of handler?.requests ?? []) register(connection, session, assertRunning);
    }
    phase = 'running';
    return { serverInfo: { name: 'xlcfg', version: host.version }, capabilities: capabilities(client) };
  });

  connection.onInitialized(() => {
    if (session === undefined || phase !== 'running') return;
    const { client, settings, workspace } = session;
    const folders = client.folders.length === 0 ? 'no folder' : client.folders.map(pathOfUri).join(', ');
    connection.console.info(`xlcfg ${host.version} on ${host.runtime}; workspace: ${folders}`);
    settings.registerForChanges();
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
    assertRunning();
    phase = 'shutdown';
    session?.stop();
  });

  // Requests without a handler; before `initialize` these are all requests.
  connection.onRequest((method) => {
    assertRunning();
    throw new ResponseError(ErrorCodes.MethodNotFound, `The server does not answer ${method}.`);
  });

  connection.listen();
};
