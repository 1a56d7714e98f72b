import { beforeEach, describe, expect, test, vi } from 'vitest';
import manifest from '../../client/package.json' with { type: 'json' };

const editor = vi.hoisted(() => ({
  /** The labels that the user picks, one for each quick pick. */
  picks: [] as string[],
  offered: [] as string[][],
  inspected: {},
  folders: undefined as unknown,
  updates: [] as unknown[],
}));

vi.mock('vscode', () => ({
  ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
  window: {
    activeTextEditor: undefined,
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
    getConfiguration: () => ({
      get: () => '4.22',
      inspect: () => editor.inspected,
      update: async (...args: unknown[]) => editor.updates.push(args),
    }),
  },
}));

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { selectXenVersion } = await import('../../client/src/xenVersion.ts');

beforeEach(() => {
  Object.assign(editor, { picks: [], offered: [], inspected: {}, folders: undefined, updates: [] });
});

describe('selectXenVersion', () => {
  test('saves to the user settings if no workspace is open', async () => {
    editor.picks = ['4.17'];
    await selectXenVersion(manifest);
    expect(editor.offered).toEqual([manifest.contributes.configuration.properties['xlcfg.xenVersion'].enum]);
    expect(editor.updates).toEqual([['xenVersion', '4.17', 1]]);
  });

  test.each([
    ['This workspace', 2],
    ['All files', 1],
  ])('saves to the chosen settings: %s', async (label, target) => {
    editor.folders = [{}];
    editor.picks = ['4.17', label];
    await selectXenVersion(manifest);
    expect(editor.offered[1]).toEqual(['This workspace', 'All files']);
    expect(editor.updates).toEqual([['xenVersion', '4.17', target]]);
  });

  test('saves to the folder settings if they override all others', async () => {
    editor.folders = [{}];
    editor.inspected = { workspaceFolderValue: '4.9' };
    editor.picks = ['4.17'];
    await selectXenVersion(manifest);
    expect(editor.updates).toEqual([['xenVersion', '4.17', 3]]);
  });

  test.each([[[]], [['4.17']]])('saves nothing if the user cancels after %j', async (picks) => {
    editor.folders = [{}];
    editor.picks = [...picks];
    await selectXenVersion(manifest);
    expect(editor.updates).toEqual([]);
  });
});
