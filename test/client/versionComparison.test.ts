/** The command that compares two versions of Xen, and its virtual document. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import manifest from '../../client/package.json' with { type: 'json' };
import { fakeServer } from './support/fakeServer.ts';

interface FakeUri {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
  readonly toString: () => string;
}

const makeUri = vi.hoisted(() => ({
  parse: (text: string): FakeUri => ({
    scheme: text.replace(/:.*$/s, ''),
    path: text.replace(/^[^:]*:\/\//, ''),
    query: '',
    toString: () => text,
  }),
  from: ({ scheme, path, query }: { scheme: string; path: string; query: string }): FakeUri => ({
    scheme,
    path,
    query,
    toString: () => `${scheme}:${path}?${query}`,
  }),
}));

const noopDisposable = vi.hoisted(() => ({ dispose: () => {} }));

const editor = vi.hoisted(() => ({
  /** The labels that the user picks, one for each quick pick. */
  picks: [] as string[],
  offered: [] as { label: string; description: string }[][],
  active: undefined as { uri: FakeUri; languageId: string } | undefined,
  shown: [] as unknown[],
  provide: undefined as ((uri: FakeUri) => Promise<string>) | undefined,
}));

vi.mock('vscode', () => ({
  ConfigurationTarget: {},
  Uri: makeUri,
  ViewColumn: { Beside: -2 },
  EventEmitter: class {
    readonly event = (): void => {};
    fire(): void {}
    dispose(): void {}
  },
  languages: {
    setTextDocumentLanguage: async ({ uri }: { uri: FakeUri }, languageId: string) => ({ uri, languageId }),
  },
  window: {
    get activeTextEditor() {
      return editor.active && { document: editor.active };
    },
    showQuickPick: async (items: readonly { label: string; description: string }[]) => {
      editor.offered.push([...items]);
      const pick = editor.picks.shift();
      return items.find(({ label }) => label === pick);
    },
    showTextDocument: async ({ uri, languageId }: { uri: FakeUri; languageId: string }, options: object) => {
      editor.shown.push({ path: uri.path, query: uri.query, languageId, ...options });
    },
  },
  workspace: {
    textDocuments: [],
    getConfiguration: () => ({ get: () => '4.17' }),
    openTextDocument: async (uri: FakeUri) => ({ uri, languageId: 'plaintext' }),
    registerTextDocumentContentProvider: (
      _: string,
      provider: { provideTextDocumentContent: (uri: FakeUri) => Promise<string> },
    ) => {
      editor.provide = provider.provideTextDocumentContent;
      return noopDisposable;
    },
    onDidChangeTextDocument: () => noopDisposable,
    onDidChangeConfiguration: () => noopDisposable,
  },
}));

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { compareXenVersions, provideVersionComparison, versionComparisonUri } = await import(
  '../../client/src/versionComparison.ts'
);

const source = makeUri.parse('file:///etc/xen/web.cfg');
const versions = manifest.contributes.configuration.properties['xlcfg.xenVersion'].enum;

beforeEach(() => {
  Object.assign(editor, {
    picks: [],
    offered: [],
    shown: [],
    active: { uri: source, languageId: 'xlcfg' },
  });
});

describe('the command', () => {
  test('asks for two versions, and opens the comparison to the side', async () => {
    editor.picks = ['4.14', '4.20'];
    await compareXenVersions(manifest);
    expect(editor.offered.map((items) => items.map(({ label }) => label))).toEqual([
      versions,
      versions.filter((version) => version !== '4.14'),
    ]);
    expect(editor.offered[0]?.find(({ label }) => label === '4.17')?.description).toBe('in use');
    expect(editor.shown).toEqual([
      {
        path: '/etc/xen/web.cfg (Xen 4.14 to 4.20).md',
        query: '4.14 4.20 file:///etc/xen/web.cfg',
        languageId: 'markdown',
        viewColumn: -2,
        preserveFocus: true,
      },
    ]);
  });

  test.each([[[]], [['4.14']]])('opens nothing if the user cancels after %j', async (picks) => {
    editor.picks = [...picks];
    await compareXenVersions(manifest);
    expect(editor.shown).toEqual([]);
  });

  test('asks nothing in a document of another language', async () => {
    editor.active = { uri: source, languageId: 'python' };
    await compareXenVersions(manifest);
    expect(editor.offered).toEqual([]);
  });
});

describe('the content', () => {
  const requests: unknown[] = [];
  let answer: unknown;
  const server = fakeServer(() => answer, requests);
  let provider: { dispose: () => unknown };
  beforeEach(() => {
    requests.length = 0;
    provider = provideVersionComparison(server);
  });
  afterEach(() => {
    provider.dispose();
  });

  const content = (): Promise<string> | undefined =>
    editor.provide?.(Reflect.apply(versionComparisonUri, undefined, [source, '4.14', '4.20']));

  test('is the answer of the server for the source and both versions', async () => {
    answer = '# web.cfg\n';
    expect(await content()).toBe('# web.cfg\n');
    expect(requests).toEqual([['xlcfg.versionComparison', source.toString(), '4.14', '4.20']]);
  });

  test('is a sentence for a file that is not a guest', async () => {
    answer = null;
    expect(await content()).toBe('This is not a configuration of a guest.\n');
  });
});
