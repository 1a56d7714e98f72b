/** Sends invalid parameters of many kinds with each method. The server rejects or ignores them, and keeps running. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcessClient } from './support/client.ts';
import { DOCUMENT_REQUESTS } from './support/documentRequests.ts';
import { startServerProcess } from './support/serverProcess.ts';

const URI = 'file:///etc/xen/web.cfg';
const GUEST = 'name = "web"\ntype = "pv"\ndisk = [ "/srv/a.img,raw,xvda,rw" ]\n';
const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 1 } };

let client: ProcessClient;

beforeAll(async () => {
  client = startServerProcess({
    capabilities: { textDocument: { diagnostic: {}, rename: { prepareSupport: true } } },
  });
  await client.initialize();
  await client.open(URI, GUEST);
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
});

const POSITION = { line: 0, character: 1 };
const END = { line: 3, character: 0 };

/** Requests that aren't in {@link DOCUMENT_REQUESTS}. */
const OTHER_REQUESTS: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/rename', { ...HOVER, newName: 'x' }],
  [
    'textDocument/rangesFormatting',
    { textDocument: { uri: URI }, ranges: [], options: { tabSize: 2, insertSpaces: true } },
  ],
  ['textDocument/semanticTokens/full/delta', { textDocument: { uri: URI }, previousResultId: 'x' }],
  ['workspace/executeCommand', { command: 'xlcfg.effectiveConfiguration', arguments: [URI] }],
  ['workspace/diagnostic', { previousResultIds: [] }],
  ['completionItem/resolve', { label: 'x' }],
];

const REQUESTS: readonly (readonly [method: string, params: object])[] = [
  ...Object.values(DOCUMENT_REQUESTS)
    .flat()
    .map(({ method, params }) => [method, params(URI, POSITION, END)] as const),
  ...OTHER_REQUESTS,
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values that are invalid for most parameters. */
const INVALID_VALUES: readonly unknown[] = [
  null,
  true,
  7,
  -1,
  1.5,
  1e300,
  'x',
  [],
  [null],
  {},
  { line: 'x' },
  { start: null },
  { toString: 1, length: -1 },
];

/** The parameters with each property, at any depth, removed or replaced. */
function mutations(params: object): object[] {
  return Object.entries(params).flatMap(([name, value]) => {
    const without = Object.fromEntries(Object.entries(params).filter(([other]) => other !== name));
    const inside: unknown[] = isObject(value) ? mutations(value) : [];
    return [without, ...[...INVALID_VALUES, ...inside].map((wrong) => ({ ...params, [name]: wrong }))];
  });
}

/** The code of the error, or 'answer'. */
const outcome = (method: string, params: unknown): Promise<number | 'answer'> =>
  client.requestUntyped(method, params).then(
    () => 'answer' as const,
    (error: { readonly code: number }) => error.code,
  );

const expectRunning = async (): Promise<void> => {
  expect(await client.request('textDocument/hover', HOVER)).not.toBeNull();
};

describe('a request', () => {
  it.each(REQUESTS)('%s is rejected with invalid parameters, or ignores them', async (method, params) => {
    const all: unknown[] = [undefined, [], ['x'], {}, ...mutations(params)];
    const codes = new Map<number | 'answer', unknown[]>();
    for (const one of all) {
      const code = await outcome(method, one);
      codes.set(code, [...(codes.get(code) ?? []), one]);
    }
    // InvalidParams, or RequestFailed if there is nothing to rename, but never an internal error.
    const others = [...codes].filter(([code]) => code !== 'answer' && code !== -32602 && code !== -32803);
    expect(others.map(([code, tried]) => [code, JSON.stringify(tried.slice(0, 3))])).toEqual([]);
    await expectRunning();
  });

  it.each(REQUESTS.filter(([, params]) => 'textDocument' in params))(
    '%s is rejected without a document',
    async (method, params) => {
      for (const wrong of [
        undefined,
        {},
        { ...params, textDocument: undefined },
        { ...params, textDocument: { uri: 7 } },
      ])
        expect(await outcome(method, wrong)).toBe(-32602);
    },
  );

  it.each(REQUESTS.filter(([, params]) => 'textDocument' in params))(
    '%s has an empty answer for a document that is not open',
    async (method, params) => {
      const closed = { ...params, textDocument: { uri: 'file:///etc/xen/closed.cfg' } };
      const answer = await client.requestUntyped(method, closed);
      const items = isObject(answer) ? (answer.data ?? answer.items ?? answer.edits) : answer;
      expect(items ?? []).toEqual([]);
    },
  );
});

const NOTIFICATIONS = [
  'initialized',
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'textDocument/willSave',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  'window/workDoneProgress/cancel',
  '$/setTrace',
  '$/cancelRequest',
  '$/progress',
  '$/unknown',
  'no/such',
];

const INVALID_PARAMS: readonly unknown[] = [
  undefined,
  [],
  {},
  { textDocument: null },
  { textDocument: {} },
  { textDocument: { uri: 7, version: 'x', text: null, languageId: 3 } },
  { textDocument: { uri: 'file:///other.cfg', languageId: 'xlcfg', version: 1 } },
  { textDocument: { uri: 'file:///other.cfg', languageId: 'xlcfg', version: 1, text: { toString: 'x' } } },
  { textDocument: { uri: 'no uri %', languageId: 'xlcfg', version: 1, text: 'name = "x"\n' } },
  { textDocument: { uri: URI, version: 2 } },
  { textDocument: { uri: URI, version: 2 }, contentChanges: null },
  { textDocument: { uri: URI, version: 2 }, contentChanges: 'x' },
  { textDocument: { uri: URI, version: 2 }, contentChanges: [null] },
  { textDocument: { uri: URI, version: 2 }, contentChanges: [{}] },
  { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 7 }] },
  { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: null, text: 'x' }] },
  { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: { start: POSITION }, text: 'x' }] },
  { settings: { xlcfg: 7 } },
  { settings: { xlcfg: { rules: [1], format: null, folders: [7], inlayHints: 'x' } } },
  { changes: null },
  { changes: [null, {}, { uri: 7, type: 'x' }, { uri: 'no uri %', type: 2 }] },
  { event: null },
  { event: { added: null, removed: [{}] } },
  { event: { added: [{ uri: 7 }], removed: [null] } },
  { id: null },
  { id: { a: 1 } },
  { token: null, value: null },
  { value: 'verbose' },
];

describe('a notification', () => {
  it.each(NOTIFICATIONS)('%s is ignored with invalid parameters', async (method) => {
    // The previous notification may have changed the document.
    await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    await client.open(URI, GUEST);
    for (const params of INVALID_PARAMS) {
      if (
        method === 'textDocument/didClose' &&
        isObject(params) &&
        isObject(params.textDocument) &&
        params.textDocument.uri === URI
      )
        continue;
      await client.notify(method, params);
    }
    await expectRunning();
    expect(client.child.exitCode).toBeNull();
  });

  it('makes the server write nothing to stderr', () => expect(client.stderr()).toBe(''));
});
