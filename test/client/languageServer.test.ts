/** Starts, restarts and failures of the language server, and what the user sees of them. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../support/eventually.ts';

const editor = vi.hoisted(() => ({
  /** The messages that were shown, and the button that the user clicks. */
  errors: [] as string[],
  button: undefined as string | undefined,
  shown: 0,
}));

vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly #listeners: ((event: unknown) => void)[] = [];
    readonly event = (listener: (event: unknown) => void): void => {
      this.#listeners.push(listener);
    };
    fire(event: unknown): void {
      for (const listener of this.#listeners) listener(event);
    }
  },
  window: {
    showErrorMessage: async (message: string, ...buttons: string[]) => {
      editor.errors.push(message);
      const pressed = buttons.find((one) => one === editor.button);
      editor.button = undefined;
      return pressed;
    },
  },
}));

// The library needs the editor's own module; of its own words only these are used.
vi.mock('vscode-languageclient', () => ({
  State: { Stopped: 1, Running: 2, Starting: 3, StartFailed: 4 },
  CloseAction: { DoNotRestart: 1, Restart: 2 },
  ErrorAction: { Continue: 1, Shutdown: 2 },
  ExecuteCommandRequest: { type: 'workspace/executeCommand' },
}));

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { CloseAction, ErrorAction, State } = await import('vscode-languageclient');
const { createLanguageServer } = await import('../../client/src/languageServer.ts');
type Options = import('vscode-languageclient').LanguageClientOptions;

/** The methods of the library's client that are used. */
class FakeClient {
  state = State.Stopped;
  disposed = false;
  readonly options: Options;
  readonly fails: boolean;
  #listener: (event: { newState: number }) => void = () => {};

  constructor(options: Options, fails: boolean) {
    this.options = options;
    this.fails = fails;
  }
  onDidChangeState(listener: (event: { newState: number }) => void): void {
    this.#listener = listener;
  }
  onNotification(): void {}
  onRequest(): void {}
  enter(newState: number): void {
    this.state = newState;
    this.#listener({ newState });
  }
  async start(): Promise<void> {
    this.enter(State.Starting);
    if (this.fails) {
      this.enter(State.StartFailed);
      throw new Error('no server');
    }
    this.enter(State.Running);
  }
  async dispose(): Promise<void> {
    this.disposed = true;
    this.enter(State.Stopped);
    if (this.fails) throw new Error('is not running');
  }
  async sendRequest(type: unknown, params: unknown): Promise<unknown> {
    return { type, params };
  }
}

/** A server whose first starts fail or succeed in this order. All further ones succeed. */
const makeServer = (...fails: boolean[]) => {
  const clients: FakeClient[] = [];
  const create = (options: Options) => {
    const client = new FakeClient(options, fails[clients.length] ?? false);
    clients.push(client);
    return client;
  };
  const output = { show: () => editor.shown++ };
  const states: string[] = [];
  const server = Reflect.apply(createLanguageServer, undefined, [create, {}, output]) as ReturnType<
    typeof createLanguageServer
  >;
  server.onDidChangeState((state) => states.push(state));
  const last = (): FakeClient => {
    const client = clients.at(-1);
    if (client === undefined) throw new Error('no client was made');
    return client;
  };
  return { server, clients, states, last };
};

/** Calls the handler for a closed connection. Returns what the library is to do. */
const closeConnection = async (client: FakeClient) => (await client.options.errorHandler?.closed())?.action;

beforeEach(() => {
  editor.errors = [];
  editor.button = undefined;
  editor.shown = 0;
});

describe('a server that starts', () => {
  test('shows no message', async () => {
    const { server, states } = makeServer();
    expect(server.state()).toBe('down');
    await server.restart();
    expect(states).toEqual(['starting', 'running']);
    expect(editor.errors).toEqual([]);
  });

  test('executes commands', async () => {
    const { server } = makeServer();
    await expect(server.executeCommand('xlcfg.templates', ['a'])).rejects.toThrow('does not run');
    await server.restart();
    expect(await server.executeCommand('xlcfg.templates', ['a'])).toEqual({
      type: 'workspace/executeCommand',
      params: { command: 'xlcfg.templates', arguments: ['a'] },
    });
  });

  test('is replaced by a restart, and later events of the old one are ignored', async () => {
    const { server, clients, states } = makeServer();
    await server.restart();
    await server.restart();
    const [first, second] = clients;
    expect([first?.disposed, second?.disposed]).toEqual([true, false]);
    first?.enter(State.StartFailed);
    expect(states).toEqual(['starting', 'running', 'starting', 'running']);
    expect(editor.errors).toEqual([]);
  });

  test('is started once by concurrent restarts', async () => {
    const { server, clients } = makeServer();
    await server.restart();
    await Promise.all([server.restart(), server.restart()]);
    expect(clients.map(({ disposed }) => disposed)).toEqual([true, false]);
  });

  test('is disposed when it is stopped', async () => {
    const { server, last } = makeServer();
    await server.restart();
    await server.stop();
    expect(last().disposed).toBe(true);
    await expect(server.executeCommand('xlcfg.templates', [])).rejects.toThrow('does not run');
  });
});

describe('a server that fails to start', () => {
  test('is reported once, without an exception', async () => {
    const { server, states } = makeServer(true);
    await server.restart();
    expect(states).toEqual(['starting', 'down']);
    expect(editor.errors).toEqual([expect.stringMatching(/^[^.]*did not start[^.]*\.$/)]);
  });

  test('is not restarted automatically', async () => {
    const { server, last } = makeServer(true);
    await server.restart();
    expect(await closeConnection(last())).toBe(CloseAction.DoNotRestart);
    last().state = State.Starting;
    expect(await closeConnection(last())).toBe(CloseAction.DoNotRestart);
  });

  test('is restarted by the button', async () => {
    const { server, clients } = makeServer(true);
    editor.button = 'Restart';
    await server.restart();
    await eventually(() => expect(server.state()).toBe('running'));
    expect(clients).toHaveLength(2);
    expect(editor.shown).toBe(0);
  });

  test('has a button that shows its output', async () => {
    const { server, clients } = makeServer(true);
    editor.button = 'Show Output';
    await server.restart();
    await eventually(() => expect(editor.shown).toBe(1));
    expect(clients).toHaveLength(1);
  });
});

describe('a server that crashes', () => {
  test('is restarted four times, and then reported once', async () => {
    const { server, last } = makeServer();
    await server.restart();
    for (let count = 0; count < 4; count += 1)
      expect(await closeConnection(last())).toBe(CloseAction.Restart);
    expect(editor.errors).toEqual([]);
    expect(await closeConnection(last())).toBe(CloseAction.DoNotRestart);
    expect(editor.errors).toEqual([expect.stringMatching(/^[^.]*ended several times[^.]*\.$/)]);
  });

  test('has its crashes forgotten when the user restarts it', async () => {
    const { server, last } = makeServer();
    await server.restart();
    for (let count = 0; count < 4; count += 1) await closeConnection(last());
    await server.restart();
    expect(await closeConnection(last())).toBe(CloseAction.Restart);
  });

  test('is shut down if writing to it keeps failing', async () => {
    const { server, last } = makeServer();
    await server.restart();
    const failed = async (count: number) =>
      (await last().options.errorHandler?.error(new Error('pipe'), undefined, count))?.action;
    expect(await failed(3)).toBe(ErrorAction.Continue);
    expect(editor.errors).toEqual([]);
    expect(await failed(4)).toBe(ErrorAction.Shutdown);
    expect(editor.errors).toHaveLength(1);
  });
});
