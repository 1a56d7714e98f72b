/** The files of the workspace, as the server is told of them. */
import { describe, expect, test, vi } from 'vitest';
import * as server from '../../server/src/browser/clientFiles.ts';

/** A file system: folders have no text. */
const files = new Map<string, Uint8Array | undefined>([
  ['memfs:/guests', undefined],
  ['memfs:/guests/a.cfg', new TextEncoder().encode('\uFEFFname = "ä"\n')],
  ['memfs:/guests/latin1.cfg', Uint8Array.of(0x61, 0xe4, 0x80)],
  ['memfs:/elsewhere/b.cfg', new TextEncoder().encode('name = "b"\n')],
]);

const lookUp = (uri: { toString(): string }): Uint8Array | undefined => {
  const name = uri.toString();
  if (!files.has(name)) throw new Error(`${name} is not there`);
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

// Another file of this process may have loaded it, with its own editor.
vi.resetModules();
const client = await import('../../client/src/fileRequests.ts');

/** What the server's requests are answered with. */
const ask = (() => {
  const handlers = new Map<unknown, (params: object) => unknown>();
  const onRequest = (method: unknown, handler: (params: object) => unknown): void => {
    handlers.set(method, handler);
  };
  Reflect.apply(client.answerFileRequests, undefined, [{ onRequest }]);
  return (method: string, params: object): unknown => handlers.get(method)?.(params);
})();

test('the requests have one name on both sides', () => {
  const { LIST_FILES, READ_FILE, FILE_EXISTS } = client;
  expect([LIST_FILES, READ_FILE, FILE_EXISTS]).toEqual([
    server.LIST_FILES,
    server.READ_FILE,
    server.FILE_EXISTS,
  ]);
});

describe('a folder', () => {
  const pattern = '**/*.cfg';

  test('is searched, whatever the settings hide', async () => {
    expect(await ask(client.LIST_FILES, { folder: 'memfs:/guests', pattern })).toEqual([
      'memfs:/guests/a.cfg',
    ]);
    expect(searches).toEqual([[{ base: 'memfs:/guests', pattern }, null]]);
  });

  test('that is not in the workspace is not', async () => {
    searches.length = 0;
    expect(await ask(client.LIST_FILES, { folder: 'memfs:/', pattern })).toEqual([]);
    expect(searches).toEqual([]);
  });
});

describe('a file', () => {
  const maxSize = 100;

  test.each([
    ['memfs:/guests/a.cfg', '\uFEFFname = "ä"\n'],
    // No character is made of several bytes, and none is lost.
    ['memfs:/guests/latin1.cfg', 'a\u00e4\u0080'],
    ['memfs:/guests/none.cfg', null],
    ['memfs:/guests', null],
    ['memfs:/elsewhere/b.cfg', null],
  ])('%s reads %j', async (uri, text) => {
    expect(await ask(client.READ_FILE, { uri, maxSize })).toBe(text);
  });

  test('that is too large is not read', async () => {
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
