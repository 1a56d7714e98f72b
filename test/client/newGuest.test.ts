import { beforeEach, expect, test, vi } from 'vitest';
import { readTemplates } from '../../client/src/templates.ts';

interface Item {
  readonly label: string;
  readonly snippet: string;
}

const editor = vi.hoisted(() => ({
  folders: undefined as readonly { uri: string }[] | undefined,
  /** The label of the item that the person chooses. */
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

// Another file of this process may have loaded it, with its own editor.
vi.resetModules();
const { newGuest } = await import('../../client/src/newGuest.ts');
type Server = import('../../client/src/languageServer.ts').LanguageServer;

const TEMPLATES = [
  { id: 'pv', title: 'PV guest', description: 'One.', snippet: 'name = "$1"' },
  { id: 'hvm', title: 'HVM guest', description: 'Another.', snippet: 'type = "hvm"' },
];

const asked: unknown[] = [];
const server: Server = {
  state: () => 'running',
  onDidChangeState: () => ({ dispose: () => {} }),
  restart: async () => {},
  stop: async () => {},
  executeCommand: async (command, args) => {
    asked.push([command, ...args]);
    return TEMPLATES;
  },
};

beforeEach(() => {
  Object.assign(editor, { folders: undefined, choice: undefined, offered: [], opened: [], inserted: [] });
  asked.length = 0;
});

test('the chosen template goes into a new document of our language', async () => {
  editor.choice = 'HVM guest';
  await newGuest(server);
  expect(editor.offered.map(({ label }) => label)).toEqual(['PV guest', 'HVM guest']);
  expect(editor.opened).toEqual([{ language: 'xlcfg' }]);
  expect(editor.inserted).toEqual(['type = "hvm"']);
});

test('nothing is opened where nothing is chosen', async () => {
  await newGuest(server);
  expect(editor.opened).toEqual([]);
});

test.each([
  [undefined, 'untitled:guest.cfg'],
  [[{ uri: 'file:///srv/guests' }, { uri: 'file:///b' }], 'file:///srv/guests/guest.cfg'],
])('in the folders %j the settings for %s count', async (folders, uri) => {
  editor.folders = folders;
  await newGuest(server);
  expect(asked).toEqual([['xlcfg.templates', uri]]);
});

test.each([
  ['what it is', TEMPLATES, TEMPLATES],
  ['nothing', null, []],
  ['something else', [{ title: 'a' }, 5, null, TEMPLATES[0]], [TEMPLATES[0]]],
])('of an answer that is %s, what is a template is used', (_, answer, expected) => {
  expect(readTemplates(answer)).toEqual(expected);
});
