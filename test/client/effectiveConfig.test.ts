/** The virtual document: what it is called, what stands in it, and when it is asked for anew. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

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
  /** What is opened although it is not there makes an error. */
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

const nothing = vi.hoisted(() => ({ dispose: () => {} }));

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
      return nothing;
    },
    onDidChangeTextDocument: (listener: Listener<{ document: FakeDocument }>) => {
      editor.changed = listener;
      return nothing;
    },
    onDidChangeConfiguration: (listener: Listener<{ affectsConfiguration: () => boolean }>) => {
      editor.configured = listener;
      return nothing;
    },
  },
}));

// Another file of this process may have loaded it, with its own editor.
vi.resetModules();
const {
  effectiveConfigUri: effectiveUri,
  provideEffectiveConfig: provideEffective,
  showEffectiveConfig: showEffective,
} = await import('../../client/src/effectiveConfig.ts');
type Server = import('../../client/src/languageServer.ts').LanguageServer;

const source = makeUri.parse('file:///etc/xen/web 1.cfg');
const toVirtual = (uri: FakeUri): FakeUri => Reflect.apply(effectiveUri, undefined, [uri]);
const guest = (languageId = 'xlcfg'): FakeDocument => ({ uri: source, languageId });
const virtual = (): FakeDocument => ({ uri: toVirtual(source), languageId: 'jsonc' });

const asked: unknown[] = [];
let answer: () => unknown = () => '{}\n';
let stateListener: Listener<string> = () => {};
const server: Server = {
  state: () => 'running',
  onDidChangeState: (listener) => {
    stateListener = listener as Listener<string>;
    return nothing;
  },
  restart: async () => {},
  stop: async () => {},
  executeCommand: async (command, args) => {
    asked.push([command, ...args]);
    return answer();
  },
};

const content = async (): Promise<string | undefined> => editor.provide?.(toVirtual(source));

let provider: { dispose: () => unknown };
beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(editor, { documents: [], missing: new Set(), shown: [], active: undefined, fired: [] });
  asked.length = 0;
  answer = () => '{}\n';
  provider = provideEffective(server);
});
afterEach(() => {
  provider.dispose();
  vi.useRealTimers();
});

describe('what stands in it', () => {
  test('is what the server answers for the source', async () => {
    expect(await content()).toBe('{}\n');
    expect(asked).toEqual([['xlcfg.effectiveConfiguration', source.toString()]]);
  });

  test.each([
    ['the source is no guest', () => null, '// This is no configuration of a guest.\n'],
    [
      'the server fails',
      () => {
        throw new Error('it\nfails');
      },
      '// There is nothing to show: it fails\n',
    ],
  ])('is a comment where %s', async (_, answers, expected) => {
    answer = answers;
    expect(await content()).toBe(expected);
  });

  test('is a comment where the source is gone', async () => {
    editor.missing.add(source.toString());
    expect(await content()).toBe('// There is nothing to show: no such file\n');
    expect(asked).toEqual([]);
  });
});

describe('it is asked for anew', () => {
  const settle = (): void => {
    vi.advanceTimersByTime(1000);
  };

  test('once, when the person stops typing', () => {
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
    ['it is not open', () => [guest()], guest()],
    ['another language is typed', () => [guest(), virtual()], guest('python')],
  ])('not where %s', (_, documents, document) => {
    editor.documents = documents();
    editor.changed?.({ document });
    settle();
    expect(editor.fired).toEqual([]);
  });

  test('when a setting changes, or the server comes back', () => {
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

  test('no more, once the extension is gone', () => {
    editor.documents = [guest(), virtual()];
    editor.changed?.({ document: guest() });
    provider.dispose();
    settle();
    expect(editor.fired).toEqual([]);
  });
});

describe('the command', () => {
  test('shows it beside the active document, as JSON with comments, and leaves the cursor there', async () => {
    editor.active = guest();
    await showEffective();
    expect(editor.shown).toEqual([
      {
        uri: virtual().uri.toString(),
        options: { viewColumn: -2, preserveFocus: true, languageId: 'jsonc' },
      },
    ]);
    expect(virtual().uri.path).toMatch(/web 1\.cfg \(effective\)\.jsonc$/);
  });

  test.each([
    ['where no document is active', undefined],
    ['on its own document', virtual()],
  ])('does nothing %s', async (_, active) => {
    editor.active = active;
    await showEffective();
    expect(editor.shown).toEqual([]);
  });
});
