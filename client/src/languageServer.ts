/**
 * The language server as the rest of the extension sees it. Failures are reported to the user here and nowhere else, in
 * one sentence with a button.
 */
import { type CancellationToken, type Event, EventEmitter, type LogOutputChannel, window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
import { PICK, pick } from './pick.ts';
import { mayRestart, recentCrashes } from './restartPolicy.ts';
import { NOT_GUEST_CONFIG, restoreLanguageMode } from './restoreLanguageMode.ts';

/** Creates a client that isn't started yet, for a server in a process or in a worker. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Notification from the server after settings or project configs have changed. */
const SETTINGS_CHANGED = 'xlcfg/settingsChanged';

export type ServerState = 'starting' | 'running' | 'down';

export interface LanguageServer {
  readonly state: () => ServerState;
  readonly onDidChangeState: Event<ServerState>;
  /** The settings of documents may be others than before. */
  readonly onDidChangeSettings: Event<void>;
  /** Replaces the server by a new one. Never rejects: failures are reported as the state. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Executes a command of the server. Rejects if the server isn't running or the command fails. */
  readonly executeCommand: (
    command: string,
    args: readonly unknown[],
    token?: CancellationToken,
  ) => Promise<unknown>;
}

const NOT_STARTED =
  'The language server for Xen xl configuration did not start: files get colours but are not checked.';
const STOPPED_RESTARTING =
  'The language server for Xen xl configuration ended several times and stays off: files get colours but are not checked.';

const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.StartFailed]: 'down',
  [State.Stopped]: 'down',
};

/** The connection is shut down after this many failures in a row to write to the server. */
const MAX_WRITE_ERRORS = 3;

/**
 * @param create called for each start, because a client that failed to start cannot be started again
 * @param output the log of the language client, opened by "Show Output"
 */
export const createLanguageServer = (
  create: CreateClient,
  options: LanguageClientOptions,
  output: LogOutputChannel,
): LanguageServer => {
  const changed = new EventEmitter<ServerState>();
  const settingsChanged = new EventEmitter<void>();
  let state: ServerState = 'down';
  let current: BaseLanguageClient | undefined;
  let crashes: readonly number[] = [];

  const setState = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    changed.fire(next);
  };

  const showFailure = async (sentence: string): Promise<void> => {
    const button = await window.showErrorMessage(sentence, 'Restart', 'Show Output');
    if (button === 'Restart') await restart();
    if (button === 'Show Output') output.show(true);
  };

  /** A server that ends while starting isn't restarted: it would fail again, and the failed start is reported. */
  const onClosed = (client: BaseLanguageClient): CloseAction => {
    if (client.state !== State.Running) return CloseAction.DoNotRestart;
    const now = Date.now();
    crashes = [...recentCrashes(crashes, now), now];
    if (mayRestart(crashes, now)) return CloseAction.Restart;
    void showFailure(STOPPED_RESTARTING);
    return CloseAction.DoNotRestart;
  };

  const observe = (client: BaseLanguageClient): void => {
    client.onDidChangeState(({ newState }) => {
      if (client !== current) return;
      if (newState === State.StartFailed) void showFailure(NOT_STARTED);
      setState(STATES[newState]);
    });
    client.onNotification(NOT_GUEST_CONFIG, ({ uri }: { readonly uri: string }) => restoreLanguageMode(uri));
    client.onNotification(SETTINGS_CHANGED, () => settingsChanged.fire());
    client.onRequest(PICK, pick);
  };

  const stop = async (): Promise<void> => {
    const last = current;
    current = undefined;
    // Fails for a server that hangs or never ran; there is nothing more to do about it.
    await last?.dispose().catch(() => {});
  };

  const restart = async (): Promise<void> => {
    setState('starting');
    await stop();
    // A concurrent call has already started a new client.
    if (current !== undefined) return;
    crashes = [];
    const client = create({
      ...options,
      outputChannel: output,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (_error, _message, count = 0) => {
          if (count <= MAX_WRITE_ERRORS) return { action: ErrorAction.Continue, handled: true };
          void showFailure(STOPPED_RESTARTING);
          return { action: ErrorAction.Shutdown, handled: true };
        },
        closed: () => ({ action: onClosed(client), handled: true }),
      },
    });
    current = client;
    observe(client);
    await client.start().catch(() => {});
  };

  return {
    state: () => state,
    onDidChangeState: changed.event,
    onDidChangeSettings: settingsChanged.event,
    restart,
    stop,
    executeCommand: async (command, args, token) => {
      if (current === undefined) throw new Error('The language server does not run.');
      return current.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...args] }, token);
    },
  };
};
