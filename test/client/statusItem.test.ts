import { beforeEach, describe, expect, test, vi } from 'vitest';

const editor = vi.hoisted(() => ({
  xenVersion: '4.22',
  architecture: 'auto',
  item: {} as Record<string, unknown>,
  listeners: [] as ((event: { affectsConfiguration: () => boolean }) => void)[],
  disposed: 0,
}));

vi.mock('vscode', () => {
  const listen = (listener: () => void) => {
    editor.listeners.push(listener);
    return { dispose: () => editor.disposed++ };
  };
  return {
    ConfigurationTarget: {},
    LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
    languages: {
      createLanguageStatusItem: () => {
        editor.item = { dispose: () => editor.disposed++ };
        return editor.item;
      },
    },
    window: { activeTextEditor: undefined, onDidChangeActiveTextEditor: listen },
    workspace: {
      onDidChangeConfiguration: listen,
      getConfiguration: () => ({
        get: (name: 'xenVersion' | 'architecture') => editor[name],
      }),
    },
  };
});

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { createStatusItem } = await import('../../client/src/statusItem.ts');
type LanguageServer = import('../../client/src/languageServer.ts').LanguageServer;
type ServerState = import('../../client/src/languageServer.ts').ServerState;

const makeServer = () => {
  let state: ServerState = 'starting';
  let listener: (next: ServerState) => unknown = () => {};
  const server: LanguageServer = {
    state: () => state,
    onDidChangeState: (added) => {
      listener = added;
      return { dispose: () => editor.disposed++ };
    },
    restart: async () => {},
    stop: async () => {},
    executeCommand: async () => null,
  };
  const setState = (next: ServerState): void => {
    state = next;
    listener(next);
  };
  return { server, setState };
};

beforeEach(() => {
  Object.assign(editor, { xenVersion: '4.22', architecture: 'auto', listeners: [], disposed: 0 });
});

describe('the status item', () => {
  test('shows the state of the server, with a command for it', () => {
    const { server, setState } = makeServer();
    createStatusItem(server);
    expect(editor.item).toMatchObject({ text: 'Xen 4.22', busy: true, severity: 0 });
    setState('running');
    expect(editor.item).toMatchObject({ busy: false, command: { command: 'xlcfg.selectXenVersion' } });
    setState('down');
    expect(editor.item).toMatchObject({
      busy: false,
      severity: 2,
      detail: 'the language server does not run',
      command: { command: 'xlcfg.restartServer' },
    });
  });

  test('is updated when the active document or the settings change', () => {
    createStatusItem(makeServer().server);
    for (const [index, xenVersion] of ['4.17', '4.9'].entries()) {
      editor.xenVersion = xenVersion;
      editor.listeners[index]?.({ affectsConfiguration: () => true });
      expect(editor.item.text).toBe(`Xen ${xenVersion}`);
    }
    editor.xenVersion = '4.5';
    editor.listeners[1]?.({ affectsConfiguration: () => false });
    expect(editor.item.text).toBe('Xen 4.9');
  });

  test.each([
    ['auto', 'Xen 4.22'],
    ['x86', 'Xen 4.22 (x86)'],
    ['arm', 'Xen 4.22 (Arm)'],
  ])('shows the architecture %s as %s', (architecture, text) => {
    editor.architecture = architecture;
    createStatusItem(makeServer().server);
    expect(editor.item.text).toBe(text);
  });

  test('disposes its listeners', () => {
    createStatusItem(makeServer().server).dispose();
    expect(editor.disposed).toBe(4);
  });
});
