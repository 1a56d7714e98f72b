import { beforeEach, describe, expect, test, vi } from 'vitest';
import manifest from '../../client/package.json' with { type: 'json' };

const editor = vi.hoisted(() => ({
  /** The labels that the user picks, one for each quick pick. */
  picks: [] as string[],
  offered: [] as string[][],
  inspected: {},
  folders: undefined as unknown,
  updates: [] as unknown[],
  saved: [] as string[],
}));

vi.mock('vscode', () => ({
  ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
  Uri: { parse: (uri: string) => uri },
  window: {
    activeTextEditor: { document: { uri: 'file:///guests/web.cfg' } },
    showQuickPick: async (items: readonly { label: string }[]) => {
      editor.offered.push(items.map(({ label }) => label));
      const pick = editor.picks.shift();
      return items.find(({ label }) => label === pick);
    },
  },
  workspace: {
    get workspaceFolders() {
      return editor.folders;
    },
    getWorkspaceFolder: () => editor.folders,
    openTextDocument: async (uri: string) => ({ save: async () => editor.saved.push(uri) }),
    getConfiguration: () => ({
      get: () => '4.22',
      inspect: () => editor.inspected,
      update: async (...args: unknown[]) => editor.updates.push(args),
    }),
  },
}));

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { selectPlatform } = await import('../../client/src/platformSettings.ts');
type LanguageServer = import('../../client/src/languageServer.ts').LanguageServer;

const PROJECT_CONFIG = 'file:///guests/.xlcfg.json';

/** @param origin where the server says that the values come from */
const serverWith = (origin: string) => {
  const requests: unknown[] = [];
  const value = { value: '4.22', origin, text: '', detail: 'why' };
  const server: Pick<LanguageServer, 'executeCommand'> = {
    executeCommand: async (command, args) => {
      requests.push([command, ...args]);
      return command === 'xlcfg.platform' ? { xenVersion: value, architecture: value } : PROJECT_CONFIG;
    },
  };
  return { server, requests };
};

const selectXenVersion = (origin = 'default'): Promise<void> =>
  selectPlatform('xenVersion', serverWith(origin).server, manifest);

beforeEach(() => {
  Object.assign(editor, {
    picks: [],
    offered: [],
    inspected: {},
    folders: undefined,
    updates: [],
    saved: [],
  });
});

describe('selecting a Xen version', () => {
  test('saves to the user settings if no workspace is open', async () => {
    editor.picks = ['4.17'];
    await selectXenVersion();
    expect(editor.offered).toEqual([manifest.contributes.configuration.properties['xlcfg.xenVersion'].enum]);
    expect(editor.updates).toEqual([['xenVersion', '4.17', 1]]);
  });

  test.each([
    ['This workspace', 2],
    ['All files', 1],
  ])('saves to the chosen settings: %s', async (label, target) => {
    editor.folders = [{}];
    editor.picks = ['4.17', label];
    await selectXenVersion();
    expect(editor.offered[1]).toEqual(['This workspace', 'All files', 'Project']);
    expect(editor.updates).toEqual([['xenVersion', '4.17', target]]);
  });

  test('changes the project config, if that is where the version comes from', async () => {
    editor.folders = [{}];
    editor.picks = ['4.17'];
    const { server, requests } = serverWith('project');
    await selectPlatform('xenVersion', server, manifest);
    expect(editor.offered).toHaveLength(1);
    expect(requests.at(-1)).toEqual(['xlcfg.setPlatform', 'file:///guests/web.cfg', 'xenVersion', '4.17']);
    expect(editor.saved).toEqual([PROJECT_CONFIG]);
    expect(editor.updates).toEqual([]);
  });

  test('creates a project config, if the user wants that', async () => {
    editor.folders = [{}];
    editor.picks = ['arm', 'Project'];
    const { server, requests } = serverWith('default');
    await selectPlatform('architecture', server, manifest);
    expect(requests.at(-1)).toEqual(['xlcfg.setPlatform', 'file:///guests/web.cfg', 'architecture', 'arm']);
  });

  test('saves to the settings if the server is not running', async () => {
    editor.picks = ['4.17'];
    const server = { executeCommand: () => Promise.reject(new Error('The server is not running.')) };
    await selectPlatform('xenVersion', server, manifest);
    expect(editor.updates).toEqual([['xenVersion', '4.17', 1]]);
  });

  test('saves to the folder settings if they override all others', async () => {
    editor.folders = [{}];
    editor.inspected = { workspaceFolderValue: '4.9' };
    editor.picks = ['4.17', 'This folder'];
    await selectXenVersion();
    expect(editor.updates).toEqual([['xenVersion', '4.17', 3]]);
  });

  test.each([[[]], [['4.17']]])('saves nothing if the user cancels after %j', async (picks) => {
    editor.folders = [{}];
    editor.picks = [...picks];
    await selectXenVersion();
    expect(editor.updates).toEqual([]);
  });
});
