import { describe, expect, test, vi } from 'vitest';
import * as server from '../../server/src/browser/clientFiles.ts';

/** A file system. Folders have no content. */
const files = new Map<string, Uint8Array | undefined>([
  ['memfs:/guests', undefined],
  ['memfs:/guests/a.cfg', new TextEncoder().encode('\uFEFFname = "ä"\n')],
  ['memfs:/guests/latin1.cfg', Uint8Array.of(0x61, 0xe4, 0x80)],
  ['memfs:/elsewhere/b.cfg', new TextEncoder().encode('name = "b"\n')],
]);

const lookUp = (uri: { toString(): string }): Uint8Array | undefined => {
  const name = uri.toString();
  if (!files.has(name)) throw new Error(`${name} does not exist`);
  return files.get(name);
};

const searches: unknown[] = [];

vi.mock('vscode', () => ({
  Uri: { parse: (text: string) => ({ toString: () => text }) },
  RelativePattern: class {
    readonly base: string;
    readonly pattern: string;
    constructor(base: { toString(): string }, pattern: string) {
      this.base = base.toString();
      this.pattern = pattern;
    }
  },
  workspace: {
    getWorkspaceFolder: (uri: { toString(): string }) =>
      /^memfs:\/guests(?:\/|$)/.test(uri.toString()) ? { uri: 'memfs:/guests' } : undefined,
    findFiles: async (...search: unknown[]) => {
      searches.push(search);
      return ['memfs:/guests/a.cfg'];
    },
    fs: {
      stat: async (uri: { toString(): string }) => ({ size: lookUp(uri)?.length ?? 0 }),
      readFile: async (uri: { toString(): string }) => {
        const bytes = lookUp(uri);
        if (bytes === undefined) throw new Error('is a folder');
        return bytes;
      },
    },
  },
}));

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const client = await import('../../client/src/fileRequests.ts');

/** The answer to a request of the server. */
const ask = (() => {
  const handlers = new Map<unknown, (params: object) => unknown>();
  const onRequest = (method: unknown, handler: (params: object) => unknown): void => {
    handlers.set(method, handler);
  };
  Reflect.apply(client.answerFileRequests, undefined, [{ onRequest }]);
  return (method: string, params: object): unknown => handlers.get(method)?.(params);
})();

test('client and server have the same names for the requests', () => {
  const { LIST_FILES, READ_FILE, FILE_EXISTS } = client;
  expect([LIST_FILES, READ_FILE, FILE_EXISTS]).toEqual([
    server.LIST_FILES,
    server.READ_FILE,
    server.FILE_EXISTS,
  ]);
});

describe('listing files', () => {
  const pattern = '**/*.cfg';

  test('includes files that the settings exclude', async () => {
    expect(await ask(client.LIST_FILES, { folder: 'memfs:/guests', pattern })).toEqual([
      'memfs:/guests/a.cfg',
    ]);
    expect(searches).toEqual([[{ base: 'memfs:/guests', pattern }, null]]);
  });

  test('finds nothing outside the workspace', async () => {
    searches.length = 0;
    expect(await ask(client.LIST_FILES, { folder: 'memfs:/', pattern })).toEqual([]);
    expect(searches).toEqual([]);
  });
});

describe('a file', () => {
  const maxSize = 100;

  test.each([
    ['memfs:/guests/a.cfg', '\uFEFFname = "ä"\n'],
    // As Latin-1: one character per byte.
    ['memfs:/guests/latin1.cfg', 'a\u00e4\u0080'],
    ['memfs:/guests/none.cfg', null],
    ['memfs:/guests', null],
    ['memfs:/elsewhere/b.cfg', null],
  ])('%s has the text %j', async (uri, text) => {
    expect(await ask(client.READ_FILE, { uri, maxSize })).toBe(text);
  });

  test('is not read if it is too large', async () => {
    const uri = 'memfs:/guests/latin1.cfg';
    expect(await ask(client.READ_FILE, { uri, maxSize: 3 })).not.toBeNull();
    expect(await ask(client.READ_FILE, { uri, maxSize: 2 })).toBeNull();
  });

  test.each([
    ['memfs:/guests/a.cfg', true],
    ['memfs:/guests', true],
    ['memfs:/guests/none.cfg', false],
    ['memfs:/elsewhere/b.cfg', false],
  ])('%s exists: %j', async (uri, expected) => {
    expect(await ask(client.FILE_EXISTS, { uri })).toBe(expected);
  });
});
