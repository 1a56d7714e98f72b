/** Every method with every kind of parameters that it does not have: one clear error, and the server lives. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import { patient } from '../support/patient.ts';
import { NOT_ASKED, REQUESTS } from '../thorough/longLife/requests.ts';
import type { ProcessClient } from './support/client.ts';
import { start } from './support/shipped.ts';

const URI = 'file:///etc/xen/web.cfg';
const GUEST = 'name = "web"\ntype = "pv"\ndisk = [ "/srv/a.img,raw,xvda,rw" ]\n';
const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 1 } };

let client: ProcessClient;
let announced: readonly (keyof ServerCapabilities)[];

beforeAll(async () => {
  client = start({
    capabilities: { textDocument: { diagnostic: {}, rename: { prepareSupport: true } } },
  });
  const { capabilities } = await client.initialize();
  announced = Object.keys(capabilities) as (keyof ServerCapabilities)[];
  await client.open(URI, GUEST);
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
});

const POSITION = { line: 0, character: 1 };
const END = { line: 3, character: 0 };

/** Further requests, beside those about what a document says. */
const MORE: readonly (readonly [method: string, params: object])[] = [
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

const KNOWN: readonly (readonly [method: string, params: object])[] = [
  ...Object.values(REQUESTS).flatMap((asked) =>
    (asked ?? []).map(({ method, params }) => [method, params(URI, POSITION, END)] as const),
  ),
  ...MORE,
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values that are of no use anywhere, or only where such a value belongs. */
const WRONG: readonly unknown[] = [
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

/** The parameters with each of their parts, at any depth, left out or something else. */
function wronged(params: object): object[] {
  return Object.entries(params).flatMap(([name, value]) => {
    const without = Object.fromEntries(Object.entries(params).filter(([other]) => other !== name));
    const inside: unknown[] = isObject(value) ? wronged(value) : [];
    return [without, ...[...WRONG, ...inside].map((wrong) => ({ ...params, [name]: wrong }))];
  });
}

/** What can be told of an answer: its error's code, or that it was one. */
const outcome = (method: string, params: unknown): Promise<number | 'answer'> =>
  client.requestAny(method, params).then(
    () => 'answer' as const,
    (error: { readonly code: number }) => error.code,
  );

const works = async (): Promise<void> => {
  expect(await client.request('textDocument/hover', HOVER)).not.toBeNull();
};

describe('a request with wrong parameters', patient, () => {
  it('is tried of every capability that is announced', () => {
    const untried = announced.filter((name) => !(name in REQUESTS) && !NOT_ASKED.includes(name));
    expect(untried).toEqual([]);
  });

  it.each(KNOWN)('%s is an error of the client, or does not need them', async (method, params) => {
    const all: unknown[] = [undefined, [], ['x'], {}, ...wronged(params)];
    const codes = new Map<number | 'answer', unknown[]>();
    for (const one of all) {
      const code = await outcome(method, one);
      codes.set(code, [...(codes.get(code) ?? []), one]);
    }
    // InvalidParams, and RequestFailed where there is nothing to rename. Never an error of the server's own.
    const others = [...codes].filter(([code]) => code !== 'answer' && code !== -32602 && code !== -32803);
    expect(others.map(([code, tried]) => [code, JSON.stringify(tried.slice(0, 3))])).toEqual([]);
    await works();
  });

  it.each(KNOWN.filter(([, params]) => 'textDocument' in params))(
    '%s without a document is refused',
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

  it.each(KNOWN.filter(([, params]) => 'textDocument' in params))(
    '%s of a document that is not open has an empty answer',
    async (method, params) => {
      const closed = { ...params, textDocument: { uri: 'file:///etc/xen/closed.cfg' } };
      const answer = await client.requestAny(method, closed);
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

const NOTIFIED: readonly unknown[] = [
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

describe('a notification with wrong parameters', patient, () => {
  it.each(NOTIFICATIONS)('%s changes nothing', async (method) => {
    // Whatever it has made of the document before is undone: each begins with the guest.
    await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    await client.open(URI, GUEST);
    for (const params of NOTIFIED) {
      if (
        method === 'textDocument/didClose' &&
        isObject(params) &&
        isObject(params.textDocument) &&
        params.textDocument.uri === URI
      )
        continue;
      await client.notify(method, params);
    }
    await works();
    expect(client.child.exitCode).toBeNull();
  });

  it('prints nothing', () => expect(client.stderr()).toBe(''));
});
