import { beforeEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { fakeServer } from './support/fakeServer.ts';

type Item = Record<string, unknown>;

const editor = vi.hoisted(() => ({
  items: {} as Record<string, Record<string, unknown>>,
  uri: 'file:///guests/web.cfg',
  /** Every assignment to a property of an item. */
  changes: 0,
  disposed: 0,
}));

vi.mock('vscode', () => {
  const listen = () => ({ dispose: () => editor.disposed++ });
  return {
    LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
    ConfigurationTarget: {},
    languages: {
      createLanguageStatusItem: (id: string) => {
        const item: Item = {
          dispose: () => {
            delete editor.items[id];
          },
        };
        editor.items[id] = new Proxy(item, {
          set: (target, name, value) => {
            editor.changes++;
            return Reflect.set(target, name, value);
          },
        });
        return editor.items[id];
      },
    },
    window: {
      get activeTextEditor() {
        return { document: { uri: editor.uri, languageId: 'xlcfg' } };
      },
      onDidChangeActiveTextEditor: listen,
    },
    workspace: { onDidChangeTextDocument: listen },
  };
});

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { createStatusItem } = await import('../../client/src/statusItem.ts');
type LanguageServer = import('../../client/src/languageServer.ts').LanguageServer;
type ServerState = import('../../client/src/languageServer.ts').ServerState;

const platformValue = (text: string, detail: string) => ({ value: text, origin: 'default', text, detail });

const makeServer = (first: ServerState = 'running') => {
  let state = first;
  let version = '4.22';
  const listeners: (() => void)[] = [];
  const listen = (listener: () => unknown) => {
    listeners.push(listener);
    return { dispose: () => editor.disposed++ };
  };
  const server: LanguageServer = {
    ...fakeServer(() => ({
      xenVersion: platformValue(`Xen ${version}`, 'newest known version'),
      architecture: platformValue('x86', 'assumed'),
    })),
    state: () => state,
    onDidChangeState: (listener) => listen(() => listener(state)),
    onDidChangeSettings: (listener) => listen(() => listener()),
  };
  const change = (nextState: ServerState, nextVersion = version): void => {
    state = nextState;
    version = nextVersion;
    for (const listener of listeners) listener();
  };
  return { server, change };
};

const versionItem = (): Item => editor.items['xlcfg.xenVersion'] ?? {};

const shows = (text: string): Promise<void> =>
  eventually(() => {
    expect(versionItem().text).toBe(text);
  });

beforeEach(() => {
  Object.assign(editor, { items: {}, changes: 0, disposed: 0 });
});

describe('the status items', () => {
  test('show what the server says, with a command for each', async () => {
    createStatusItem(makeServer().server);
    await shows('Xen 4.22');
    expect(versionItem()).toMatchObject({
      detail: 'newest known version',
      severity: 0,
      busy: false,
      command: { command: 'xlcfg.selectXenVersion', title: 'Change' },
    });
    expect(editor.items['xlcfg.architecture']).toMatchObject({
      text: 'x86',
      detail: 'assumed',
      command: { command: 'xlcfg.selectArchitecture', title: 'Change' },
    });
  });

  test('show the state of a server that is not running, with a command to restart it', () => {
    const { server, change } = makeServer('starting');
    createStatusItem(server);
    expect(versionItem()).toMatchObject({ busy: true, severity: 0 });
    change('down');
    expect(versionItem()).toMatchObject({
      busy: false,
      severity: 2,
      detail: 'The language server is not running',
      command: { command: 'xlcfg.restartServer' },
    });
  });

  test('are updated when settings or project configs change', async () => {
    const { server, change } = makeServer();
    createStatusItem(server);
    await shows('Xen 4.22');
    change('running', '4.5');
    await shows('Xen 4.5');
  });

  test('are one item while the server is not running', async () => {
    const { server, change } = makeServer('starting');
    createStatusItem(server);
    expect(Object.keys(editor.items)).toEqual(['xlcfg.xenVersion']);
    change('running');
    await shows('Xen 4.22');
    expect(Object.keys(editor.items)).toEqual(['xlcfg.xenVersion', 'xlcfg.architecture']);
    change('down');
    expect(Object.keys(editor.items)).toEqual(['xlcfg.xenVersion']);
  });

  test('are not touched by an update that changes nothing', async () => {
    const { server, change } = makeServer();
    createStatusItem(server);
    await shows('Xen 4.22');
    const before = editor.changes;
    change('running');
    // The architecture comes after the version, and both in one answer.
    change('running', '4.5');
    await shows('Xen 4.5');
    expect(editor.changes).toBe(before + Object.keys(versionItem()).length - 1);
  });

  test('are disposed with their listeners', async () => {
    const { server } = makeServer();
    const items = createStatusItem(server);
    await shows('Xen 4.22');
    items.dispose();
    expect(editor.items).toEqual({});
    expect(editor.disposed).toBe(4);
  });
});
