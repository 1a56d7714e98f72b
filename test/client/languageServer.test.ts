/** What becomes of a server that does not start, or ends: when it is started again, and what the person is told. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

const editor = vi.hoisted(() => ({
  /** What the person was told, and the button that is pressed. */
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

// Another file of this process may have loaded it, with its own editor.
vi.resetModules();
const { CloseAction, ErrorAction, State } = await import('vscode-languageclient');
const { createLanguageServer: createServer } = await import('../../client/src/languageServer.ts');
type Options = import('vscode-languageclient').LanguageClientOptions;

/** A client of the library, as far as we use it. */
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

/** A server whose starts fail, or do not, in this order; then they do not. */
const makeServer = (...fails: boolean[]) => {
  const clients: FakeClient[] = [];
  const create = (options: Options) => {
    const client = new FakeClient(options, fails[clients.length] ?? false);
    clients.push(client);
    return client;
  };
  const output = { show: () => editor.shown++ };
  const states: string[] = [];
  const server = Reflect.apply(createServer, undefined, [create, {}, output]) as ReturnType<
    typeof createServer
  >;
  server.onDidChangeState((state) => states.push(state));
  const last = (): FakeClient => {
    const client = clients.at(-1);
    if (client === undefined) throw new Error('no client was made');
    return client;
  };
  return { server, clients, states, last };
};

/** The library's question when a server has ended. */
const ended = async (client: FakeClient) => (await client.options.errorHandler?.closed())?.action;

beforeEach(() => {
  editor.errors = [];
  editor.button = undefined;
  editor.shown = 0;
});

describe('a server that starts', () => {
  test('runs, and nobody is told', async () => {
    const { server, states } = makeServer();
    expect(server.state()).toBe('down');
    await server.restart();
    expect(states).toEqual(['starting', 'running']);
    expect(editor.errors).toEqual([]);
  });

  test('carries out commands', async () => {
    const { server } = makeServer();
    await expect(server.executeCommand('xlcfg.templates', ['a'])).rejects.toThrow('does not run');
    await server.restart();
    expect(await server.executeCommand('xlcfg.templates', ['a'])).toEqual({
      type: 'workspace/executeCommand',
      params: { command: 'xlcfg.templates', arguments: ['a'] },
    });
  });

  test('is another one after a restart; what the old one still says does not count', async () => {
    const { server, clients, states } = makeServer();
    await server.restart();
    await server.restart();
    const [first, second] = clients;
    expect([first?.disposed, second?.disposed]).toEqual([true, false]);
    first?.enter(State.StartFailed);
    expect(states).toEqual(['starting', 'running', 'starting', 'running']);
    expect(editor.errors).toEqual([]);
  });

  test('is one, however often it is asked for at a time', async () => {
    const { server, clients } = makeServer();
    await server.restart();
    await Promise.all([server.restart(), server.restart()]);
    expect(clients.map(({ disposed }) => disposed)).toEqual([true, false]);
  });

  test('is gone when it is stopped', async () => {
    const { server, last } = makeServer();
    await server.restart();
    await server.stop();
    expect(last().disposed).toBe(true);
    await expect(server.executeCommand('xlcfg.templates', [])).rejects.toThrow('does not run');
  });
});

describe('a server that does not start', () => {
  test('is told of in one sentence, and does not keep the rest from working', async () => {
    const { server, states } = makeServer(true);
    await server.restart();
    expect(states).toEqual(['starting', 'down']);
    expect(editor.errors).toEqual([expect.stringMatching(/^[^.]*did not start[^.]*\.$/)]);
  });

  test('is not started again by itself', async () => {
    const { server, last } = makeServer(true);
    await server.restart();
    expect(await ended(last())).toBe(CloseAction.DoNotRestart);
    last().state = State.Starting;
    expect(await ended(last())).toBe(CloseAction.DoNotRestart);
  });

  test('starts by the button', async () => {
    const { server, clients } = makeServer(true);
    editor.button = 'Restart';
    await server.restart();
    await vi.waitFor(() => expect(server.state()).toBe('running'));
    expect(clients).toHaveLength(2);
    expect(editor.shown).toBe(0);
  });

  test('has its output behind the other button', async () => {
    const { server, clients } = makeServer(true);
    editor.button = 'Show Output';
    await server.restart();
    await vi.waitFor(() => expect(editor.shown).toBe(1));
    expect(clients).toHaveLength(1);
  });
});

describe('a server that ends while it runs', () => {
  test('is started again four times; then the person is told, once', async () => {
    const { server, last } = makeServer();
    await server.restart();
    for (let count = 0; count < 4; count += 1) expect(await ended(last())).toBe(CloseAction.Restart);
    expect(editor.errors).toEqual([]);
    expect(await ended(last())).toBe(CloseAction.DoNotRestart);
    expect(editor.errors).toEqual([expect.stringMatching(/^[^.]*ended several times[^.]*\.$/)]);
  });

  test('counts anew when the person restarts it', async () => {
    const { server, last } = makeServer();
    await server.restart();
    for (let count = 0; count < 4; count += 1) await ended(last());
    await server.restart();
    expect(await ended(last())).toBe(CloseAction.Restart);
  });

  test('is let go when it cannot be written to', async () => {
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
