import { beforeEach, expect, test, vi } from 'vitest';
import { readTemplates } from '../../client/src/templates.ts';

interface Item {
  readonly label: string;
  readonly snippet: string;
}

const editor = vi.hoisted(() => ({
  folders: undefined as readonly { uri: string }[] | undefined,
  /** The label of the item that the user picks. */
  choice: undefined as string | undefined,
  offered: [] as readonly Item[],
  opened: [] as unknown[],
  inserted: [] as string[],
}));

vi.mock('vscode', () => ({
  SnippetString: class {
    readonly value: string;
    constructor(value: string) {
      this.value = value;
    }
  },
  Uri: { joinPath: (...parts: string[]) => parts.join('/'), parse: (text: string) => text },
  window: {
    showQuickPick: async (items: Promise<readonly Item[]>) => {
      editor.offered = await items;
      return editor.offered.find(({ label }) => label === editor.choice);
    },
    showTextDocument: async () => ({
      insertSnippet: async ({ value }: { value: string }) => editor.inserted.push(value),
    }),
  },
  workspace: {
    get workspaceFolders() {
      return editor.folders;
    },
    openTextDocument: async (options: unknown) => editor.opened.push(options),
  },
}));

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { newGuest } = await import('../../client/src/newGuest.ts');
type LanguageServer = import('../../client/src/languageServer.ts').LanguageServer;

const TEMPLATES = [
  { id: 'pv', title: 'PV guest', description: 'One.', snippet: 'name = "$1"' },
  { id: 'hvm', title: 'HVM guest', description: 'Another.', snippet: 'type = "hvm"' },
];

const requests: unknown[] = [];
const server: LanguageServer = {
  state: () => 'running',
  onDidChangeState: () => ({ dispose: () => {} }),
  onDidChangeSettings: () => ({ dispose: () => {} }),
  restart: async () => {},
  stop: async () => {},
  executeCommand: async (command, args) => {
    requests.push([command, ...args]);
    return TEMPLATES;
  },
};

beforeEach(() => {
  Object.assign(editor, { folders: undefined, choice: undefined, offered: [], opened: [], inserted: [] });
  requests.length = 0;
});

test('inserts the chosen template into a new document', async () => {
  editor.choice = 'HVM guest';
  await newGuest(server);
  expect(editor.offered.map(({ label }) => label)).toEqual(['PV guest', 'HVM guest']);
  expect(editor.opened).toEqual([{ language: 'xlcfg' }]);
  expect(editor.inserted).toEqual(['type = "hvm"']);
});

test('opens nothing if the user cancels', async () => {
  await newGuest(server);
  expect(editor.opened).toEqual([]);
});

test.each([
  [undefined, 'untitled:guest.cfg'],
  [[{ uri: 'file:///srv/guests' }, { uri: 'file:///b' }], 'file:///srv/guests/guest.cfg'],
])('with the folders %j, requests templates for %s', async (folders, uri) => {
  editor.folders = folders;
  await newGuest(server);
  expect(requests).toEqual([['xlcfg.templates', uri]]);
});

test.each([
  ['valid', TEMPLATES, TEMPLATES],
  ['null', null, []],
  ['partly invalid', [{ title: 'a' }, 5, null, TEMPLATES[0]], [TEMPLATES[0]]],
])('readTemplates keeps the templates of an answer that is %s', (_, answer, expected) => {
  expect(readTemplates(answer)).toEqual(expected);
});
