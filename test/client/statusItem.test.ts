/** The release in the status bar, and the command that changes it. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import manifest from '../../client/package.json' with { type: 'json' };

const editor = vi.hoisted(() => ({
  xenVersion: '4.22',
  item: {} as Record<string, unknown>,
  listeners: [] as ((event: { affectsConfiguration: () => boolean }) => void)[],
  disposed: 0,
  picks: [] as string[],
  offered: [] as string[][],
  inspected: {},
  folders: undefined as unknown,
  updates: [] as unknown[],
}));

vi.mock('vscode', () => {
  const listen = (listener: () => void) => {
    editor.listeners.push(listener);
    return { dispose: () => editor.disposed++ };
  };
  return {
    ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
    LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
    languages: {
      createLanguageStatusItem: () => {
        editor.item = { dispose: () => editor.disposed++ };
        return editor.item;
      },
    },
    window: {
      activeTextEditor: undefined,
      onDidChangeActiveTextEditor: listen,
      showQuickPick: async (items: readonly { label: string }[]) => {
        editor.offered.push(items.map(({ label }) => label));
        const pick = editor.picks.shift();
        return items.find(({ label }) => label === pick);
      },
    },
    workspace: {
      onDidChangeConfiguration: listen,
      get workspaceFolders() {
        return editor.folders;
      },
      getConfiguration: () => ({
        get: () => editor.xenVersion,
        inspect: () => editor.inspected,
        update: async (...args: unknown[]) => editor.updates.push(args),
      }),
    },
  };
});

// Another file of this process may have loaded it, with its own editor.
vi.resetModules();
const { createStatusItem: showStatus } = await import('../../client/src/statusItem.ts');
const { selectXenVersion } = await import('../../client/src/xenVersion.ts');
type Server = import('../../client/src/languageServer.ts').LanguageServer;
type ServerState = import('../../client/src/languageServer.ts').ServerState;

const makeServer = () => {
  let state: ServerState = 'starting';
  let listener: (next: ServerState) => unknown = () => {};
  const server: Server = {
    state: () => state,
    onDidChangeState: (added) => {
      listener = added;
      return { dispose: () => editor.disposed++ };
    },
    restart: async () => {},
    stop: async () => {},
    executeCommand: async () => null,
  };
  const enter = (next: ServerState): void => {
    state = next;
    listener(next);
  };
  return { server, enter };
};

const RELEASES = manifest.contributes.configuration.properties['xlcfg.xenVersion'].enum;

beforeEach(() => {
  Object.assign(editor, {
    xenVersion: '4.22',
    listeners: [],
    disposed: 0,
    picks: [],
    offered: [],
    inspected: {},
    folders: undefined,
    updates: [],
  });
});

describe('the item', () => {
  test('follows the server and offers what helps', () => {
    const { server, enter } = makeServer();
    showStatus(server);
    expect(editor.item).toMatchObject({ text: 'Xen 4.22', busy: true, severity: 0 });
    enter('running');
    expect(editor.item).toMatchObject({ busy: false, command: { command: 'xlcfg.selectXenVersion' } });
    enter('down');
    expect(editor.item).toMatchObject({
      busy: false,
      severity: 2,
      detail: 'the language server does not run',
      command: { command: 'xlcfg.restartServer' },
    });
  });

  test('follows the active document and the settings', () => {
    showStatus(makeServer().server);
    for (const [at, xenVersion] of ['4.17', '4.9'].entries()) {
      editor.xenVersion = xenVersion;
      editor.listeners[at]?.({ affectsConfiguration: () => true });
      expect(editor.item.text).toBe(`Xen ${xenVersion}`);
    }
    editor.xenVersion = '4.5';
    editor.listeners[1]?.({ affectsConfiguration: () => false });
    expect(editor.item.text).toBe('Xen 4.9');
  });

  test('goes, and listens no more', () => {
    showStatus(makeServer().server).dispose();
    expect(editor.disposed).toBe(4);
  });
});

describe('the command', () => {
  test('writes into the user settings where no workspace is open', async () => {
    editor.picks = ['4.17'];
    await selectXenVersion(manifest);
    expect(editor.offered).toEqual([RELEASES]);
    expect(editor.updates).toEqual([['xenVersion', '4.17', 1]]);
  });

  test.each([
    ['This workspace', 2],
    ['All files', 1],
  ])('asks where there is a choice: %s', async (place, target) => {
    editor.folders = [{}];
    editor.picks = ['4.17', place];
    await selectXenVersion(manifest);
    expect(editor.offered[1]).toEqual(['This workspace', 'All files']);
    expect(editor.updates).toEqual([['xenVersion', '4.17', target]]);
  });

  test('writes where the value is that hides all others', async () => {
    editor.folders = [{}];
    editor.inspected = { workspaceFolderValue: '4.9' };
    editor.picks = ['4.17'];
    await selectXenVersion(manifest);
    expect(editor.updates).toEqual([['xenVersion', '4.17', 3]]);
  });

  test.each([[[]], [['4.17']]])('writes nothing once the person gives up: %j', async (picks) => {
    editor.folders = [{}];
    editor.picks = [...picks];
    await selectXenVersion(manifest);
    expect(editor.updates).toEqual([]);
  });
});
