/**
 * The language server as the rest of the extension knows it: it starts, may fail, and can be asked. What a person is
 * told of failures is said here, in one sentence with a button, and nowhere else.
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
import { handBack, NOT_GUEST_CONFIG } from './handBack.ts';
import { mayRestart, recentEnds } from './restarts.ts';

/** Makes a client that is not started yet. What it has to do with Node or with a worker is its own affair. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

export type ServerState = 'starting' | 'running' | 'down';

export interface Server {
  readonly state: () => ServerState;
  readonly onDidChangeState: Event<ServerState>;
  /** Starts a server in the place of the one before, whatever became of that. Never rejects: the state tells. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Has the server carry out one of its commands; rejects where it cannot. */
  readonly ask: (command: string, args: readonly unknown[], token?: CancellationToken) => Promise<unknown>;
}

const NOT_STARTED =
  'The language server for Xen xl configuration did not start: files get colours but are not checked.';
const GIVEN_UP =
  'The language server for Xen xl configuration ended several times and stays off: files get colours but are not checked.';

const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.StartFailed]: 'down',
  [State.Stopped]: 'down',
};

/** Writing to the server may fail this often in a row. */
const MOST_ERRORS = 3;

/**
 * @param create is called anew for each start: a client whose start failed cannot be started again
 * @param output where the library of the client writes, and what "Show Output" shows
 */
export const createServer = (
  create: CreateClient,
  options: LanguageClientOptions,
  output: LogOutputChannel,
): Server => {
  const changed = new EventEmitter<ServerState>();
  let state: ServerState = 'down';
  let current: BaseLanguageClient | undefined;
  let ends: readonly number[] = [];

  const enter = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    changed.fire(next);
  };

  const tell = async (sentence: string): Promise<void> => {
    const button = await window.showErrorMessage(sentence, 'Restart', 'Show Output');
    if (button === 'Restart') await restart();
    if (button === 'Show Output') output.show(true);
  };

  /** A server that ends before it runs would do so again; its start fails, and that is told. */
  const closed = (client: BaseLanguageClient): CloseAction => {
    if (client.state !== State.Running) return CloseAction.DoNotRestart;
    const now = Date.now();
    ends = [...recentEnds(ends, now), now];
    if (mayRestart(ends, now)) return CloseAction.Restart;
    void tell(GIVEN_UP);
    return CloseAction.DoNotRestart;
  };

  const follow = (client: BaseLanguageClient): void => {
    client.onDidChangeState(({ newState }) => {
      if (client !== current) return;
      if (newState === State.StartFailed) void tell(NOT_STARTED);
      enter(STATES[newState]);
    });
    client.onNotification(NOT_GUEST_CONFIG, ({ uri }: { readonly uri: string }) => handBack(uri));
  };

  const stop = async (): Promise<void> => {
    const last = current;
    current = undefined;
    // One that hangs, or never ran, cannot be stopped and is left to itself.
    await last?.dispose().catch(() => {});
  };

  const restart = async (): Promise<void> => {
    enter('starting');
    await stop();
    // Asked for twice, the other one was quicker.
    if (current !== undefined) return;
    ends = [];
    const client = create({
      ...options,
      outputChannel: output,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (_error, _message, count = 0) => {
          if (count <= MOST_ERRORS) return { action: ErrorAction.Continue, handled: true };
          void tell(GIVEN_UP);
          return { action: ErrorAction.Shutdown, handled: true };
        },
        closed: () => ({ action: closed(client), handled: true }),
      },
    });
    current = client;
    follow(client);
    await client.start().catch(() => {});
  };

  return {
    state: () => state,
    onDidChangeState: changed.event,
    restart,
    stop,
    ask: async (command, args, token) => {
      if (current === undefined) throw new Error('The language server does not run.');
      return current.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...args] }, token);
    },
  };
};
