/** The virtual document with the effective configuration. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeServer } from './support/fakeServer.ts';

interface FakeUri {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
  readonly toString: () => string;
}
interface FakeDocument {
  readonly uri: FakeUri;
  readonly languageId: string;
}
type Listener<E> = (event: E) => void;

const editor = vi.hoisted(() => ({
  documents: [] as FakeDocument[],
  /** Opening one of these fails. */
  missing: new Set<string>(),
  shown: [] as { uri: string; options: unknown }[],
  active: undefined as FakeDocument | undefined,
  provide: undefined as ((uri: FakeUri) => Promise<string>) | undefined,
  changed: undefined as Listener<{ document: FakeDocument }> | undefined,
  configured: undefined as Listener<{ affectsConfiguration: () => boolean }> | undefined,
  fired: [] as string[],
}));

const makeUri = vi.hoisted(() => ({
  parse: (text: string): FakeUri => {
    const [, scheme = '', rest = ''] = /^([\w-]+):(.*)$/.exec(text) ?? [];
    const [path = '', query = ''] = rest.replace(/^\/\//, '').split('?');
    return { scheme, path, query: decodeURIComponent(query), toString: () => text };
  },
  from: ({ scheme, path, query }: { scheme: string; path: string; query: string }): FakeUri => ({
    scheme,
    path,
    query,
    toString: () => `${scheme}:${path}?${encodeURIComponent(query)}`,
  }),
}));

const noopDisposable = vi.hoisted(() => ({ dispose: () => {} }));

vi.mock('vscode', () => ({
  Uri: makeUri,
  ViewColumn: { Beside: -2 },
  EventEmitter: class {
    readonly event = (): void => {};
    fire(uri: FakeUri): void {
      editor.fired.push(uri.toString());
    }
    dispose(): void {}
  },
  languages: {
    setTextDocumentLanguage: async ({ uri }: FakeDocument, languageId: string) => ({ uri, languageId }),
  },
  window: {
    get activeTextEditor() {
      return editor.active && { document: editor.active };
    },
    showTextDocument: async ({ uri, languageId }: FakeDocument, options: object) => {
      editor.shown.push({ uri: uri.toString(), options: { ...options, languageId } });
    },
  },
  workspace: {
    get textDocuments() {
      return editor.documents;
    },
    openTextDocument: async (uri: FakeUri) => {
      if (editor.missing.has(uri.toString())) throw new Error('no such\nfile');
      return { uri, languageId: 'plaintext' };
    },
    registerTextDocumentContentProvider: (
      _: string,
      provider: { provideTextDocumentContent: (uri: FakeUri) => Promise<string> },
    ) => {
      editor.provide = provider.provideTextDocumentContent;
      return noopDisposable;
    },
    onDidChangeTextDocument: (listener: Listener<{ document: FakeDocument }>) => {
      editor.changed = listener;
      return noopDisposable;
    },
    onDidChangeConfiguration: (listener: Listener<{ affectsConfiguration: () => boolean }>) => {
      editor.configured = listener;
      return noopDisposable;
    },
  },
}));

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { effectiveConfigUri, provideEffectiveConfig, showEffectiveConfig } = await import(
  '../../client/src/effectiveConfig.ts'
);
type LanguageServer = import('../../client/src/languageServer.ts').LanguageServer;

const source = makeUri.parse('file:///etc/xen/web 1.cfg');
const toVirtual = (uri: FakeUri): FakeUri => Reflect.apply(effectiveConfigUri, undefined, [uri]);
const guest = (languageId = 'xlcfg'): FakeDocument => ({ uri: source, languageId });
const virtual = (): FakeDocument => ({ uri: toVirtual(source), languageId: 'jsonc' });

const requests: unknown[] = [];
let answer: () => unknown = () => '{}\n';
let stateListener: Listener<string> = () => {};
const server: LanguageServer = {
  ...fakeServer(() => answer(), requests),
  onDidChangeState: (listener) => {
    stateListener = listener as Listener<string>;
    return noopDisposable;
  },
};

const content = async (): Promise<string | undefined> => editor.provide?.(toVirtual(source));

let provider: { dispose: () => unknown };
beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(editor, { documents: [], missing: new Set(), shown: [], active: undefined, fired: [] });
  requests.length = 0;
  answer = () => '{}\n';
  provider = provideEffectiveConfig(server);
});
afterEach(() => {
  provider.dispose();
  vi.useRealTimers();
});

describe('the content', () => {
  test('is the answer of the server for the source', async () => {
    expect(await content()).toBe('{}\n');
    expect(requests).toEqual([['xlcfg.effectiveConfiguration', source.toString()]]);
  });

  test.each([
    ['the source is not a guest', () => null, '// This is not a configuration of a guest.\n'],
    [
      'the server fails',
      () => {
        throw new Error('it\nfails');
      },
      '// There is nothing to show: it fails\n',
    ],
  ])('is a comment if %s', async (_, answers, expected) => {
    answer = answers;
    expect(await content()).toBe(expected);
  });

  test('is a comment if the source is missing', async () => {
    editor.missing.add(source.toString());
    expect(await content()).toBe('// There is nothing to show: no such file\n');
    expect(requests).toEqual([]);
  });
});

describe('the content is refreshed', () => {
  const settle = (): void => {
    vi.advanceTimersByTime(1000);
  };

  test('once, when the user stops typing', () => {
    editor.documents = [guest(), virtual()];
    for (let count = 0; count < 5; count += 1) {
      editor.changed?.({ document: guest() });
      vi.advanceTimersByTime(100);
    }
    expect(editor.fired).toEqual([]);
    settle();
    expect(editor.fired).toEqual([virtual().uri.toString()]);
  });

  test.each([
    ['the virtual document is not open', () => [guest()], guest()],
    ['a document of another language changes', () => [guest(), virtual()], guest('python')],
  ])('not if %s', (_, documents, document) => {
    editor.documents = documents();
    editor.changed?.({ document });
    settle();
    expect(editor.fired).toEqual([]);
  });

  test('when a setting changes or the server starts', () => {
    editor.documents = [guest(), virtual()];
    editor.configured?.({ affectsConfiguration: () => false });
    stateListener('down');
    settle();
    expect(editor.fired).toEqual([]);
    editor.configured?.({ affectsConfiguration: () => true });
    settle();
    stateListener('running');
    settle();
    expect(editor.fired).toHaveLength(2);
  });

  test('not after it was disposed', () => {
    editor.documents = [guest(), virtual()];
    editor.changed?.({ document: guest() });
    provider.dispose();
    settle();
    expect(editor.fired).toEqual([]);
  });
});

describe('showEffectiveConfig', () => {
  test('opens the virtual document to the side as JSON with comments, and keeps the focus', async () => {
    editor.active = guest();
    await showEffectiveConfig();
    expect(editor.shown).toEqual([
      {
        uri: virtual().uri.toString(),
        options: { viewColumn: -2, preserveFocus: true, languageId: 'jsonc' },
      },
    ]);
    expect(virtual().uri.path).toMatch(/web 1\.cfg \(effective\)\.jsonc$/);
  });

  test.each([
    ['without an active document', undefined],
    ['in a virtual document', virtual()],
  ])('does nothing %s', async (_, active) => {
    editor.active = active;
    await showEffectiveConfig();
    expect(editor.shown).toEqual([]);
  });
});
