/** The server as a client meets it: messages of any kind, one a line, in their own frames. */
import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../../../server/src/lsp/connection.ts';
import { createParentWatchdog } from '../../../server/src/node/parentWatchdog.ts';
import { changeParams, encodeMessages } from '../../server/support/client.ts';
import { DOCUMENT_REQUESTS } from '../../server/support/documentRequests.ts';
import { WAIT_MS } from '../../support/limits.ts';
import { must, type Target } from '../engine/target.ts';

const URI = 'file:///etc/xen/web.cfg';
const GUEST = 'name = "web"\ntype = "pv"\ndisk = [ "tap:aio:/srv/a.img,xvda,w" ]\nvif = [ "bridge=br0" ]\n';

const opening = (uri: string): object => ({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'xlcfg', version: 1, text: GUEST } },
});

const BEGINNING: readonly object[] = [
  {
    id: 'begin',
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } },
  },
  { method: 'initialized', params: {} },
  opening(URI),
];

const PROBE_URI = 'file:///etc/xen/probe.cfg';
const PROBE: readonly object[] = [
  opening(PROBE_URI),
  {
    id: 'probe',
    method: 'textDocument/hover',
    params: { textDocument: { uri: PROBE_URI }, position: { line: 0, character: 1 } },
  },
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The key of a request's answer; undefined where the message is not a request. */
const keyOf = (message: unknown): string | undefined =>
  isObject(message) && ['string', 'number'].includes(typeof message.id) && typeof message.method === 'string'
    ? `${typeof message.id} ${message.id}`
    : undefined;

const keyOfAnswer = ({ id }: Readonly<Record<string, unknown>>): string => `${typeof id} ${id}`;

const REQUEST_SEEDS: readonly string[] = Object.values(DOCUMENT_REQUESTS)
  .flat()
  .map(({ method, params }, id) =>
    JSON.stringify({
      jsonrpc: '2.0',
      id,
      method,
      params: params(URI, { line: 2, character: 20 }, { line: 4, character: 0 }),
    }),
  );

const OTHER_SEEDS: readonly string[] = [
  changeParams(URI, 2, [0, 8], [0, 11], 'db'),
  { textDocument: { uri: URI } },
  { settings: { xlcfg: { rules: { 'unknown-option': 'off' }, xenVersion: '4.17' } } },
  { changes: [{ uri: URI, type: 2 }] },
  { id: 1 },
].flatMap((params) =>
  [
    ...['textDocument/didChange', 'textDocument/didClose', 'textDocument/didOpen', '$/cancelRequest'],
    ...['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'],
  ].map((method) => JSON.stringify({ jsonrpc: '2.0', method, params })),
);

export const wire: Target = {
  name: 'wire',
  seeds: [...REQUEST_SEEDS, ...OTHER_SEEDS, '{"jsonrpc":"2.0","id":7,"method":"shutdown"}', '[]', '7', ''],
  words: [
    ...REQUEST_SEEDS.map((seed) => `${seed}\n`),
    ...OTHER_SEEDS.map((seed) => `\n${seed}`),
    ...[
      '"id":1',
      '"method":',
      '"params":',
      'null',
      '{}',
      '[]',
      '"uri"',
      '"range"',
      '"position"',
      '"version"',
      '-1',
      '1.5',
    ],
    ...[
      '"jsonrpc":"2.0"',
      '"contentChanges":',
      '"textDocument":',
      '"line"',
      '"character"',
      '"text"',
      '__proto__',
    ],
  ],
  share: 1,
  longest: 2000,
  run: async (input) => {
    const up = new PassThrough();
    const down = new PassThrough();
    let ended = false;
    const end = (): void => {
      ended = true;
    };
    serve(
      createConnection(
        (logger) =>
          createProtocolConnection(new StreamMessageReader(up), new StreamMessageWriter(down), logger),
        createParentWatchdog(end),
      ),
      { version: '0', runtime: 'fuzzer', randomBytes },
    );

    const lines = input.split('\n').slice(0, 20);
    // Requests that go by one number at the same time are one to the library, and have one answer at least.
    const wanted = new Set(
      [...lines.map((line) => keyOf(parsed(line))), 'string begin', 'string probe'].filter(
        (key) => key !== undefined,
      ),
    );

    const answers: Readonly<Record<string, unknown>>[] = [];
    await new Promise<void>((resolve) => {
      const waiting = new Set(wanted);
      const timer = setTimeout(resolve, WAIT_MS);
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      new StreamMessageReader(down).listen((message: unknown) => {
        if (!isObject(message) || 'method' in message || message.id === null) return;
        answers.push(message);
        waiting.delete(keyOfAnswer(message));
        if (waiting.size === 0 || ended) done();
      });
      up.write(encodeMessages(...BEGINNING));
      for (const line of lines) up.write(`Content-Length: ${Buffer.byteLength(line)}\r\n\r\n${line}`);
      up.write(encodeMessages(...PROBE));
      // After `exit` nobody answers any more.
      if (lines.some((line) => line.includes('exit'))) setTimeout(done, 5);
    });

    if (ended || lines.some((line) => line.includes('exit'))) return ['ended'];
    const answered = new Set(answers.map(keyOfAnswer));
    for (const key of wanted) must(answered.has(key), `no answer to the request ${key}`);
    const internal = answers.filter(({ error }) => isObject(error) && error.code === -32603);
    must(internal.length === 0, `an error of the server's own: ${JSON.stringify(internal)}`);
    return answers.flatMap(({ error }) => (isObject(error) ? String(error.code) : []));
  },
};
