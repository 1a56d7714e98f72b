import { beforeEach, expect, test, vi } from 'vitest';

interface Document {
  readonly uri: { readonly toString: () => string };
  languageId: string;
  isDirty: boolean;
  isUntitled: boolean;
}

/** As much of the editor as the module asks: open documents, known languages, the setting `files.associations`. */
const editor = vi.hoisted(() => {
  const state: { documents: Document[]; known: string[]; associations: Record<string, string> } = {
    documents: [],
    known: [],
    associations: {},
  };
  return state;
});

vi.mock('vscode', () => ({
  workspace: {
    get textDocuments() {
      return editor.documents;
    },
    getConfiguration: () => ({ get: () => editor.associations }),
  },
  languages: {
    getLanguages: async () => editor.known,
    match: ({ pattern }: { pattern: string }, { uri }: Document) =>
      uri.toString().endsWith(pattern.replace(/^\*\*\//, '')) ? 10 : 0,
    setTextDocumentLanguage: async (document: Document, language: string) => {
      document.languageId = language;
    },
  },
}));

// Another file of this process may have loaded it, with its own editor.
vi.resetModules();
const { restoreLanguageMode: handBack } = await import('../../client/src/restoreLanguageMode.ts');

const URI = 'file:///srv/setup.cfg';

const open = (changes: Partial<Document> = {}): Document => {
  const document = {
    uri: { toString: () => URI },
    languageId: 'xlcfg',
    isDirty: false,
    isUntitled: false,
    ...changes,
  };
  editor.documents = [document];
  return document;
};

beforeEach(() => {
  editor.known = ['xlcfg', 'plaintext', 'ini', 'properties'];
  editor.associations = {};
});

test.each([
  [['plaintext', 'ini', 'properties'], 'properties'],
  [['plaintext', 'ini'], 'ini'],
  [['plaintext'], 'plaintext'],
  [[], 'xlcfg'],
])('of the languages %j it takes %s', async (known, expected) => {
  editor.known = known;
  const document = open();
  await handBack(URI);
  expect(document.languageId).toBe(expected);
});

test('a document that the user makes ours again stays so, until it is opened anew', async () => {
  const document = open();
  await handBack(URI);
  document.languageId = 'xlcfg';
  await handBack(URI);
  expect(document.languageId).toBe('xlcfg');
  const anew = open();
  await handBack(URI);
  expect(anew.languageId).toBe('properties');
});

test.each([
  ['is being written', { isDirty: true }, {}],
  ['was made ours before it has a name', { isUntitled: true }, {}],
  ['is ours by files.associations', {}, { 'setup.cfg': 'xlcfg' }],
  ['has another language by now', { languageId: 'python' }, {}],
])('a document that %s is left alone', async (_, changes, associations) => {
  editor.associations = associations;
  const document = open(changes);
  const before = document.languageId;
  await handBack(URI);
  expect(document.languageId).toBe(before);
});

test('an association with another language does not count', async () => {
  editor.associations = { 'setup.cfg': 'ini', 'other.cfg': 'xlcfg' };
  const document = open();
  await handBack(URI);
  expect(document.languageId).toBe('properties');
});
