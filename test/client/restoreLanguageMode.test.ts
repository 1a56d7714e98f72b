import { beforeEach, expect, test, vi } from 'vitest';

interface Document {
  readonly uri: { readonly toString: () => string };
  languageId: string;
  isDirty: boolean;
  isUntitled: boolean;
}

/** Open documents, known languages, and the setting `files.associations`. */
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

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { restoreLanguageMode } = await import('../../client/src/restoreLanguageMode.ts');

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
])('with the languages %j, chooses %s', async (known, expected) => {
  editor.known = known;
  const document = open();
  await restoreLanguageMode(URI);
  expect(document.languageId).toBe(expected);
});

test('keeps our language if the user chooses it again, until the document is reopened', async () => {
  const document = open();
  await restoreLanguageMode(URI);
  document.languageId = 'xlcfg';
  await restoreLanguageMode(URI);
  expect(document.languageId).toBe('xlcfg');
  const reopened = open();
  await restoreLanguageMode(URI);
  expect(reopened.languageId).toBe('properties');
});

test.each([
  ['has unsaved changes', { isDirty: true }, {}],
  ['is untitled', { isUntitled: true }, {}],
  ['has our language by files.associations', {}, { 'setup.cfg': 'xlcfg' }],
  ['has another language meanwhile', { languageId: 'python' }, {}],
])('a document that %s is left alone', async (_, changes, associations) => {
  editor.associations = associations;
  const document = open(changes);
  const before = document.languageId;
  await restoreLanguageMode(URI);
  expect(document.languageId).toBe(before);
});

test('ignores associations with other languages', async () => {
  editor.associations = { 'setup.cfg': 'ini', 'other.cfg': 'xlcfg' };
  const document = open();
  await restoreLanguageMode(URI);
  expect(document.languageId).toBe('properties');
});
