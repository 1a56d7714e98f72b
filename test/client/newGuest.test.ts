import { beforeEach, expect, test, vi } from 'vitest';
import { readTemplates } from '../../client/src/templates.ts';
import { fakeServer } from './support/fakeServer.ts';

interface Item {
  readonly label: string;
  readonly snippet: string;
}

const editor = vi.hoisted(() => ({
  folders: undefined as readonly { uri: string }[] | undefined,
  /** The name that the user types. */
  name: undefined as string | undefined,
  /** The label of the item that the user picks. */
  choice: undefined as string | undefined,
  offered: [] as readonly Item[],
  opened: [] as unknown[],
  inserted: [] as string[],
}));

const uriOf = vi.hoisted(() => (text: string): unknown => ({
  toString: () => text,
  with: ({ scheme }: { readonly scheme: string }) => uriOf(text.replace(/^\w+/, scheme)),
}));

vi.mock('vscode', () => ({
  SnippetString: class {
    readonly value: string;
    constructor(value: string) {
      this.value = value;
    }
  },
  Uri: {
    joinPath: (...parts: string[]) => uriOf(parts.join('/')),
    file: (path: string) => uriOf(`file:///${path}`),
  },
  window: {
    showInputBox: async () => editor.name,
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
    openTextDocument: async (uri: unknown) => {
      editor.opened.push(String(uri));
      return { getText: () => '' };
    },
  },
}));

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { nameProblem, newGuest } = await import('../../client/src/newGuest.ts');

const TEMPLATES = [
  { id: 'pv', title: 'PV guest', description: 'One.', snippet: 'name = "$1"' },
  { id: 'hvm', title: 'HVM guest', description: 'Another.', snippet: 'type = "hvm"' },
];

const requests: unknown[] = [];
const server = fakeServer(() => TEMPLATES, requests);

beforeEach(() => {
  Object.assign(editor, {
    folders: undefined,
    name: 'db1',
    choice: undefined,
    offered: [],
    opened: [],
    inserted: [],
  });
  requests.length = 0;
});

test('inserts the chosen template into a new document', async () => {
  editor.choice = 'HVM guest';
  await newGuest(server);
  expect(editor.offered.map(({ label }) => label)).toEqual(['PV guest', 'HVM guest']);
  expect(editor.opened).toEqual(['untitled:///db1.cfg']);
  expect(editor.inserted).toEqual(['type = "hvm"']);
});

test.each([
  ['the name', undefined, 0],
  ['the template', 'db1', 1],
])('opens nothing if the user cancels %s', async (_, name, count) => {
  editor.name = name;
  await newGuest(server);
  expect(requests).toHaveLength(count);
  expect(editor.opened).toEqual([]);
});

test.each([
  ['web-1.example', true],
  ['7', false],
  ['a b', false],
  ['-a', false],
  ['', false],
])('the name %j is accepted: %s', (name, accepted) => {
  expect(nameProblem(name) === undefined).toBe(accepted);
});

test.each([
  [undefined, 'file:///db1.cfg'],
  [[{ uri: 'file:///srv/guests' }, { uri: 'file:///b' }], 'file:///srv/guests/db1.cfg'],
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
